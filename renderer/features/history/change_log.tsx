/**
 * The change log: every change of the workbook, of a filing or of a cell, newest first, with undo, redo and export.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { Download, Redo2, Undo2 } from 'lucide-react'
import { useState, type JSX } from 'react'
import type { LogEntry } from '../../../shared/model/log_entry.ts'
import { sameCell } from '../../../shared/model/cell.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { explainedCell } from '../../session/reading/explained_cell.ts'
import { exportLog } from './export_log.ts'
import { useRead } from '../../contrib/use_read.ts'
import { perform } from '../../contrib/lookup.ts'
import { NO_ANSWER, NO_CELL } from './wording.ts'
import { ChoiceSet } from '../../ui/choice_set.tsx'
import { localTime } from '../../ui/local_time.ts'
import { go } from '../../session/place/going.ts'
import { showPanel } from '../../session/view/view.ts'
import { SpokenText } from '../../ui/spoken.tsx'
import type { Session } from '../../session/session.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { Button } from '../../ui/button.tsx'

const PAGE = 100

const KINDS: Record<LogEntry['kind'], string> = { created: 'Start', edit: '', undo: 'Undone: ', redo: 'Redone: ' }

function Entry({ entry }: { entry: LogEntry }): JSX.Element {
  const session = useOpenSession()
  const { place, filing } = entry
  const words = (
    <>
      <span className="log-title">
        {entry.kind === 'created' ? '' : KINDS[entry.kind]}
        <SpokenText text={entry.title} />
      </span>
      <small>
        {entry.number} · <time dateTime={entry.time}>{localTime(entry.time)}</time> · {isolated(entry.author)}
      </small>
    </>
  )
  const canGo = place !== null && filing !== null && session.workbook().book.filing(filing) !== undefined
  return (
    <li className={entry.kind}>
      {canGo ? (
        <button
          type="button"
          onClick={() => {
            const exists = place.scenario !== null && session.workbook().book.hasScenario(filing, place.scenario)
            go(session, { filing, schedule: place.schedule, scenario: exists ? place.scenario : null }, { cell: place })
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

/** Which changes are listed. */
type Scope = 'all' | 'filing' | 'cell'

const SCOPES: { value: Scope; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'filing', label: 'This filing' },
  { value: 'cell', label: 'This cell' },
]

type Range = { limit: number; filing?: string; cell?: CellRef }

/** What is asked for; null where the focus is on no cell. */
function rangeOf(scope: Scope, limit: number, filing: string | undefined, cell: CellRef | undefined): Range | null {
  if (scope === 'all' || filing === undefined) return { limit }
  if (scope === 'filing') return { limit, filing }
  if (cell === undefined) return null
  const { schedule, line, column } = cell
  return { limit, filing, cell: { schedule, line, column } }
}

/** The newest entries of a range. */
async function readLog(session: Session, range: Range | null): Promise<Log> {
  if (!range) return { entries: [], problem: NO_CELL }
  try {
    const answer = await session.client.log(range)
    return answer.ok
      ? { entries: answer.value.entries, problem: null }
      : { entries: [], problem: answer.failure.message }
  } catch {
    return { entries: [], problem: NO_ANSWER.log }
  }
}

export function ChangeLog(): JSX.Element {
  const session = useOpenSession()
  const number = useSession((state) => state.number)
  const undo = useSession((state) => state.undo)
  const redo = useSession((state) => state.redo)
  const [limit, setLimit] = useState(PAGE)
  const [scope, setScope] = useState<Scope>('all')
  const filing = useSession((state) => state.place?.filing)
  const cell = useSession((state) => (scope === 'cell' ? explainedCell(session, state)?.ref : undefined), sameCell)
  const range = rangeOf(scope, limit, filing, cell)
  const asked = JSON.stringify([number, range])
  const { entries, problem } = useRead(() => readLog(session, range), asked, { entries: [], problem: null })

  return (
    <div className="change-log">
      <div className="log-acts">
        <Button disabled={!undo} onClick={() => perform(session, 'undo')}>
          <Undo2 aria-hidden size={15} /> Undo
        </Button>
        <Button disabled={!redo} onClick={() => perform(session, 'redo')}>
          <Redo2 aria-hidden size={15} /> Redo
        </Button>
        <Button onClick={() => void exportLog(session)}>
          <Download aria-hidden size={15} /> Export as CSV
        </Button>
      </div>
      <ChoiceSet
        look="switch"
        className="subject"
        name="log-scope"
        legend="Show"
        value={scope}
        choices={SCOPES}
        onChange={setScope}
      />
      {problem === null ? null : <p className="problem">{problem}</p>}
      {entries.length === 0 && problem === null ? <p className="empty">No change is on record here.</p> : null}
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.number} entry={entry} />
        ))}
      </ol>
      {entries.length >= limit && limit < 500 ? (
        <Button look="quiet" onClick={() => setLimit(500)}>
          Older changes
        </Button>
      ) : null}
    </div>
  )
}

/** The number of the last change, in the status bar: the way to the change log. */
export function ChangeNumber(): JSX.Element {
  const session = useOpenSession()
  const number = useSession((state) => state.number)
  return (
    <Button look="quiet" className="change-number" onClick={() => showPanel(session, 'log')}>
      Change {number}
    </Button>
  )
}
