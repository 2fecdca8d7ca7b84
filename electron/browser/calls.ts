/**
 * What the browser shell does with the calls that need a window or a dialog of its own: it serves one workbook, so
 * most are answered with what to do instead; a copy and the change log are offered as downloads.
 */
import { basename, extname } from 'node:path'
import { WorkbookFailure } from '../../db/failure.ts'
import { writeWhole } from '../service/atomic_file.ts'
import type { Downloads, Offered } from './downloads.ts'
import { failed, type ShellCalls } from '../service/service.ts'
import type { Outcome, WorkbookKeeper } from '../service/workbook_keeper.ts'

const ANOTHER = 'The browser shows one workbook. Start Tieout with --workbook and the name of the file.'

const unavailable = (message: string) => () => Promise.resolve(failed('unavailable', message))

/** The shell's calls; what is saved is answered with the address, `/download/<once>`, to which the page then goes. */
export function browserCalls(keeper: WorkbookKeeper, downloads: Downloads): ShellCalls {
  /** Offers a file once it is whole; where it could not be made nothing is offered. */
  async function offered(
    file: Offered,
    make: (path: string) => Promise<Outcome<void>>,
  ): Promise<Outcome<{ path: string }>> {
    try {
      const path = await downloads.offer(file, async (draft) => {
        const made = await make(draft)
        if (!made.ok) throw new WorkbookFailure(made.failure.kind, made.failure.message)
      })
      return { ok: true, value: { path } }
    } catch (fault) {
      if (!(fault instanceof WorkbookFailure)) throw fault
      return { ok: false, failure: { kind: fault.kind, message: fault.message } }
    }
  }

  return {
    new_workbook: unavailable(ANOTHER),
    open_workbook: unavailable(ANOTHER),
    save_copy(_request, tell) {
      const name = basename(keeper.path())
      const extension = extname(name)
      return offered(
        { name: `${basename(name, extension)} copy${extension}`, type: 'application/octet-stream' },
        (file) => keeper.runBeside((workbook) => workbook.copyTo(file, tell)),
      )
    },
    saveLog: (name, text) =>
      offered({ name, type: 'text/csv; charset=utf-8' }, async (file) => {
        await writeWhole(file, text)
        return { ok: true, value: undefined }
      }),
    recent_workbooks: () => Promise.resolve({ ok: true, value: { workbooks: [] } }),
    print: unavailable(
      'The browser prints by itself. Open the print preview and use the print command of the browser.',
    ),
    ready_to_close: unavailable('The browser closes its windows by itself; everything shown as saved is stored.'),
  }
}
