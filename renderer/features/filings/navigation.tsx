/**
 * Filings and their schedules: where a person can go, and what can be done with a filing.
 */
import { counted } from '../../../shared/money/count.ts'
import { FileLock2, FilePen, FilePlus2 } from 'lucide-react'
import { useEffect, useRef, useState, type JSX } from 'react'
import { COMPARE } from '../../../shared/analysis/compare_schedule.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { linesOfFilings, stageName } from '../../../shared/model/line_of_filings.ts'
import { scheduleName } from '../../../shared/model/lookup.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import { NO_REGISTRANT } from './wording.ts'
import { dateInWords, readDate } from '../../../shared/calendar/dates.ts'
import { FilingMenu } from './filing_menu.tsx'
import { perform } from '../../contrib/lookup.ts'
import { go, scenarioFor } from '../../session/place/going.ts'
import { IconButton } from '../../ui/icon_button.tsx'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { filingsHeld } from '../../session/reading/shown.ts'
import { isSameStructures } from '../../session/book/held.ts'

/** How a filing stands, in words: its stage, draft or filed, its period, its scenarios. */
function standing({ status, periodEnd, form = '', stage: own }: Filing, scenarios: number): string {
  const stage = stageName({ form, ...(own && { stage: own }) })
  return [
    ...(stage === undefined ? [] : [stage]),
    status === 'draft' ? 'Draft' : 'As filed, locked',
    ...(periodEnd !== undefined && readDate(periodEnd) ? [dateInWords(periodEnd)] : []),
    ...(scenarios > 0 ? [counted(scenarios, 'scenario')] : []),
  ].join(' · ')
}

function FilingEntry({ filing, shown }: { filing: Filing; shown: string | undefined }): JSX.Element {
  const session = useOpenSession()
  const [menuOpen, setMenuOpen] = useState(false)
  const isDraft = filing.status === 'draft'
  const open = (schedule: string): void => {
    go(session, { filing: filing.id, schedule, scenario: scenarioFor(session, filing.id) })
  }
  const count = useSession(({ held }) => held.get(filing.id)?.scenarios.length ?? 0)
  return (
    <li>
      <div
        className="filing"
        data-filing={filing.id}
        data-status-of={isDraft ? 'draft' : 'filed'}
        onContextMenu={(event) => {
          event.preventDefault()
          setMenuOpen(true)
        }}
      >
        {isDraft ? <FilePen aria-hidden size={15} /> : <FileLock2 aria-hidden size={15} />}
        <div>
          <strong>{filing.title}</strong>
          <small>{standing(filing, count)}</small>
        </div>
        <FilingMenu filing={filing} open={menuOpen} onOpenChange={setMenuOpen} />
      </div>
      <ul>
        {filing.schedules.map((schedule) => (
          <li key={schedule.id}>
            <button
              type="button"
              className="schedule-link"
              data-goes-to={`${filing.id}/${schedule.id}`}
              aria-current={shown === schedule.id ? 'page' : undefined}
              onClick={() => open(schedule.id)}
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
              onClick={() => open(COMPARE)}
            >
              Comparison of scenarios
            </button>
          </li>
        ) : null}
      </ul>
    </li>
  )
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at])
}

export function Navigation(): JSX.Element {
  const session = useOpenSession()
  const place = useSession((state) => state.place)
  const filings = useSession(filingsHeld, isSameStructures)
  // Filings of one registrant stand together in the order of their periods; one registrant alone needs no head.
  const registrants = useSession(() => session.workbook().book.registrants(), isSameList)
  const lines = linesOfFilings(filings, registrants)
  const list = useRef<HTMLElement>(null)
  const [filing, schedule] = [place?.filing, place?.schedule]
  // Wherever a link, a key or an undo leads, the schedule shown stays in sight in the list.
  useEffect(() => {
    if (filing === undefined || schedule === undefined) return
    list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' })
  }, [filing, schedule])
  return (
    <nav ref={list} className="navigation" aria-label="Filings and schedules" data-region="navigation">
      <div className="navigation-head">
        <h2>Filings</h2>
        <IconButton
          icon={FilePlus2}
          name="New filing"
          hint="New filing (Alt+Shift+F)"
          onClick={() => perform(session, 'new_filing')}
        />
      </div>
      {lines.map(({ key, name, filings: line }) => (
        <section key={key} className="registrant" aria-label={name === '' ? NO_REGISTRANT : isolated(name)}>
          {lines.length > 1 ? <h3>{name === '' ? NO_REGISTRANT : isolated(name)}</h3> : null}
          <ul>
            {line.map((filing) => (
              <FilingEntry
                key={filing.id}
                filing={filing}
                shown={place?.filing === filing.id ? place.schedule : undefined}
              />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
