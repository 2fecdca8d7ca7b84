/**
 * The service: implements the contract over one workbook, for whichever shell carries it.
 * Checks each request, answers each failure, and computes no figure; what only a shell can do it is given.
 */
import { basename, extname } from 'node:path'
import {
  CONTRACT,
  type Answer,
  type EventPayloads,
  type Failure,
  type Request,
  type Service,
  type Tell,
} from '../../shared/contract/contract.ts'
import type { CallName } from '../../shared/contract/calls.ts'
import { vouchFor } from '../../db/well_formed.ts'
import { halfCharacterIn } from '../../shared/model/text_schema.ts'
import { exportedLog } from './exported_log.ts'
import { createLongWork } from './long_work.ts'
import { tooManyChanges } from '../../shared/contract/size.ts'
import type { WorkbookKeeper } from './workbook_keeper.ts'

/** The calls that depend on the shell: windows, dialogs, printers. */
export type ShellCalls = Pick<Service, 'new_workbook' | 'open_workbook' | 'recent_workbooks' | 'ready_to_close'> & {
  save_copy: (request: Request<'save_copy'>, tell?: Tell) => Promise<Answer<'save_copy'>>
  print: (request: Request<'print'>, tell?: Tell) => Promise<Answer<'print'>>
  /** Saves the change log under this name where the shell saves files; its text is made as it is read. */
  saveLog: (name: string, text: AsyncIterable<string>) => Promise<Answer<'export_log'>>
}

export type ServiceOptions = {
  keeper: WorkbookKeeper
  shell: 'electron' | 'browser'
  productVersion: string
  shellCalls: ShellCalls
  /** Tells the screen that another file, or another state of it, is now open. */
  emit<E extends keyof EventPayloads>(event: E, payload: EventPayloads[E]): void
}

/** Answers a request that is not yet known to be well formed; never rejects. */
export type Dispatch = <N extends CallName>(name: N, request: unknown) => Promise<Answer<N>>

/** The answer of a failure. */
export function failed(kind: Failure['kind'], message: string): { ok: false; failure: Failure } {
  return { ok: false, failure: { kind, message } }
}

const done = { ok: true, value: {} } as const

export function createService(options: ServiceOptions): Service {
  const { keeper } = options
  const { saveLog, ...shellCalls } = options.shellCalls
  const works = createLongWork()
  return {
    ...shellCalls,
    load: () =>
      keeper.run((workbook) => ({
        ...workbook.read(),
        name: basename(workbook.path),
        path: workbook.path,
        shell: options.shell,
        productVersion: options.productVersion,
        author: workbook.author,
        view: workbook.view(),
        notices: keeper.takeNotices(),
      })),
    commit: ({ changeSet }) =>
      keeper.write(
        (workbook) => workbook.commit(changeSet),
        (workbook) => {
          const number = workbook.outcome(changeSet.id)
          if (number === null) return null
          const { undo, redo } = workbook.read()
          return { number, undo, redo }
        },
      ),
    outcome: ({ id }) => keeper.run((workbook) => ({ number: workbook.outcome(id) })),
    undo: ({ expect }) => keeper.run((workbook) => workbook.undo(expect)),
    redo: ({ expect }) => keeper.run((workbook) => workbook.redo(expect)),
    revert: ({ number }) => keeper.run((workbook) => workbook.revert(number)),
    log: (range) => keeper.run((workbook) => ({ entries: workbook.log(range) })),
    history: (request) => keeper.run((workbook) => ({ entries: workbook.history(request) })),
    versions: ({ filing }) => keeper.run((workbook) => ({ versions: workbook.versions(filing) })),
    version: ({ filing, number }) => keeper.run((workbook) => workbook.version(filing, number)),
    check_version: ({ filing }) => keeper.run((workbook) => ({ apart: workbook.checkVersion(filing) })),
    async export_log({ work }) {
      // A workbook that cannot be read is answered at once, before any file is begun.
      const begun = await keeper.run((workbook) => ({
        name: `${basename(workbook.path, extname(workbook.path))} change log.csv`,
        first: workbook.exportLog(),
      }))
      if (!begun.ok) return begun
      const { name, first } = begun.value
      return works.run(work, (tell) => saveLog(name, exportedLog(keeper, first, tell)))
    },
    verify: ({ work, opening }) =>
      works.run(work, async (tell) => {
        const answer = opening ? await keeper.opened() : await keeper.runBeside((workbook) => workbook.verify(tell))
        return answer.ok ? done : answer
      }),
    save_copy: (request) => works.run(request.work, (tell) => options.shellCalls.save_copy(request, tell)),
    print: (request) => works.run(request.work, (tell) => options.shellCalls.print(request, tell)),
    progress: ({ work }) => Promise.resolve({ ok: true, value: { progress: works.progress(work) } }),
    call_off({ work }) {
      works.callOff(work)
      return Promise.resolve(done)
    },
    async remember({ view }) {
      const answer = await keeper.run((workbook) => workbook.remember(view))
      return answer.ok ? done : answer
    },
    async backups() {
      const answer = await keeper.backups()
      return answer.ok ? { ok: true, value: { backups: answer.value } } : answer
    },
    async restore({ name }) {
      const answer = await keeper.restore(name)
      if (answer.ok) options.emit('workbook_changed', null)
      return answer
    },
    async put_back() {
      const answer = await keeper.putBack()
      return answer.ok ? { ok: true, value: { path: keeper.path() } } : answer
    },
    async new_workbook(request) {
      if (!request.here) return options.shellCalls.new_workbook(request)
      const answer = await keeper.makeHere()
      if (!answer.ok) return answer
      options.emit('workbook_changed', null)
      return done
    },
  }
}

/** Checks each request against its schema before the service sees it, and turns a fault into a failure. */
export function createDispatch(service: Service, report: (fault: unknown) => void): Dispatch {
  return async (name, request) => {
    const tooLarge = tooManyChanges(request)
    if (tooLarge) return tooLarge
    const checked = CONTRACT[name].request.safeParse(request)
    if (!checked.success) {
      const half = halfCharacterIn(checked.error)
      if (half !== undefined) return failed('invalid', half)
      const issue = checked.error.issues[0]
      const where = issue?.path.length ? ` at ${issue.path.map(String).join('.')}` : ''
      return failed('invalid', `The request "${name}" is malformed${where}: ${issue?.message ?? 'not readable'}.`)
    }
    // What the schema has just made is held by nobody else, and is not looked through again.
    if (name === 'commit') vouchFor((checked.data as Request<'commit'>).changeSet)
    try {
      return await service[name](checked.data as never)
    } catch (fault) {
      report(fault)
      return failed(
        'storage',
        'A fault inside Tieout stopped this step. Everything shown as saved is safe. Try the step again.',
      )
    }
  }
}
