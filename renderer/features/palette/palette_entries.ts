/**
 * What the palette offers: every action of the shell, every filing, schedule and scenario, the columns and lines of the
 * filing shown, each with what choosing it does. Ranks them by what is typed.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { nameRank } from '../../../shared/analysis/name_rank.ts'
import { actionsOf, MENU_GROUPS } from '../../../shared/actions/actions.ts'
import { keyboardPlatform, spellShortcut } from '../../../shared/actions/shortcuts.ts'
import { columnName, lineName, scheduleName } from '../../../shared/model/lookup.ts'
import { perform, whyNot } from '../../contrib/lookup.ts'
import { go, scenarioFor } from '../../session/place/going.ts'
import { shownFiling } from '../../session/reading/figures.ts'
import { goToTarget } from './go_to_dialog.tsx'
import type { Session } from '../../session/session.ts'

export type PaletteEntry = {
  id: string
  label: string
  /** What it is and where, with its shortcut where it has one. */
  more: string
  /** Why it cannot be done now; null where it can. */
  why: string | null
  /** Raises kinds that are meant more often over others that answer as well. */
  weight: number
  run: () => void
}

const WEIGHT = { action: 60, schedule: 50, filing: 45, scenario: 40, column: 25, line: 20, otherLine: 0 }

/** At most this many are listed. */
const MOST = 60

/** Everything there is to choose from, as things now stand. */
export function paletteEntries(session: Session): PaletteEntry[] {
  return [...actions(session), ...places(session), ...scenarios(session), ...columns(session), ...lines(session)]
}

/** The entries that answer to what is typed, best first; without anything typed, in their own order. */
export function rankEntries(all: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  if (typed.trim() === '') return all.slice(0, MOST)
  const rank = nameRank(typed)
  const found: { entry: PaletteEntry; rank: number }[] = []
  for (const entry of all) {
    const own = rank(entry.label)
    // Words of the place count too, so that "equity 2009" finds the schedule of that filing; less than the name itself.
    const whole = own ?? rank(`${entry.label} ${entry.more}`)
    if (whole === undefined) continue
    found.push({ entry, rank: whole + entry.weight - (own === undefined ? 150 : 0) - (entry.why === null ? 0 : 100) })
  }
  return found
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, MOST)
    .map(({ entry }) => entry)
}

function actions(session: Session): PaletteEntry[] {
  const { shell } = session.getState()
  const platform = keyboardPlatform(navigator.platform)
  return actionsOf(shell)
    .filter(({ id }) => id !== 'palette')
    .map(({ id, label, group, shortcuts }) => {
      const menu = MENU_GROUPS.find((one) => one.id === group)!.label.replace('&', '')
      const key = shortcuts[0] ? ` · ${spellShortcut(shortcuts[0], platform)}` : ''
      const why = whyNot(session, id)
      return { id, label, more: `${menu}${key}`, why, weight: WEIGHT.action, run: () => perform(session, id) }
    })
}

function places(session: Session): PaletteEntry[] {
  return session
    .workbook()
    .book.filings()
    .flatMap((filing) => {
      const scenario = scenarioFor(session, filing.id)
      const schedules = filing.schedules.map((schedule) => ({
        id: `${filing.id}/${schedule.id}`,
        label: scheduleName(schedule),
        more: `Schedule · ${isolated(filing.title)}`,
        why: null,
        weight: WEIGHT.schedule,
        run: () => go(session, { filing: filing.id, schedule: schedule.id, scenario }),
      }))
      const first = filing.schedules[0]
      if (!first) return schedules
      const self = {
        id: filing.id,
        label: filing.title,
        more: `Filing${filing.registrant === undefined ? '' : ` · ${isolated(filing.registrant)}`}`,
        why: null,
        weight: WEIGHT.filing,
        run: () => go(session, { filing: filing.id, schedule: first.id, scenario }),
      }
      return [self, ...schedules]
    })
}

function scenarios(session: Session): PaletteEntry[] {
  const { place } = session.getState()
  const { book } = session.workbook()
  return book.filings().flatMap((filing) => {
    const isShown = place?.filing === filing.id
    const schedule = isShown ? place.schedule : filing.schedules[0]?.id
    if (schedule === undefined) return []
    return book
      .scenarios(filing.id)
      .filter(({ id }) => !isShown || id !== place.scenario)
      .map(({ id, name }) => ({
        id: `${filing.id}?${id}`,
        label: name,
        more: `Scenario${isShown ? '' : ` · ${isolated(filing.title)}`}`,
        why: null,
        weight: WEIGHT.scenario,
        run: () => go(session, { filing: filing.id, schedule, scenario: id }, { remember: true }),
      }))
  })
}

function columns(session: Session): PaletteEntry[] {
  const { place, focus } = session.getState()
  const filing = shownFiling(session)
  const schedule = filing?.schedules.find(({ id }) => id === place?.schedule)
  const line = focus?.line ?? schedule?.lines[0]?.id
  if (!filing || !schedule || line === undefined) return []
  return schedule.columns.map((column) => ({
    id: `${filing.id}/${schedule.id}@${column.id}`,
    label: columnName(schedule, column),
    more: 'Column',
    why: null,
    weight: WEIGHT.column,
    run: () => goToTarget(session, { filing: filing.id, schedule: schedule.id, line, column: column.id }),
  }))
}

function lines(session: Session): PaletteEntry[] {
  const { place } = session.getState()
  const filing = shownFiling(session)
  if (!filing) return []
  return filing.schedules.flatMap((schedule) =>
    schedule.lines.map((line) => ({
      id: `${filing.id}/${schedule.id}.${line.id}`,
      label: lineName({ schedule, line }),
      more: `Line · ${scheduleName(schedule)}`,
      why: null,
      weight: schedule.id === place?.schedule ? WEIGHT.line : WEIGHT.otherLine,
      run: () => goToTarget(session, { filing: filing.id, schedule: schedule.id, line: line.id, column: null }),
    })),
  )
}
