/**
 * The sentences that say why a headline figure moved, or why it did not, one for each edit that a scenario holds.
 * The reasons stand with the filing's lines; here they are chosen.
 */
import { cellText } from '../calc/cell_text.ts'
import { structureFormula } from '../calc/layout.ts'
import type { Engine } from '../calc/engine.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { cellName, sameCell } from '../model/cell.ts'
import type { CellRef, Filing, HeadlineId, Line, Reason, Schedule } from '../model/filing.ts'
import { columnOf, findCell, readLineName, type Found, lineName } from '../model/lookup.ts'
import { type Decimal, ZERO, withoutResidue } from '../money/decimal.ts'
import { differenceFromBooks } from '../checks/books.ts'
import { shown, turnWords } from './edit_words.ts'

type Around = {
  filing: Filing
  engine: Engine
  column: string
  /** The cell edited last, whose sentence comes first; the others follow in the order of the filing. */
  last?: CellRef | null
}

/** An input of the scenario that differs from the base. */
type Moved = { ref: CellRef; found: Found; before: Value; after: Value; change: Decimal; differs: Decimal | null }

/** The headlines that a line's reason speaks of: it tells what taxable income does. */
const TAXABLE: ReadonlySet<HeadlineId> = new Set(['taxable_income'])

/** Why the headline stands where it does, an edit a sentence; none for headlines that follow from another. */
export function sentencesOf(
  around: Around,
  headline: { id: HeadlineId; ref: CellRef | null; difference: Decimal | null },
): string[] {
  const { filing, engine, last } = around
  const moved = movedInputs(filing, engine)
  const main = filing.headlines?.some(({ id }) => TAXABLE.has(id))
    ? TAXABLE.has(headline.id)
    : filing.headlines?.[0]?.id === headline.id
  if (!main || headline.ref === null) return []
  const answers = moved.filter(({ found }) => found.schedule.start === found.line.id)
  const causes = moved.filter((one) => !answers.includes(one) || moved.length === answers.length)
  const here = causes.filter((one) => bearsOn(around, one.ref))
  if (here.length === 0) {
    if (moved.length === 0) return filing.status === 'draft' ? [] : ['No change from the filing.']
    return ['The edits of this scenario are in other periods.']
  }
  const isLast = ({ ref }: Moved): boolean => sameCell(ref, last ?? undefined)
  return here.toSorted((a, b) => Number(isLast(b)) - Number(isLast(a))).map((one) => clauseOf(around, one, moved))
}

/** Inputs of the scenario whose value differs from the base, in the order of the filing. */
function movedInputs(filing: Filing, engine: Engine): Moved[] {
  return engine.scenarioInputs().flatMap((ref) => {
    const found = findCell(filing, ref)
    const [before, after] = [engine.value(ref, 'base'), engine.value(ref)]
    if (!found || !(before === null || isAmount(before)) || !(after === null || isAmount(after))) return []
    const change = withoutResidue((after ?? ZERO).minus(before ?? ZERO))
    return change.isZero()
      ? []
      : [{ ref, found, before, after, change, differs: differenceFromBooks(filing, engine, ref) }]
  })
}

/** True where an edit stands in the period of the headlines, or in one that ends with it. */
function bearsOn({ filing, column }: Around, ref: CellRef): boolean {
  if (ref.column === column) return true
  const columns = filing.schedules.flatMap((schedule) => schedule.columns)
  const focus = columns.find(({ id }) => id === column)
  const own = columns.find(({ id }) => id === ref.column)
  if (focus === undefined || own === undefined) return false
  if (own.kind === 'component' || focus.kind !== 'duration') return true
  return focus.formula?.includes(`@${ref.column}`) ?? false
}

/** `Provision for loan losses raised by 10,000. The add-back rises by the same amount, so taxable income does not change.` */
function clauseOf(around: Around, one: Moved, moved: readonly Moved[]): string {
  const { found, change } = one
  const { line, column } = found
  const direction = change.isNegative() ? 'lower' : 'higher'
  // What a line's reason says of its adjustment does not hold while that is overridden.
  const isAnswered = !overriddenAnswer(around, found)
  const reason = isAnswered ? line.reasons?.find((candidate) => applies(candidate, one, direction, moved)) : undefined
  const parts = [`${lineName(found)} ${howMuch(one, direction)}`]
  const differs = one.differs && `The adjustment now differs from books by ${cellText(one.differs, line, column)}`
  if (differs) parts.push(differs)
  if (!isAnswered) parts.push(OVERRIDDEN)
  const turn = turnWords(found, one.before, one.after, ['became', 'turned'])
  if (turn !== undefined) parts.push(turn.startsWith('turned') ? `The amount ${turn}` : turn)
  if (reason && !differs?.toLowerCase().startsWith(reason.text.toLowerCase())) parts.push(reason.text)
  return parts.map(asSentence).join(' ')
}

const OVERRIDDEN = 'The adjustment is overridden and does not follow, so taxable income changes too'

type Adjustment = { schedule: Schedule; line: Line }

/** The adjustments of a filing that mirror lines of the books; looked for once for each structure, since headlines are read at each key. */
const adjustments = new WeakMap<readonly Schedule[], readonly Adjustment[]>()

function isMirror({ source }: Line): boolean {
  return source !== undefined
}

function adjustmentsOf({ schedules }: Filing): readonly Adjustment[] {
  let known = adjustments.get(schedules)
  if (!known) {
    known = schedules.flatMap((schedule) => schedule.lines.filter(isMirror).map((line) => ({ schedule, line })))
    adjustments.set(schedules, known)
  }
  return known
}

/** True where an adjustment that mirrors the line was overridden in the column, so that it does not follow an edit of the books. */
function overriddenAnswer({ filing, engine }: Around, { schedule, line, column: moved }: Found): boolean {
  const name = `${schedule.id}.${line.id}`
  return adjustmentsOf(filing).some((one) => {
    // An adjustment of an entity stands in the consolidated column.
    const id = moved.entity && one.line.entity === moved.entity.name ? moved.entity.of : moved.id
    const column = columnOf(one.schedule, id)
    if (
      !column ||
      differenceFromBooks(filing, engine, { schedule: one.schedule.id, line: one.line.id, column: id }) === null
    )
      return false
    // The source may be a sum: then the formula of the adjustment names its lines.
    const names: string[] = structureFormula(one.line, column)?.text.match(/\w+\.\w+/g) ?? []
    return one.line.source!.line === name || names.includes(name)
  })
}

/** With a capital and a full stop: workbooks made before hold their reasons without. */
function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`
}

/**
 * `raised by 10,000`, which reads after a name in the singular and in the plural. A loss or a deduction stands negative, and "raised"
 * would say the opposite of what its name does: there both figures are given, `changed from (34,348) to (49,460)`.
 */
function howMuch({ found, before, after, change }: Moved, direction: string): string {
  const negative = [before, after].some((value) => isAmount(value) && value.isNegative())
  if (negative) return `changed from ${shown(before, found) || 'blank'} to ${shown(after, found) || 'blank'}`
  return `${direction === 'higher' ? 'raised' : 'lowered'} by ${cellText(change.abs(), found.line, found.column)}`
}

function applies(reason: Reason, one: Moved, direction: 'higher' | 'lower', moved: readonly Moved[]): boolean {
  if (reason.direction !== undefined && reason.direction !== direction) return false
  if (reason.flow !== undefined && reason.flow !== (one.differs ? 'tax_only' : 'books_and_tax')) return false
  if (reason.alongside === undefined) return true
  const other = cellName({ ...readLineName(reason.alongside), column: one.ref.column })
  return moved.some(({ ref }) => cellName(ref) === other)
}
