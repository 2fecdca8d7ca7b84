/**
 * The whole change log as a CSV file, saved where this shell saves files.
 */
import { workbook } from '../workbench/opened.ts'
import { say } from '../workbench/toasts.ts'

/** Waits until every edit is stored, then saves the log: in a browser as a download, else where the person chooses. */
export async function exportLog(): Promise<void> {
  const { client, queue } = workbook()
  await queue.idle()
  try {
    const answer = await client.export_log({})
    if (!answer.ok) {
      if (answer.failure.kind !== 'canceled') say(answer.failure.message, { tone: 'warned' })
      return
    }
    const { name, text, path } = answer.value
    if (path !== undefined) return say(`The change log was saved: ${path}`)
    const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
    const link = document.createElement('a')
    link.href = address
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
    say(`The change log is in the downloads folder: ${name}`)
  } catch {
    say('The change log could not be exported: the program did not answer.', { tone: 'warned' })
  }
}
