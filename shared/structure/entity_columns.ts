/**
 * Splitting periods of a schedule by entity: for each period a column of every entity before the period's own, which becomes the consolidated
 * one and adds them up. Lines that are not added up, such as shares and rates, stay consolidated. Plans only.
 */
import { isText } from '../calc/layout.ts'
import { namesColumn } from '../formula/ast.ts'
import { referencesOf, withNames } from '../formula/rewrite.ts'
import { entityColumnId, entityColumns, type Entity } from '../model/entities.ts'
import type { Column, ColumnGroup, Line, Schedule } from '../model/filing.ts'
import { columnOf, idsOf, scheduleName, scheduleOf } from '../model/lookup.ts'
import { nameKey } from '../model/names.ts'
import { counted } from '../money/count.ts'
import { listed } from '../money/listed.ts'
import { refused, type Refusal } from '../refusals/refusal.ts'
import { groupOf, groupsInStep } from './column_groups.ts'
import { isAddedUp, partIn, withFiguresAtEntities, type Parts } from './entity_figures.ts'
import { mapped } from './formulas.ts'
import { freeId } from './ids.ts'
import { focusOn } from './judged.ts'
import { confinedTo, servedEntities } from './links.ts'
import { withNotesRenumbered, withSchedule } from './notes.ts'
import type { Draft, StructurePlan } from './plan.ts'
import { proposed } from './propose.ts'

/** Where the figures of a period that is split stand afterwards: in the column of the first entity, or consolidated as entered. */
export type FiguresOfSplit = 'first_entity' | 'consolidated'

export type Split = {
  schedule: string
  entities: readonly Entity[]
  /** The columns that are split: periods or dates. */
  periods: readonly string[]
  figures: FiguresOfSplit
}

/** The entities of a mortgage REIT, as consolidating statements have them. */
export const ENTITIES: readonly Entity[] = [
  { name: 'reit', label: 'REIT' },
  { name: 'trs', label: 'Taxable REIT subsidiaries' },
  { name: 'eliminations', label: 'Eliminations' },
]

const CONSOLIDATED = 'Consolidated'

/** The columns of a schedule that can be split by entity: periods and dates that are not an entity's themselves. */
export function splittable({ columns }: Pick<Schedule, 'columns'>): Column[] {
  return columns.filter(({ kind, all, entity }) => (kind === 'duration' || kind === 'instant') && !all && !entity)
}

/** The entities that a text names, one to a line; those that are known keep their names. */
export function entitiesNamed(text: string, known: readonly Entity[]): Entity[] | Refusal {
  const labels = text.split('\n').map((line) => line.trim())
  const found: Entity[] = []
  for (const label of labels.filter((one) => one !== '')) {
    if (found.some((one) => nameKey(one.label) === nameKey(label))) return { code: 'entity_named_twice', entity: label }
    const same = [...known, ...ENTITIES].find((one) => nameKey(one.label) === nameKey(label))
    found.push(
      same
        ? { name: same.name, label }
        : {
            name: freeId(
              label,
              found.map(({ name }) => name),
              'entity',
            ),
            label,
          },
    )
  }
  return found.length > 0 ? found : { code: 'no_entity_named' }
}

/**
 * Periods split by entity. A period that is split already gains the entities that it lacks. Each consolidated figure stays what it was: with
 * `first_entity` it is entered there and adds up, with `consolidated` it stays as entered, to be compared with its entities.
 */
export function splitByEntity(draft: Draft, split: Split): StructurePlan {
  const schedule = scheduleOf(draft.filing, split.schedule)
  if (!schedule) return refused({ code: 'no_such_schedule' })
  if (split.entities.length === 0) return refused({ code: 'no_entity_named' })
  if (splittable(schedule).length === 0) return refused({ code: 'no_period_to_split' })
  const periods = splittable(schedule).filter(({ id }) => split.periods.includes(id))
  if (periods.length === 0) return refused({ code: 'no_period_chosen' })
  const parts = partsOf(schedule, periods, split.entities)
  const added = [...parts.values()].flat()
  const headed = withHeads(
    { ...schedule, columns: columnsWith(schedule, parts, split.figures), lines: linesWith(schedule, parts) },
    periods,
  )
  const bold = withSchedule(draft, headed)
  const confined = withSchedule(bold, confinedTo(bold.filing, schedule.id, ...idsOf(added)).schedule)
  const served = { ...confined, filing: servedEntities(confined.filing, schedule.id) }
  const after = split.figures === 'first_entity' ? withFiguresAtEntities(draft, served, schedule, parts) : served
  const next = scheduleOf(after.filing, schedule.id)!
  const title = `Split ${counted(periods.length, 'period')} of ${scheduleName(schedule)} by entity: ${listed(split.entities.map(({ label }) => label))}`
  return proposed(
    draft,
    withNotesRenumbered(draft, after),
    title,
    focusOn(next, { column: added[0]?.id ?? periods[0]!.id }),
  )
}

/** The new columns of each period, in the order of the entities. */
function partsOf(schedule: Schedule, periods: readonly Column[], entities: readonly Entity[]): Map<string, Column[]> {
  const taken = new Set(idsOf(schedule.columns))
  const parts = new Map<string, Column[]>()
  for (const period of periods) {
    const stands = new Set(entityColumns(schedule, period.id).map(({ entity }) => entity!.name))
    const own = entities.filter(({ name }) => !stands.has(name))
    // When the period ends is said of the consolidated column alone, so that no entity's stands for the period.
    const { formula: _sum, all: _all, origin: _origin, how: _how, end: _end, ...rest } = period
    parts.set(
      period.id,
      own.map(({ name, label }) => {
        const id = freeId(entityColumnId(period.id, name), taken)
        taken.add(id)
        return { ...rest, id, label, entity: { name, of: period.id } }
      }),
    )
  }
  return new Map([...parts].map(([of, columns]) => [of, columns.map((one) => withFormula(schedule, parts, one))]))
}

/** A part of a year to date adds up the same entity's parts of its periods, where all of them have one. */
function withFormula(schedule: Schedule, parts: Parts, column: Column): Column {
  const { name, of } = column.entity!
  const formula = columnOf(schedule, of)?.formula
  if (formula === undefined) return column
  const partOf = (id: string): string | undefined => partIn(schedule, parts, name, id)
  const named = referencesOf(formula)
  const isPlain = named.every((one) => one.type === 'reference' && one.line === undefined && one.column !== undefined)
  if (!isPlain || named.some((one) => one.type === 'reference' && partOf(one.column!) === undefined)) return column
  const own = withNames(formula, schedule.id, ({ kind, name: id }) => (kind === 'column' ? partOf(id)! : id))
  return { ...column, formula: own }
}

/** Each entity stands before the consolidated column, which adds them up unless its figures stay as entered or it has a formula of its own. */
function columnsWith(schedule: Schedule, parts: Parts, figures: FiguresOfSplit): Column[] {
  return schedule.columns.flatMap((column) => {
    const added = parts.get(column.id)
    if (!added) return [column]
    const all = [...entityColumns(schedule, column.id), ...added]
    const isSum =
      column.formula === undefined
        ? figures === 'first_entity'
        : all.some(({ id }) => column.formula!.includes(`@${id}`))
    const label = CONSOLIDATED
    const formula = all.length === 1 ? `= @${all[0]!.id}` : `= sum(@${all[0]!.id}..@${all.at(-1)!.id})`
    return [...added, isSum ? { ...column, label, formula } : { ...column, label }]
  })
}

/** What serves a period, or is confined to it, serves its entities; what is not added up has no cells in them. */
function linesWith(schedule: Schedule, parts: Parts): Line[] {
  const addedTo = (ids: readonly string[]): string[] => ids.flatMap((id) => [...idsOf(parts.get(id) ?? []), id])
  const others = schedule.columns.filter(({ entity }) => !entity)
  return mapped(schedule.lines, (line): Line => {
    if (line.kind === 'heading' || isText(line)) return line
    if (!isAddedUp(line)) return { ...line, only: line.only ?? idsOf(others) }
    // A formula that names a column reads the same figure for every entity: it goes on serving the periods alone.
    const isFixed = referencesOf(line.formula ?? '').some(namesColumn)
    const { columns = isFixed ? idsOf(others.filter(({ all }) => !all)) : undefined } = line
    if (!columns && !line.only) return line
    return {
      ...line,
      ...(columns && { columns: isFixed ? columns : addedTo(columns) }),
      ...(line.only && { only: addedTo(line.only) }),
    }
  })
}

/** Each period is a head over its entities: what stood over the period, then what the period was called. */
function withHeads(schedule: Schedule, periods: readonly Column[]): Schedule {
  const heads: ColumnGroup[] = []
  for (const period of periods) {
    const columns = [...idsOf(entityColumns(schedule, period.id)), period.id]
    const stood = schedule.groups?.[groupOf(schedule, period.id)]
    const label =
      period.label === CONSOLIDATED ? (stood?.label ?? '') : [stood?.label, period.label].filter(Boolean).join(' ')
    heads.push({ label, columns, ...(stood?.notes && { notes: stood.notes }) })
  }
  const headed = new Set(heads.flatMap(({ columns }) => columns))
  const rest = (schedule.groups ?? []).map((group) => ({
    ...group,
    columns: group.columns.filter((id) => !headed.has(id)),
  }))
  const order = new Map(schedule.columns.map(({ id }, at) => [id, at]))
  const groups = [...rest.filter(({ columns }) => columns.length > 0), ...heads].sort(
    (a, b) => order.get(a.columns[0]!)! - order.get(b.columns[0]!)!,
  )
  return groupsInStep({ ...schedule, groups })
}
