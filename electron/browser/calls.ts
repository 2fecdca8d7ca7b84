/**
 * What the browser shell does with the calls that need a window or a dialog of its own: it serves one workbook, so
 * most are answered with what to do instead; a copy and the change log are offered as downloads.
 */
import { basename, extname } from 'node:path'
import type { Downloads } from './downloads.ts'
import { failed, type ShellCalls } from '../service/service.ts'
import type { WorkbookKeeper } from '../service/workbook_keeper.ts'

const ANOTHER = 'The browser shows one workbook. Start Tieout with --workbook and the name of the file.'

const unavailable = (message: string) => () => Promise.resolve(failed('unavailable', message))

/** The shell's calls; what is saved is answered with the address, `/download/<once>`, to which the page then goes. */
export function browserCalls(keeper: WorkbookKeeper, downloads: Downloads): ShellCalls {
  return {
    new_workbook: unavailable(ANOTHER),
    open_workbook: unavailable(ANOTHER),
    async save_copy() {
      const name = basename(keeper.path())
      const extension = extname(name)
      let failure: Awaited<ReturnType<WorkbookKeeper['runBeside']>> | undefined
      try {
        const path = await downloads.offer(`${basename(name, extension)} copy${extension}`, async (file) => {
          const copied = await keeper.runBeside((workbook) => workbook.copyTo(file))
          if (copied.ok) return
          failure = copied
          throw new Error(copied.failure.message)
        })
        return { ok: true, value: { path } }
      } catch (fault) {
        if (failure && !failure.ok) return failure
        throw fault
      }
    },
    saveLog: (name, text) => Promise.resolve({ ok: true, value: { path: downloads.offerText(name, text) } }),
    recent_workbooks: () => Promise.resolve({ ok: true, value: { workbooks: [] } }),
    print: unavailable(
      'The browser prints by itself. Open the print preview and use the print command of the browser.',
    ),
    ready_to_close: unavailable('The browser closes its windows by itself; everything shown as saved is stored.'),
  }
}
