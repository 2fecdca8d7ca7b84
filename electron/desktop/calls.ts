/**
 * What the desktop shell does with the calls that need a window or a dialog: other workbooks, copies, printing.
 * A page can name a file only from the list of recent workbooks; every other name comes from a dialog.
 */
import { basename, dirname, extname, join } from 'node:path'
import type { EventPayloads } from '../../shared/contract/contract.ts'
import { WorkbookFailure } from '../../db/failure.ts'
import { writeWhole } from '../service/atomic_file.ts'
import type { CloseHandshake } from './closing.ts'
import type { ExportFolders } from './export_folders.ts'
import type { DialogPart, WindowPart } from './parts.ts'
import { printAt, type PrintingOptions } from './printing.ts'
import type { RecentWorkbooks } from '../service/recent_workbooks.ts'
import { failed, type ShellCalls } from '../service/service.ts'
import type { Outcome, WorkbookKeeper } from '../service/workbook_keeper.ts'

export type DesktopCallsOptions = {
  keeper: WorkbookKeeper
  recent: RecentWorkbooks
  exports: ExportFolders
  dialog: DialogPart
  /** The window that dialogs belong to. */
  window: () => WindowPart
  closing: CloseHandshake
  printing: Omit<PrintingOptions, 'chooseFile'>
  emit<E extends keyof EventPayloads>(event: E, payload: EventPayloads[E]): void
  /** Whether the open workbook may be left: asks where its file was taken away, since what is held is all there is of it. */
  mayLeave: () => Promise<boolean>
  /** Another workbook is open: title and menu follow. */
  switched: () => void
}

const EXTENSION = '.tieout'
const FILTERS = [{ name: 'Tieout workbook', extensions: ['tieout'] }]
const CANCELED = failed('canceled', 'No file was chosen; nothing was changed.')

const withExtension = (path: string, extension: string): string =>
  extname(path).toLowerCase() === extension ? path : `${path}${extension}`

const answered = (outcome: Outcome<null>) => (outcome.ok ? ({ ok: true, value: {} } as const) : outcome)

export type DesktopCalls = ShellCalls & {
  /** Opens a workbook that the person named outside the window (a file opened, the menu of recent workbooks). */
  openNamed: (path: string) => Promise<Outcome<null>>
}

export function desktopCalls(options: DesktopCallsOptions): DesktopCalls {
  const { keeper, dialog, recent } = options

  async function switchTo(path: string, how: 'open' | 'create', isSaved = false): Promise<Outcome<null>> {
    if (!isSaved && !(await options.mayLeave())) return failed('canceled', 'The workbook was not exchanged.')
    const outcome = await keeper.switchTo(path, how)
    if (outcome.ok) {
      await recent.add(path)
      options.switched()
      options.emit('workbook_changed', null)
    }
    return outcome
  }

  /** A file to write, from a dialog that begins beside the open workbook. */
  async function chooseTarget(title: string, name: string, filters = FILTERS): Promise<string | null> {
    const chosen = await dialog.showSaveDialog(options.window() as never, {
      title,
      defaultPath: join(dirname(keeper.path()), name),
      filters,
    })
    if (chosen.canceled || chosen.filePath === '') return null
    await options.exports.add(dirname(chosen.filePath))
    return chosen.filePath
  }

  return {
    async new_workbook() {
      const path = await chooseTarget('New workbook', `Workbook${EXTENSION}`)
      return path === null ? CANCELED : answered(await switchTo(withExtension(path, EXTENSION), 'create'))
    },
    async open_workbook({ path }) {
      if (path !== undefined) {
        if (recent.has(path)) return answered(await switchTo(path, 'open'))
        return failed('refused', 'This workbook is not in the list of recent workbooks. Open it by its dialog.')
      }
      const chosen = await dialog.showOpenDialog(options.window() as never, {
        title: 'Open workbook',
        defaultPath: dirname(keeper.path()),
        filters: FILTERS,
        properties: ['openFile'],
      })
      const file = chosen.filePaths[0]
      return chosen.canceled || file === undefined ? CANCELED : answered(await switchTo(file, 'open'))
    },
    async save_copy(_request, tell) {
      const name = basename(keeper.path(), EXTENSION)
      const chosen = await chooseTarget('Save a copy', `${name} copy${EXTENSION}`)
      if (chosen === null) return CANCELED
      const path = withExtension(chosen, EXTENSION)
      const gone = await keeper.displaced()
      const copied = await keeper.runBeside((workbook) => workbook.copyTo(path, tell))
      if (!copied.ok) return copied
      if (!gone) return { ok: true, value: { path } }
      // The copy is all there is of the workbook now, so that work goes on in it.
      const opened = await switchTo(path, 'open', true)
      return opened.ok ? { ok: true, value: { path, opened: true } } : opened
    },
    recent_workbooks: () => Promise.resolve({ ok: true, value: { workbooks: recent.list() } }),
    print: (request, tell) =>
      printAt(request, {
        ...options.printing,
        ...(tell && { tell }),
        chooseFile: async (name) => {
          const path = await chooseTarget('Print to PDF', name, [{ name: 'PDF', extensions: ['pdf'] }])
          return path === null ? null : withExtension(path, '.pdf')
        },
      }),
    ready_to_close({ holds }) {
      if (holds) options.closing.held()
      else options.closing.ready()
      return Promise.resolve({ ok: true, value: {} })
    },
    async saveLog(name, text) {
      const chosen = await chooseTarget('Export the change log', name, [{ name: 'CSV', extensions: ['csv'] }])
      if (chosen === null) return CANCELED
      const path = withExtension(chosen, '.csv')
      try {
        await writeWhole(path, text)
      } catch (fault) {
        if (fault instanceof WorkbookFailure) return failed(fault.kind, fault.message)
        const why = fault instanceof Error ? fault.message : String(fault)
        return failed('storage', `The change log could not be written to ${path} (${why}). Choose another place.`)
      }
      return { ok: true, value: { path } }
    },
    async openNamed(path) {
      // Edits still on their way belong to the workbook that is open now.
      if (!(await options.closing.request())) {
        return failed('canceled', 'The workbook was not exchanged, because edits are still being saved.')
      }
      return switchTo(path, 'open')
    },
  }
}
