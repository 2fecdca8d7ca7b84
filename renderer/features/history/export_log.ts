/**
 * The whole change log as a CSV file, saved where this shell saves files.
 */

import { say } from '../../session/messages.ts'
import type { Session } from '../../session/session.ts'

/** Waits until every edit is stored, then saves the log: in a browser as a download, else where the person chooses. */
export async function exportLog(session: Session): Promise<void> {
  const { client } = session
  await session.workbook().queue.idle()
  try {
    const answer = await client.export_log({})
    if (!answer.ok) {
      if (answer.failure.kind !== 'canceled') say(session, answer.failure.message, { tone: 'warned' })
      return
    }
    const { path } = answer.value
    if (session.getState().shell === 'electron') return say(session, `The change log was saved: ${path}`)
    const link = document.createElement('a')
    link.href = path
    link.download = ''
    link.click()
    say(session, 'The change log goes to the downloads folder. The browser shows when it is there.')
  } catch {
    say(session, 'The change log could not be exported: the program did not answer.', { tone: 'warned' })
  }
}
