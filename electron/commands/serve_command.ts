/**
 * The browser shell as a command: opens or makes the workbook, prints the address and serves until it is told to stop.
 */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { makePrivateFolder } from '../../db/private_file.ts'
import { sampleFilings } from '../../db/samples/samples.ts'
import { browserCalls } from '../browser/calls.ts'
import { startBrowserShell, type BrowserShell } from '../browser/shell.ts'
import { createDownloads, removeLeftCopies } from '../browser/downloads.ts'
import { removeLeftSignInFiles, writeSignInFile, type SignInFile } from '../browser/sign_in_file.ts'
import { productVersion, RENDERER_FOLDER } from '../project.ts'
import { ensureRenderer } from './renderer_build.ts'
import { readServeArguments, SERVE_USAGE, type ServeArguments } from './serve_arguments.ts'
import { createDispatch, createService } from '../service/service.ts'
import { openSystemBrowser } from '../browser/system_browser.ts'
import type { NoFile } from '../service/places.ts'
import { createRecentWorkbooks, type RecentWorkbooks } from '../service/recent_workbooks.ts'
import { defaultWorkbook, stateFolder, userFolder } from '../service/user_folder.ts'
import { createKeeper } from '../service/workbook_keeper.ts'
import { reportFault, workbookOptions } from '../service/workbook_options.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/**
 * The product's own workbook is made at the first start. Another one is made where that is asked for, or where nobody sits
 * before the screen to be asked; never where one was open before.
 */
function noFileFor({ workbook, open, isNew }: ServeArguments, own: string, recent: RecentWorkbooks): NoFile {
  const path = workbook ?? own
  if (recent.has(path)) return 'ask'
  if (path === own) return 'make_with_folder'
  return isNew || !open ? 'make' : 'ask'
}

/** Makes the user's folder, or closes one to others that an earlier version made. */
function closeToOthers(folder: string): void {
  try {
    makePrivateFolder(folder, { recursive: true })
  } catch {
    // What is wrong there is said when the workbook is opened.
  }
}

/** Starts serving; the returned function ends it cleanly. Rejects where no port can be had. */
async function serve(args: ServeArguments): Promise<() => Promise<void>> {
  const surroundings = { platform: process.platform, env: process.env, home: homedir() }
  const version = productVersion()
  const own = defaultWorkbook(surroundings)
  const recent = createRecentWorkbooks(join(stateFolder(surroundings), 'recent.json'))
  if (args.workbook === null) closeToOthers(userFolder(surroundings))
  const keeper = createKeeper({
    path: args.workbook ?? own,
    noFile: noFileFor(args, own, recent),
    filings: sampleFilings,
    workbook: workbookOptions(version),
    report: reportFault,
  })
  await removeLeftCopies()
  await removeLeftSignInFiles(userFolder(surroundings))
  const downloads = createDownloads()
  let shell: BrowserShell
  let signInFile: SignInFile | undefined
  const service = createService({
    keeper,
    shell: 'browser',
    productVersion: version,
    shellCalls: browserCalls(keeper, downloads),
    // The tabs of the browser tell one another.
    emit: () => undefined,
  })
  // Opened at once, so that a second program is refused from the first moment and a failure shows here too.
  const opened = await keeper.run(() => null)
  if (!opened.ok) say(`${keeper.path()}: ${opened.failure.message}`)
  // What a script opens is no workbook that a person would look for.
  else if (args.open) await recent.add(keeper.path())
  const dispatch = createDispatch(service, reportFault)
  try {
    shell = await startBrowserShell({
      dispatch,
      rendererFolder: RENDERER_FOLDER,
      downloads,
      port: args.port,
      entered: () => void signInFile?.remove().catch(() => undefined),
      renewed: (address) =>
        say(`A page that is not signed in asked for the workbook. This address signs its browser in: ${address}`),
    })
  } catch (fault) {
    await keeper.close()
    throw fault
  }
  say(`Tieout is ready at ${shell.address}`)
  if (args.open) {
    // Where it cannot be written, the printed address remains.
    signInFile = await writeSignInFile(userFolder(surroundings), shell.address).catch(() => undefined)
    if (signInFile) {
      openSystemBrowser(signInFile.path)
      say('The browser of this machine opens it by itself. Where it does not, open that address there.')
    }
  }
  return async () => {
    await shell.close()
    await signInFile?.remove().catch(() => undefined)
    await downloads.close()
    for (const said of await keeper.close()) say(said)
  }
}

/**
 * Runs the command. Resolves with the exit code: once the shell was told to stop and has closed cleanly (0), or at
 * once where it could not start (1) or the arguments are wrong (2).
 */
export async function runServe(commandLine: readonly string[]): Promise<number> {
  const args = readServeArguments(commandLine, process.cwd())
  if ('error' in args) {
    console.error(`${args.error}\nUse: ${SERVE_USAGE}`)
    return 2
  }
  try {
    await ensureRenderer(say)
    const close = await serve(args)
    await new Promise((stop) => process.once('SIGINT', stop).once('SIGTERM', stop))
    await close()
    return 0
  } catch (fault) {
    const isTaken = (fault as NodeJS.ErrnoException).code === 'EADDRINUSE'
    console.error(
      isTaken
        ? `Port ${args.port} is in use. Name another with --port, or leave it out.`
        : `Tieout could not start. ${fault instanceof Error ? fault.message : String(fault)}`,
    )
    return 1
  }
}
