/**
 * What the comparison of the filing shown stands on: which scenarios, which period, which lines, and where a cell of it
 * comes from. Reads engines and the remembered view; the figures are the analysis layer's.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { MOST_COMPARED } from '../../../shared/analysis/compare.ts'
import { COMPARE, compareSchedule, type CompareSheet } from '../../../shared/analysis/compare_schedule.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'
import { columnName } from '../../../shared/model/lookup.ts'
import type { ScenarioHead } from '../book/held.ts'
import { heldShown } from './shown.ts'
import { go } from '../place/going.ts'
import { remember } from '../place/remembering.ts'
import { isPeriod, periodInForce } from './period.ts'
import { ofSession, type Session } from '../session.ts'
import type { SessionState } from '../state.ts'
import { COMPARED } from './wording.ts'

export type Comparison = {
  filing: Filing
  sheet: CompareSheet
  /** The scenarios side by side, in the order of the filing. */
  compared: ScenarioHead[]
  /** Chosen scenarios that cannot be shown, since their id is also that of a column of another. */
  leftOut: ScenarioHead[]
  period: string
}

export function isCompare(place: { schedule: string } | null): boolean {
  return place?.schedule === COMPARE
}

/** The ids of the scenarios that the comparison shows: those chosen, else the first four with the active one among them. */
export function comparedScenarios(
  session: Session,
  filing: string,
  { held, view, place }: SessionState = session.getState(),
): string[] {
  const known = (held.get(filing)?.scenarios ?? []).map(({ id }) => id)
  const chosen = view.compared?.[filing]?.filter((id) => known.includes(id))
  if (chosen) return known.filter((id) => chosen.includes(id)).slice(0, MOST_COMPARED)
  const active = place?.filing === filing ? place.scenario : null
  const first = known.filter((id) => id !== active).slice(0, MOST_COMPARED - (active === null ? 0 : 1))
  return known.filter((id) => id === active || first.includes(id))
}

/** Puts a scenario into the comparison or takes it out; a fifth one is not taken. */
export function compareWith(session: Session, filing: string, scenario: string, wanted: boolean): void {
  const standing = comparedScenarios(session, filing).filter((id) => id !== scenario)
  if (wanted && standing.length >= MOST_COMPARED) return
  const { view } = session.getState()
  remember(session, { compared: { ...view.compared, [filing]: wanted ? [...standing, scenario] : standing } })
}

export function showChangedOnly(session: Session, changedOnly: boolean): void {
  remember(session, { comparedChangedOnly: changedOnly })
}

type Compared = { of: readonly unknown[]; shown: Comparison }

const lastCompared = ofSession((): { last?: Compared } => ({}))

/**
 * The comparison of the filing shown, as its figures now stand; undefined where there is none to show. The same object as long as
 * nothing that it stands on changed.
 */
export function comparison(session: Session, state: SessionState = session.getState()): Comparison | undefined {
  const now = heldShown(state)
  const { view, period: periods } = state
  const period = now && periodInForce(now.filing, periods[now.filing.id])
  if (!now || period === undefined) return undefined
  const { filing } = now
  const changedOnly = view.comparedChangedOnly ?? false
  const ids = comparedScenarios(session, filing.id, state)
  const of = [now, period, changedOnly, ids.join(' ')]
  const known = lastCompared(session).last
  if (known?.of.every((one, at) => one === of[at])) return known.shown
  const { sheets } = session.workbook()
  const chosen = now.scenarios.filter(({ id }) => ids.includes(id))
  const clashes = ({ id }: ScenarioHead): boolean => {
    const stem = id.replace(/_(?:difference|percent)$/, '')
    return id === 'base' || (stem !== id && ids.includes(stem))
  }
  const [compared, leftOut] = [chosen.filter((one) => !clashes(one)), chosen.filter(clashes)]
  const sheet = compareSchedule({
    filing,
    column: period,
    base: sheets.engine(filing.id, null),
    scenarios: compared.map(({ id, name }) => ({ id, name, engine: sheets.engine(filing.id, id) })),
    changedOnly,
  })
  const shown = { filing, sheet, compared, leftOut, period }
  lastCompared(session).last = { of, shown }
  return shown
}

/** The periods of a filing, each once, named in full. */
export function periodsOf(filing: Filing): { id: string; name: string }[] {
  const periods = new Map<string, string>()
  for (const schedule of filing.schedules) {
    for (const column of schedule.columns) {
      if (isPeriod(column) && !periods.has(column.id)) periods.set(column.id, columnName(schedule, column))
    }
  }
  return [...periods].map(([id, name]) => ({ id, name }))
}

export function choosePeriod(session: Session, filing: string, period: string): void {
  session.setState((state) => ({ period: { ...state.period, [filing]: period } }))
}

/** The column's scenario: null for the base, undefined for a column that is none. */
export function scenarioOfColumn(
  { compared }: Pick<Comparison, 'compared'>,
  column: string,
): string | null | undefined {
  if (column === 'base') return null
  return compared.find(({ id }) => [id, `${id}_difference`, `${id}_percent`].includes(column))?.id
}

/** The cell of the filing that a cell of the comparison shows, and the scenario in which it stands there. */
export function cellBehind(
  shown: Comparison,
  line: string,
  column: string,
): { ref: CellRef; scenario: string | null } | undefined {
  const ref = shown.sheet.rows.find(({ id }) => id === line)?.ref
  const scenario = scenarioOfColumn(shown, column)
  return ref && scenario !== undefined ? { ref, scenario } : undefined
}

/** Whether a figure of the comparison was typed in its scenario; what else differs from the base follows from such. */
export function isTypedBehind(session: Session, shown: Comparison, line: string, column: string): boolean {
  const behind = shown.compared.some(({ id }) => id === column) ? cellBehind(shown, line, column) : undefined
  if (!behind) return false
  return session.workbook().book.input(shown.filing.id, behind.scenario, behind.ref) !== null
}

/** Opens the cell that a cell of the comparison shows, or says why there is none. */
export function openBehind(session: Session, shown: Comparison, line: string, column: string): void {
  const row = shown.sheet.rows.find(({ id }) => id === line)
  if (!row || row.kind === 'heading') return
  const behind = cellBehind(shown, line, column)
  if (!behind) return remarkOn(session, line, column, COMPARED.noCell(isolated(row.label)))
  const { schedule, line: id, column: at } = behind.ref
  go(session, { filing: shown.filing.id, schedule, scenario: behind.scenario }, { cell: { line: id, column: at } })
}

export function refuseTyping(session: Session, shown: Comparison, line: string, column: string): void {
  const row = shown.sheet.rows.find(({ id }) => id === line)
  if (!row || row.kind === 'heading') return
  const scenario = scenarioOfColumn(shown, column)
  const name = shown.compared.find(({ id }) => id === scenario)?.name
  const text =
    row.ref === null
      ? COMPARED.computed(isolated(row.label))
      : COMPARED.elsewhere(name === undefined ? undefined : isolated(name))
  remarkOn(session, line, column, text)
}

function remarkOn(session: Session, line: string, column: string, text: string): void {
  session.setState({ remark: { ref: { schedule: COMPARE, line, column }, text } })
}
