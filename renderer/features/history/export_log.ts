/**
 * The whole change log as a CSV file, saved where this shell saves files.
 */

import { say, warn } from '../../session/messages.ts'
import { DOWNLOADED, exportedText, NO_ANSWER } from './wording.ts'
import type { Session } from '../../session/session.ts'

/** Waits until every edit is stored, then saves the log: in a browser as a download, else where the person chooses. */
export async function exportLog(session: Session): Promise<void> {
  const { client } = session
  await session.workbook().queue.idle()
  try {
    const answer = await client.export_log({})
    if (!answer.ok) {
      if (answer.failure.kind !== 'canceled') warn(session, answer.failure.message)
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
