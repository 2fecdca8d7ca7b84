/**
 * Calls that may take long: how far the work is, asked of the program while it goes on, and the way to call it off. One at a time. What
 * is done is the caller's.
 */
import { createStore } from 'zustand/vanilla'
import type { Progress } from '../../../shared/contract/contract.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { warn } from '../messages.ts'
import { ofSession, type Session } from '../session.ts'

/** What is done sooner is not told of, in milliseconds; then it is asked for so often. */
const WORTH_TELLING = 300
const OFTEN = 200

type UnderWay = { work: string; progress: Progress | null; isCanceled: boolean }

export const longWork = ofSession(() => createStore<{ underWay: UnderWay | null }>()(() => ({ underWay: null })))

/** Why no other long work can begin now. */
export function whyNoWork(session: Session): Refusal | undefined {
  return longWork(session).getState().underWay ? { code: 'work_under_way' } : undefined
}

/** True where work under way keeps the workbook from being closed or exchanged, which is said. */
export function isHeldByWork(session: Session): boolean {
  const refusal = whyNoWork(session)
  if (refusal) warn(session, refusal)
  return refusal !== undefined
}

/** What came of a call, and whether the person called it off meanwhile. */
type Ended<T> = { answer: T; isCanceled: boolean }

/**
 * Makes a call under a name of its own and follows how far its work is until it is answered. Where other work is under way that is said,
 * and nothing is called: undefined. Rejects as the call does.
 */
export async function atLength<T>(session: Session, call: (work: string) => Promise<T>): Promise<Ended<T> | undefined> {
  if (isHeldByWork(session)) return undefined
  const work = crypto.randomUUID()
  const store = longWork(session)
  store.setState({ underWay: { work, progress: null, isCanceled: false } })
  const isUnderWay = (): boolean => store.getState().underWay?.work === work
  let forget = session.timer.after(WORTH_TELLING, () => void look())

  async function look(): Promise<void> {
    // What is not answered is asked again; the call itself tells what became of the work.
    const answer = await session.client.progress({ work }).catch(() => undefined)
    if (!isUnderWay()) return
    if (answer?.ok) show(session, answer.value.progress)
    forget = session.timer.after(OFTEN, () => void look())
  }

  try {
    const answer = await call(work)
    return { answer, isCanceled: store.getState().underWay?.isCanceled ?? false }
  } finally {
    forget()
    store.setState({ underWay: null })
  }
}

function show(session: Session, progress: Progress | null): void {
  longWork(session).setState(({ underWay }) => ({ underWay: underWay && { ...underWay, progress } }))
}

/** Calls the work under way off: it ends at its next step, with nothing half done. */
export function callOff(session: Session): void {
  const { underWay } = longWork(session).getState()
  if (!underWay) return
  longWork(session).setState({ underWay: { ...underWay, isCanceled: true } })
  session.client.call_off({ work: underWay.work }).catch(() => undefined)
}
