/**
 * Filings and their schedules: where a person can go.
 */
import { FileLock2, FilePen } from 'lucide-react'
import type { JSX } from 'react'
import { COMPARE } from '../../shared/analysis/compare_schedule.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { scheduleName } from '../../shared/model/lookup.ts'
import { go, rememberedScenario, workbook } from '../workbench/opened.ts'
import { useSession } from '../workbench/session.ts'

function FilingEntry({ filing, shown }: { filing: Filing; shown: string | undefined }): JSX.Element {
  const place = useSession((state) => state.place)
  const isDraft = filing.status === 'draft'
  const scenario = place?.filing === filing.id ? place.scenario : rememberedScenario(filing.id)
  const count = workbook().book.scenarios(filing.id).length
  return (
    <li>
      <div className="filing">
        {isDraft ? <FilePen aria-hidden size={15} /> : <FileLock2 aria-hidden size={15} />}
        <div>
          <strong>{filing.title}</strong>
          <small>
            {isDraft ? 'Draft' : 'As filed, locked'}
            {count > 0 ? `, ${count} ${count === 1 ? 'scenario' : 'scenarios'}` : ''}
          </small>
        </div>
      </div>
      <ul>
        {filing.schedules.map((schedule) => (
          <li key={schedule.id}>
            <button
              type="button"
              className="schedule-link"
              aria-current={shown === schedule.id ? 'page' : undefined}
              onClick={() => go({ filing: filing.id, schedule: schedule.id, scenario })}
            >
              {scheduleName(schedule)}
            </button>
          </li>
        ))}
        {count > 0 || shown === COMPARE ? (
          <li>
            <button
              type="button"
              className="schedule-link"
              aria-current={shown === COMPARE ? 'page' : undefined}
              onClick={() => go({ filing: filing.id, schedule: COMPARE, scenario })}
            >
              Comparison of scenarios
            </button>
          </li>
        ) : null}
      </ul>
    </li>
  )
}

export function Navigation(): JSX.Element {
  const place = useSession((state) => state.place)
  useSession((state) => state.revision)
  const filings = workbook().book.filings()
  return (
    <nav className="navigation" aria-label="Filings and schedules" data-region="navigation">
      <h2>Filings</h2>
      <ul>
        {filings.map((filing) => (
          <FilingEntry
            key={filing.id}
            filing={filing}
            shown={place?.filing === filing.id ? place.schedule : undefined}
          />
        ))}
      </ul>
    </nav>
  )
}
