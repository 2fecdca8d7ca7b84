/**
 * Workbooks opened before.
 */
import { useEffect, useState, type JSX } from 'react'
import { workbenchClient } from '../workbench_client.ts'
import { say } from '../workbench/toasts.ts'
import { DialogFrame, closeDialog } from './frame.tsx'

type Recent = { path: string; name: string; missing: boolean }

async function openIt(path: string): Promise<void> {
  try {
    const answer = await workbenchClient().open_workbook({ path })
    if (answer.ok) closeDialog()
    else say(answer.failure.message, { tone: 'warned' })
  } catch {
    say('The program did not answer. The workbook shown stays open.', { tone: 'warned' })
  }
}

export function Recent(): JSX.Element {
  const [workbooks, setWorkbooks] = useState<Recent[]>([])

  useEffect(() => {
    workbenchClient()
      .recent_workbooks({})
      .then((answer) =>
        answer.ok ? setWorkbooks(answer.value.workbooks) : say(answer.failure.message, { tone: 'warned' }),
      )
      .catch(() => say('The list of recent workbooks could not be read.', { tone: 'warned' }))
  }, [])

  return (
    <DialogFrame title="Recent workbooks">
      {workbooks.length === 0 ? <p>No other workbook was opened yet.</p> : null}
      <ul className="backups">
        {workbooks.map(({ path, name, missing }) => (
          <li key={path}>
            <span>
              {name}
              <small>{path}</small>
              {missing ? <small className="problem">The file is not there now.</small> : null}
            </span>
            <button type="button" className="button" onClick={() => void openIt(path)}>
              Open
            </button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  )
}
