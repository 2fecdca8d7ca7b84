/**
 * An entry of the change log: what was done, where, when and by whom; it leads to the figure that was changed.
 */
import type { JSX } from 'react'
import { isolated } from '../../../shared/money/isolated.ts'
import type { LogEntry } from '../../../shared/model/log_entry.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { go } from '../../session/place/going.ts'
import type { Session } from '../../session/session.ts'
import { localClock, localTime } from '../../ui/local_time.ts'
import { SpokenText } from '../../ui/spoken.tsx'
import { KINDS, whereText } from './wording.ts'

/** Goes to where the change was made; into the base layer where its scenario is gone. */
function goTo(session: Session, filing: string, place: NonNullable<LogEntry['place']>): void {
  const { schedule, scenario } = place
  const exists = scenario !== null && session.workbook().book.hasScenario(filing, scenario)
  go(session, { filing, schedule, scenario: exists ? scenario : null }, { cell: place })
}

export function LogEntryRow({ entry }: { entry: LogEntry }): JSX.Element {
  const session = useOpenSession()
  const { kind, number, time, title, author, place, filing } = entry
  const where = whereText(session.workbook().book, entry)
  const words = (
    <>
      <span className="log-title">
        {KINDS[kind]}
        <SpokenText text={title} />
      </span>
      {where === '' ? null : <small className="log-where">{where}</small>}
      <small>
        {number} ·{' '}
        <time dateTime={time} title={localTime(time)}>
          {localClock(time)}
        </time>{' '}
        · {isolated(author)}
      </small>
    </>
  )
  const canGo = place !== null && filing !== null && session.workbook().book.filing(filing) !== undefined
  return (
    <li className={kind}>
      {canGo ? (
        <button type="button" onClick={() => goTo(session, filing, place)}>
          {words}
        </button>
      ) : (
        <div>{words}</div>
      )}
    </li>
  )
}
