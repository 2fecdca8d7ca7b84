/**
 * The whole change log as a CSV file, saved where this shell saves files, whole or not at all.
 */

import { say, warn } from '../../session/messages.ts'
import { atLength } from '../../session/view/long_work.ts'
import { CANCELED, DOWNLOADED, exportedText, NO_ANSWER } from './wording.ts'
import type { Session } from '../../session/session.ts'

/** Waits until every edit is stored, then saves the log: in a browser as a download, else where the person chooses. */
export async function exportLog(session: Session): Promise<void> {
  const { client } = session
  await session.workbook().queue.idle()
  try {
    const ended = await atLength(session, (work) => client.export_log({ work }))
    if (!ended) return
    const { answer, isCanceled } = ended
    if (!answer.ok) {
      if (answer.failure.kind !== 'canceled') warn(session, answer.failure.message)
      else if (isCanceled) say(session, CANCELED)
      return
    }
    const { path } = answer.value
    if (session.getState().shell === 'electron') return say(session, exportedText(path))
    session.download(path)
    say(session, DOWNLOADED)
  } catch {
    warn(session, NO_ANSWER.exported)
  }
}
