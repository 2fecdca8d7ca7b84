/**
 * Calls that begin once every edit is stored, such as saving a copy of the workbook, and what is said of them.
 */
import type { Answer } from '../../../shared/contract/contract.ts'
import { say } from '../messages.ts'
import { atLength, isHeldByWork } from './long_work.ts'
import type { Session } from '../session.ts'
import { COPY_CANCELED, ALL_SAVED, COPY, NO_ANSWER, NOT_ALL_SAVED } from './wording.ts'

type Asked<T> = { ok: true; value: T } | Extract<Answer<'load'>, { ok: false }>

/**
 * Waits until every edit is stored, then calls; a failure is said, but for one that the person chose. Undefined where there is no
 * value.
 */
export async function whenSaved<T>(
  session: Session,
  call: () => Promise<Asked<T>>,
  canceled: () => void = () => undefined,
): Promise<T | undefined> {
  // While no workbook is open there is nothing to store.
  if (session.getState().phase === 'open') await session.workbook().queue.idle()
  try {
    const answer = await call()
    if (answer.ok) return answer.value
    if (answer.failure.kind === 'canceled') canceled()
    else say(session, answer.failure.message, { tone: 'warned', lasts: true })
  } catch {
    say(session, NO_ANSWER, { tone: 'warned', lasts: true })
  }
  return undefined
}

/** Goes on with another workbook once every edit is stored; not while a file is written of this one. */
export function exchange(session: Session, call: () => Promise<Asked<unknown>>): void {
  if (!isHeldByWork(session)) void whenSaved(session, call)
}

/** Saves a copy where the person chooses, in the browser as a download; false where none was saved. */
export async function saveCopy(session: Session): Promise<boolean> {
  let isAnsweredCanceled = false
  const ended = await atLength(session, (work) =>
    whenSaved(
      session,
      () => session.client.save_copy({ work }),
      () => (isAnsweredCanceled = true),
    ),
  )
  const saved = ended?.answer
  if (ended?.isCanceled && isAnsweredCanceled) say(session, COPY_CANCELED)
  if (!saved) return false
  if (session.getState().shell === 'electron') {
    say(session, saved.opened ? COPY.opened(saved.path) : COPY.saved(saved.path))
    return true
  }
  session.download(saved.path)
  say(session, COPY.downloaded)
  return true
}

/** Says how far every edit is stored, waiting for those under way. */
export function saySaved(session: Session): void {
  const { status } = session.getState()
  const { queue } = session.workbook()
  if (status === 'saved') say(session, ALL_SAVED)
  else if (status === 'saving') void queue.idle().then(() => saySaved(session))
  else say(session, NOT_ALL_SAVED, { tone: 'warned', lasts: true })
}
