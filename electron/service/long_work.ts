/**
 * Long work that calls have under way, each under the name that its call gave it: how far it is, and whether it was called off. Knows
 * nothing of what is done; work without a name is told of to nobody.
 */
import type { Progress, Tell } from '../../shared/contract/contract.ts'
import { WorkbookFailure } from '../../db/failure.ts'
import type { Outcome } from './workbook_keeper.ts'

export type LongWork = {
  /** Does the work; where it was called off it is answered with `canceled` from its next step on. */
  run<T>(name: string | undefined, act: (tell: Tell) => Promise<Outcome<T>>): Promise<Outcome<T>>
  /** How far the work of that name is; null before it counts, and once it is over. */
  progress(name: string): Progress | null
  callOff(name: string): void
}

export function createLongWork(): LongWork {
  const underWay = new Map<string, { progress: Progress | null; isCalledOff: boolean }>()
  return {
    async run(name, act) {
      const work: { progress: Progress | null; isCalledOff: boolean } = { progress: null, isCalledOff: false }
      if (name !== undefined) underWay.set(name, work)
      try {
        return await act((progress) => {
          if (work.isCalledOff) throw new WorkbookFailure('canceled', 'The work was canceled. No file was written.')
          work.progress = progress
        })
      } catch (fault) {
        if (!(fault instanceof WorkbookFailure)) throw fault
        return { ok: false, failure: { kind: fault.kind, message: fault.message } }
      } finally {
        if (name !== undefined) underWay.delete(name)
      }
    },
    progress: (name) => underWay.get(name)?.progress ?? null,
    callOff(name) {
      const work = underWay.get(name)
      if (work) work.isCalledOff = true
    },
  }
}
