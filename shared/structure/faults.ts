/**
 * What would be wrong with a filing's structure or with a formula that is to stand in it. Judges; changes nothing.
 */
import { isColumnRange, isLineRange } from '../calc/layout.ts'
import type { FormulaError, Range, Reference } from '../formula/ast.ts'
import { parseFormula } from '../formula/parse.ts'
import { namesIn } from '../formula/rewrite.ts'
import { PREVIOUS } from '../model/column_before.ts'
import type { Filing, Line, Schedule } from '../model/filing.ts'
import { columnName, columnOf, lineName, lineOf, positionOf, scheduleName, scheduleOf } from '../model/lookup.ts'
import { refusalText, type Refusal } from '../refusals/refusal.ts'
import { idRefusal } from './ids.ts'

/**
 * What is wrong with the structure of a filing: ids that are malformed, reserved or stand twice, parents that are missing or loop,
 * formulas that cannot be read. Empty where nothing is.
 */
export function checkStructure(filing: Filing): Refusal[] {
  const faults = idFaults(filing.schedules, 'schedules')
  for (const schedule of filing.schedules) {
    const where = scheduleName(schedule)
    faults.push(...idFaults(schedule.lines, `lines of ${where}`), ...idFaults(schedule.columns, `columns of ${where}`))
    for (const fault of entityFaults(schedule))
      faults.push({ code: 'fault_at', place: where, fault: refusalText(fault) })
    for (const line of schedule.lines) {
      const parent = parentFault(schedule.lines, line)
      if (parent) faults.push({ code: 'fault_at', place: where, fault: refusalText(parent) })
    }
    for (const { label, formula } of [...schedule.lines, ...schedule.columns]) {
      const parsed = formula === undefined ? undefined : parseFormula(formula)
      if (parsed && 'error' in parsed) {
        faults.push({ code: 'fault_at', place: `${where}, ${label}`, fault: parsed.error.message })
      }
    }
  }
  return faults
}

function idFaults(items: readonly { id: string }[], among: string): Refusal[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }) => {
    const isTwice = seen.has(id)
    seen.add(id)
    return isTwice ? { code: 'id_twice', id, among } : (idRefusal(id, []) ?? [])
  })
}

/** Columns of entities whose consolidated column is missing or is an entity's itself, and an entity that stands twice in a period. */
function entityFaults(schedule: Schedule): Refusal[] {
  const seen = new Set<string>()
  return schedule.columns.flatMap((one): Refusal[] => {
    if (!one.entity) return []
    const column = columnName(schedule, one)
    const { of, name } = one.entity
    const consolidated = columnOf(schedule, of)
    if (!consolidated || consolidated.entity) return [{ code: 'entity_of_nothing', column, consolidated: of }]
    if (seen.has(`${of} ${name}`)) return [{ code: 'entity_twice', column }]
    seen.add(`${of} ${name}`)
    return []
  })
}

/** What is wrong with the line under which a line folds. */
export function parentFault(lines: readonly Line[], line: Line): Refusal | undefined {
  const passed = new Set([line.id])
  const name = (): string => lineName({ schedule: { lines }, line })
  for (let at = line; at.parent !== undefined;) {
    const parent = lineOf({ lines: lines as Line[] }, at.parent)
    if (!parent) return at === line ? { code: 'parent_missing', line: name(), parent: at.parent } : undefined
    if (parent.id === line.id) return { code: 'under_itself', line: name() }
    // A ring further up is a fault of the lines in it.
    if (passed.has(parent.id)) return undefined
    passed.add(parent.id)
    at = parent
  }
  return undefined
}

/** What is wrong with a formula that is to stand in a schedule: it cannot be read, or names what does not exist. */
export function formulaFault(filing: Filing, own: string, text: string): FormulaError | undefined {
  const parsed = parseFormula(text)
  if ('error' in parsed) return parsed.error
  for (const reference of parsed.formula.references) {
    const fault = nameFault(filing, own, text, reference)
    if (fault) return fault
  }
  return undefined
}

function nameFault(filing: Filing, own: string, text: string, reference: Reference | Range): FormulaError | undefined {
  const id = reference.schedule ?? own
  const schedule = scheduleOf(filing, id)
  for (const { kind, name, at, end } of namesIn(text, reference)) {
    if (kind === 'schedule' ? scheduleOf(filing, name) : !schedule) continue
    if (kind === 'schedule') return { at, end, message: `There is no schedule ${name}.` }
    if (kind === 'line' ? lineOf(schedule, name) : name === PREVIOUS || columnOf(schedule, name)) continue
    return { at, end, message: `${scheduleName(schedule!)} has no ${kind} ${name}.` }
  }
  return schedule && rangeFault(schedule, reference)
}

function rangeFault(schedule: Schedule, reference: Reference | Range): FormulaError | undefined {
  if (reference.type === 'reference') return undefined
  const { at, end, first, last } = reference
  const list = reference.type === 'line_range' ? schedule.lines : schedule.columns
  const [from, to] = [positionOf(list, first), positionOf(list, last)]
  if (from > to) return { at, end, message: `The range is reversed: ${last} stands before ${first}.` }
  if (reference.type === 'column_range') {
    if (isColumnRange(schedule.columns, from, to)) return undefined
    const message = `The ends of a range are two periods, or two entities of one period; ${first} and ${last} are not.`
    return { at, end, message }
  }
  if (isLineRange(schedule.lines, from, to)) return undefined
  return { at, end, message: `The ends of a range fold under the same line; ${first} and ${last} do not.` }
}
