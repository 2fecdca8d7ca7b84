/**
 * Hearing whether the workbook is as it was stored: what opening put off, unasked, and all of it where the person asks. A damaged
 * workbook is not worked with: it leaves the screen, as it would have been refused on opening.
 */
import type { Answer, Failure } from '../../../shared/contract/contract.ts'
import { say } from '../messages.ts'
import type { Session } from '../session.ts'
import { whenSaved } from './copies.ts'
import { atLength } from './long_work.ts'
import { VERIFICATION_CANCELED, VERIFIED } from './wording.ts'

function isDamage(answer: Answer<'verify'>): answer is { ok: false; failure: Failure } {
  return !answer.ok && answer.failure.kind === 'damaged'
}

function leave(session: Session, failure: Failure): void {
  session.setState({ phase: 'failed', failure, editing: null })
}

/** Asks what became of what opening the workbook put off; says nothing unless the workbook that is shown is damaged. */
export async function hearOfOpening(session: Session): Promise<void> {
  const shown = session.opened()
  try {
    const answer = await session.client.verify({ opening: true })
    if (isDamage(answer) && session.opened() === shown) leave(session, answer.failure)
  } catch {
    // A program that does not answer is told of by the edits that wait for it.
  }
}

/** Verifies the whole workbook and says that it holds; edits go on meanwhile. */
export async function verifyWorkbook(session: Session): Promise<void> {
  let isAnsweredCanceled = false
  const ended = await atLength(session, (work) =>
    whenSaved(
      session,
      async () => {
        const answer = await session.client.verify({ work })
        if (!isDamage(answer)) return answer
        leave(session, answer.failure)
        return { ok: true, value: null } as const
      },
      () => (isAnsweredCanceled = true),
    ),
  )
  if (ended?.isCanceled && isAnsweredCanceled) say(session, VERIFICATION_CANCELED)
  else if (ended?.answer) say(session, VERIFIED)
}
