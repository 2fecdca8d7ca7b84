/**
 * The schedule's heading, as a printed schedule has it: title, unit, and whether it is hypothetical.
 */
import type { JSX } from 'react'
import type { Filing, Schedule } from '../../shared/model/filing.ts'
import { useSession } from '../contrib/use_session.ts'
import { scenarioShown } from '../session/reading/shown.ts'

export function ScheduleHead({ filing, schedule }: { filing: Filing; schedule: Schedule }): JSX.Element {
  const name = useSession((state) => scenarioShown(state)?.name)
  return (
    <div className="schedule-head">
      <h2>{schedule.title ?? schedule.id}</h2>
      <p className="unit-line">
        {schedule.unitLine ?? (filing.unit ? `(in ${filing.unit})` : '')}
        {filing.unaudited ? ' (unaudited)' : ''}
      </p>
      {name ? <p className="hypothetical">Hypothetical: {name}</p> : null}
    </div>
  )
}
