/**
 * A draft in which an id is another: every formula, link, head, input, remark and comment that names it is carried.
 * The new id must be free; that is judged by whoever renames.
 */
import { renameInFormula, type Renaming } from '../formula/rewrite.ts'
import type { CellRef, Column, Filing, Line, Schedule } from '../model/filing.ts'
import { mapped, withFormulas } from './formulas.ts'
import type { Draft } from './plan.ts'

/** A draft after a renaming, and how many formulas were carried with it. */
export type Renamed = { draft: Draft; carried: number }

/** Renames a line, a column of one schedule, or a schedule. */
export function renamed(draft: Draft, change: Renaming): Renamed {
  let carried = 0
  const rewritten = withFormulas(draft, (text, { schedule }) => {
    const next = renameInFormula(text, { schedule }, change)
    if (next !== text) carried++
    return next
  })
  const filing: Filing = {
    ...rewritten.filing,
    schedules: mapped(rewritten.filing.schedules, (schedule) => ofSchedule(schedule, change)),
  }
  const scenarios = mapped(rewritten.scenarios, (scenario) => {
    const cells = mapped(scenario.cells, (cell) => ofRef(cell, change))
    return cells === scenario.cells ? scenario : { ...scenario, cells }
  })
  const comments = mapped(draft.comments, (comment) => ofRef(comment, change))
  return { draft: { ...rewritten, filing: ofHead(filing, change), scenarios, comments }, carried }
}

/** Renames a column in several schedules at once: links without `@column` find it by its id, and the head speaks of it by id. */
export function renamedColumn(draft: Draft, schedules: readonly string[], from: string, to: string): Renamed {
  let carried = 0
  let next = draft
  for (const schedule of schedules) {
    const done = renamed(next, { kind: 'column', schedule, from, to })
    carried += done.carried
    next = done.draft
  }
  const rule = next.filing.minimumDistribution
  if (!rule) return { draft: next, carried }
  const swap = (id: string): string => (id === from ? to : id)
  const yearToDate = Object.fromEntries(
    Object.entries(rule.yearToDate).map(([key, columns]) => [swap(key), columns.map(swap)]),
  )
  const filing = { ...next.filing, minimumDistribution: { ...rule, yearToDate } }
  return { draft: { ...next, filing }, carried }
}

/** The line with what it names carried through the change; its own id too where that is what changes. */
export function ofLine(line: Line, schedule: string, change: Renaming): Line {
  let next = line
  const set = (part: Partial<Line>): void => {
    next = { ...next, ...part }
  }
  if (line.source) {
    const name = ofName(line.source.line, change)
    if (name !== line.source.line) set({ source: { ...line.source, line: name } })
  }
  if (line.reasons) {
    const reasons = mapped(line.reasons, (reason) => {
      if (reason.alongside === undefined) return reason
      const alongside = ofName(reason.alongside, change)
      return alongside === reason.alongside ? reason : { ...reason, alongside }
    })
    if (reasons !== line.reasons) set({ reasons })
  }
  if (change.kind === 'schedule' || change.schedule !== schedule) return next
  const swap = (id: string): string => (id === change.from ? change.to : id)
  if (change.kind === 'line') {
    if (line.id === change.from) set({ id: change.to })
    if (line.parent === change.from) set({ parent: change.to })
  } else {
    if (line.columns?.includes(change.from)) set({ columns: line.columns.map(swap) })
    if (line.only?.includes(change.from)) set({ only: line.only.map(swap) })
  }
  return next
}

function ofSchedule(schedule: Schedule, change: Renaming): Schedule {
  const lines = mapped(schedule.lines, (line) => ofLine(line, schedule.id, change))
  const next = lines === schedule.lines ? schedule : { ...schedule, lines }
  if (change.kind === 'schedule') {
    if (schedule.id !== change.from) return next
    return { ...next, id: change.to, cells: next.cells.map((cell) => ({ ...cell, schedule: change.to })) }
  }
  if (schedule.id !== change.schedule) return next
  const { from, to } = change
  const key = change.kind
  const cells = mapped(next.cells, (cell) => (cell[key] === from ? { ...cell, [key]: to } : cell))
  const facts = schedule.facts && mapped(schedule.facts, (fact) => (fact[key] === from ? { ...fact, [key]: to } : fact))
  const kept: Schedule = { ...next, cells, ...(facts && { facts }) }
  if (key === 'line') return kept.start === from ? { ...kept, start: to } : kept
  const columns = mapped(kept.columns, (column): Column => {
    const { entity } = column
    if (entity?.of === from) return { ...column, entity: { ...entity, of: to } }
    return column.id === from ? { ...column, id: to } : column
  })
  const groups = kept.groups?.map((group) =>
    group.columns.includes(from) ? { ...group, columns: group.columns.map((id) => (id === from ? to : id)) } : group,
  )
  return { ...kept, columns, ...(groups && { groups }) }
}

/** A cell, or what stands at one. */
function ofRef<T extends CellRef>(at: T, change: Renaming): T {
  if (change.kind === 'schedule') return at.schedule === change.from ? { ...at, schedule: change.to } : at
  if (at.schedule !== change.schedule || at[change.kind] !== change.from) return at
  return { ...at, [change.kind]: change.to }
}

/** `schedule.line` or `schedule.line@column` after the change. */
function ofName(name: string, change: Renaming): string {
  const [path = '', column] = name.split('@')
  const [schedule = '', line = ''] = path.split('.')
  const at = column === undefined ? '' : `@${column}`
  if (change.kind === 'schedule') return schedule === change.from ? `${change.to}.${line}${at}` : name
  if (schedule !== change.schedule) return name
  if (change.kind === 'line') return line === change.from ? `${schedule}.${change.to}${at}` : name
  return column === change.from ? `${path}@${change.to}` : name
}

function ofHead(filing: Filing, change: Renaming): Filing {
  const { headlines, minimumDistribution: rule } = filing
  let next = filing
  if (headlines) {
    const changed = mapped(headlines, (headline) => {
      const lines = mapped(headline.lines, (name) => ofName(name, change))
      return lines === headline.lines ? headline : { ...headline, lines }
    })
    if (changed !== headlines) next = { ...next, headlines: changed }
  }
  if (rule) {
    const taxableIncome = ofName(rule.taxableIncome, change)
    const preferredDividends = ofName(rule.preferredDividends, change)
    if (taxableIncome !== rule.taxableIncome || preferredDividends !== rule.preferredDividends) {
      next = { ...next, minimumDistribution: { ...rule, taxableIncome, preferredDividends } }
    }
  }
  return next
}
