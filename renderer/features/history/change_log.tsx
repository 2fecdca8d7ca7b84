/**
 * The change log: the changes of the workbook by day, newest first, narrowed to what is looked for, with undo, redo and export.
 */
import { Download, Redo2, Undo2, type LucideIcon } from 'lucide-react'
import { useMemo, useState, type JSX } from 'react'
import { isolated } from '../../../shared/money/isolated.ts'
import type { LogEntry } from '../../../shared/model/log_entry.ts'
import { perform, whyNot } from '../../contrib/lookup.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { explainedCell, isSameExplained } from '../../session/reading/explained_cell.ts'
import { showPanel } from '../../session/view/view.ts'
import { Button } from '../../ui/button.tsx'
import { exportLog } from './export_log.ts'
import { FirstFigure } from './first_figure.tsx'
import { LogEntryRow } from './log_entry_row.tsx'
import { rangeOf, type LogFilter } from './log_filter.ts'
import { LogFilterFields } from './log_filter_fields.tsx'
import { byDay } from './log_pages.ts'
import { useLog } from './use_log.ts'
import { EXPORT, NONE_FOUND, OLDER } from './wording.ts'

function Days({ entries }: { entries: readonly LogEntry[] }): JSX.Element {
  const days = useMemo(() => byDay(entries), [entries])
  return (
    <>
      {days.map(({ day, entries: made }) => (
        <section key={day} className="log-day" aria-label={day}>
          <h3>{day}</h3>
          <ol>
            {made.map((entry) => (
              <LogEntryRow key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

/** Undo or redo; with nothing to take back it stays, says why, and does nothing. */
function Reversal({ kind, Icon, word }: { kind: 'undo' | 'redo'; Icon: LucideIcon; word: string }): JSX.Element {
  const session = useOpenSession()
  const next = useSession((state) => state[kind])
  const reason = next ? undefined : (whyNot(session, kind) ?? undefined)
  return (
    <Button
      aria-disabled={reason === undefined ? undefined : true}
      aria-description={reason}
      title={reason ?? (next ? `${word}: ${isolated(next.title)}` : undefined)}
      onClick={() => perform(session, kind)}
    >
      <Icon aria-hidden size={15} /> {word}
    </Button>
  )
}

export function ChangeLog(): JSX.Element {
  const session = useOpenSession()
  const place = useSession((state) => state.place)
  const [filter, setFilter] = useState<LogFilter>({ scope: 'all', kind: 'all', text: '' })
  const isOfCell = filter.scope === 'cell'
  const cell = useSession((state) => (isOfCell ? explainedCell(session, state) : undefined), isSameExplained)
  const { entries, isWhole, problem, readOlder } = useLog(rangeOf(filter, place, cell?.ref))
  return (
    <div className="change-log">
      <div className="log-acts">
        <Reversal kind="undo" Icon={Undo2} word="Undo" />
        <Reversal kind="redo" Icon={Redo2} word="Redo" />
        <Button onClick={() => void exportLog(session)}>
          <Download aria-hidden size={15} /> {EXPORT}
        </Button>
      </div>
      <LogFilterFields filter={filter} onFilter={setFilter} isBase={place?.scenario === null} />
      {problem === null ? null : <p className="problem">{problem}</p>}
      {entries.length === 0 && problem === null ? <p className="empty">{NONE_FOUND}</p> : null}
      <Days entries={entries} />
      {isWhole ? null : (
        <Button look="quiet" onClick={readOlder}>
          {OLDER}
        </Button>
      )}
      {cell && isWhole ? <FirstFigure explained={cell} /> : null}
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
