/**
 * What happened to one cell in every layer: who, when, from what to what, and the way to take a change back.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { useState, type JSX } from 'react'
import type { HistoryEntry } from '../../../shared/model/log_entry.ts'
import { cellName } from '../../../shared/model/cell.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { localTime } from '../../ui/local_time.ts'
import { revertChange } from '../../session/committing.ts'
import { useRead } from '../../contrib/use_read.ts'
import { useRested } from '../../contrib/use_rested.ts'
import { explainedCell, type Explained } from '../../session/reading/explained_cell.ts'
import { FirstFigure } from './first_figure.tsx'
import { inputText, KINDS, NEVER_CHANGED, NO_ANSWER, OLDER } from './wording.ts'
import { SpokenFigure } from '../../ui/spoken.tsx'
import type { Session } from '../../session/session.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { Button } from '../../ui/button.tsx'

/** Entries read at first; a cell that changed more often says so. */
const FIRST = 20
const ALL = 500

type Read = { of: string; entries: HistoryEntry[]; problem: string | null }

async function readHistory(session: Session, of: string, { filing, ref }: Explained, limit: number): Promise<Read> {
  const { schedule, line, column } = ref
  try {
    const answer = await session.client.history({ filing: filing.id, schedule, line, column, limit })
    return answer.ok
      ? { of, entries: answer.value.entries, problem: null }
      : { of, entries: [], problem: answer.failure.message }
  } catch {
    return { of, entries: [], problem: NO_ANSWER.history }
  }
}

function Entry({ entry, explained }: { entry: HistoryEntry; explained: Explained }): JSX.Element {
  const session = useOpenSession()
  const { number, time, author, kind, title, undone, scenario, before, after } = entry
  const { filing, ref } = explained
  const found = findCell(filing, ref)!
  const named = session
    .workbook()
    .book.scenarios(filing.id)
    .find(({ id }) => id === scenario)?.name
  const layer =
    scenario === null ? (filing.status === 'draft' ? 'Draft' : 'As filed') : (named ?? `${scenario}, deleted`)
  return (
    <li className={undone ? 'undone' : undefined} title={title}>
      <span className="history-change">
        {KINDS[kind]}
        <SpokenFigure text={inputText(before, found)} /> <span aria-hidden>→</span>
        <span className="unseen">to</span> <SpokenFigure text={inputText(after, found)} />
      </span>
      <small>
        {number} · {isolated(layer)} · <time dateTime={time}>{localTime(time)}</time> · {isolated(author)}
        {undone ? ' · undone since' : ''}
      </small>
      {kind === 'edit' && !undone ? (
        <Button
          look="quiet"
          aria-label={`Undo from here: change ${number}`}
          onClick={() => revertChange(session, number)}
        >
          Undo from here
        </Button>
      ) : null}
    </li>
  )
}

function HistoryOf({ explained }: { explained: Explained }): JSX.Element | null {
  const session = useOpenSession()
  const news = useRested((state) => state.number)
  const [limit, setLimit] = useState(FIRST)
  const { filing, ref } = explained
  const of = `${filing.id} ${cellName(ref)}`
  const none: Read = { of: '', entries: [], problem: null }
  const read = useRead(() => readHistory(session, of, explained, limit), `${of} ${news} ${limit}`, none)
  if (read.of !== of) return null
  return (
    <section className="cell-history">
      <h3>History of this figure</h3>
      {read.problem === null ? null : <p className="problem">{read.problem}</p>}
      {read.entries.length === 0 && read.problem === null ? <p>{NEVER_CHANGED}</p> : null}
      <ol>
        {read.entries.map((entry) => (
          <Entry key={`${entry.number} ${entry.scenario}`} entry={entry} explained={explained} />
        ))}
      </ol>
      {read.entries.length >= limit && limit < ALL ? (
        <Button look="quiet" onClick={() => setLimit(ALL)}>
          {OLDER}
        </Button>
      ) : null}
      <FirstFigure explained={explained} />
    </section>
  )
}

/** The history of the explained figure, as part of its explanation. */
export function CellHistory(): JSX.Element | null {
  const explained = explainedCell(useOpenSession())
  return explained ? <HistoryOf explained={explained} /> : null
}
