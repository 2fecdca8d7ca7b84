/**
 * The change log: every change of the workbook, newest first, with undo and redo.
 */
import { Redo2, Undo2 } from 'lucide-react'
import { useEffect, useState, type JSX } from 'react'
import type { LogEntry } from '../../shared/contract/contract.ts'
import { perform } from '../workbench/actions.ts'
import { go, workbook } from '../workbench/opened.ts'
import { useSession } from '../workbench/session.ts'

const PAGE = 100

/** An instant of the log in this machine's time zone, as people write it. */
function timeText(time: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time))
}

const KINDS: Record<LogEntry['kind'], string> = { created: 'Start', edit: '', undo: 'Undone: ', redo: 'Redone: ' }

function Entry({ entry }: { entry: LogEntry }): JSX.Element {
  const { place, filing } = entry
  const words = (
    <>
      <span className="log-title">
        {entry.kind === 'created' ? '' : KINDS[entry.kind]}
        {entry.title}
      </span>
      <small>
        {entry.number} · {timeText(entry.time)} · {entry.author}
      </small>
    </>
  )
  const canGo = place !== null && filing !== null && workbook().book.filing(filing) !== undefined
  return (
    <li className={entry.kind}>
      {canGo ? (
        <button
          type="button"
          onClick={() => {
            const exists = place.scenario !== null && workbook().book.hasScenario(filing, place.scenario)
            go({ filing, schedule: place.schedule, scenario: exists ? place.scenario : null }, { cell: place })
          }}
        >
          {words}
        </button>
      ) : (
        <div>{words}</div>
      )}
    </li>
  )
}

type Log = { entries: LogEntry[]; problem: string | null }

/** The newest entries, as of a change number. */
async function readLog(_number: number, limit: number): Promise<Log> {
  try {
    const answer = await workbook().client.log({ limit })
    return answer.ok
      ? { entries: answer.value.entries, problem: null }
      : { entries: [], problem: answer.failure.message }
  } catch {
    return { entries: [], problem: 'The change log could not be read: the program did not answer.' }
  }
}

export function ChangeLog(): JSX.Element {
  const number = useSession((state) => state.number)
  const undo = useSession((state) => state.undo)
  const redo = useSession((state) => state.redo)
  const [{ entries, problem }, setLog] = useState<Log>({ entries: [], problem: null })
  const [limit, setLimit] = useState(PAGE)

  useEffect(() => {
    let isCurrent = true
    // Read again after each change: the number is not used, it says that there is news.
    void readLog(number, limit).then((read) => {
      if (isCurrent) setLog(read)
      return undefined
    })
    return () => {
      isCurrent = false
    }
  }, [number, limit])

  return (
    <div className="change-log">
      <div className="log-acts">
        <button type="button" className="button" disabled={!undo} onClick={() => perform('undo')}>
          <Undo2 aria-hidden size={15} /> Undo
        </button>
        <button type="button" className="button" disabled={!redo} onClick={() => perform('redo')}>
          <Redo2 aria-hidden size={15} /> Redo
        </button>
      </div>
      {problem === null ? null : <p className="problem">{problem}</p>}
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.number} entry={entry} />
        ))}
      </ol>
      {entries.length >= limit && limit < 500 ? (
        <button type="button" className="quiet-button" onClick={() => setLimit(500)}>
          Older changes
        </button>
      ) : null}
    </div>
  )
}
