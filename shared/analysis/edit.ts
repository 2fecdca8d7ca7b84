/**
 * What an edit means: which inputs it sets, what follows beside the cell, or why it is refused.
 * Plans only; must not change the engine it is given, nor store anything.
 */
import { isMeasured, storedText } from '../money/format.ts'
import { listed } from '../money/listed.ts'
import type { Engine } from '../calc/engine.ts'
import { CellError } from '../calc/cell_error.ts'
import { formulaFault } from '../calc/formula_faults.ts'
import { hasCell, structureFormula, typedAt, cellFormat } from '../calc/layout.ts'
import { isAmount } from '../calc/value.ts'
import { parseFormula } from '../formula/parse.ts'
import { readCellName } from '../model/cell.ts'
import type { CellInput, CellRef, Filing, Flow } from '../model/filing.ts'
import { columnName, findCell, type Found, lineName, cellTitle } from '../model/lookup.ts'
import { countText } from '../money/count.ts'
import { Decimal, ZERO, inRange, plain, quantize, withoutResidue } from '../money/decimal.ts'
import { type Typed } from '../money/parse.ts'
import { thousandTimes } from '../money/scale.ts'
import { adjust } from './adjustment.ts'
import { overrideWords, roundingWords, shown, signTurn } from './edit_words.ts'
import { refused, type Refusal, type Refused } from '../refusals/refusal.ts'
import type { Consequence, Plan } from './plan.ts'

/** What an edit may ask: whether an amount so much larger or smaller is in the filing's unit; whether the books of a draft move. */
export type AskedKind = 'thousand_times_larger' | 'thousand_times_smaller' | 'books_of_draft'

export type EditPlan =
  | Refused
  /** The person must choose; a choice carries its plan, or the text to enter instead. `about` is the kind of question. */
  | { kind: 'confirm'; about: AskedKind; question: string; choices: { label: string; text: string; plan?: Plan }[] }
  | Plan

/** An edit at a cell, on a scenario (`scenario` its id) or on the base (`scenario` null). */
export type EditRequest = {
  filing: Filing
  engine: Engine
  scenario: string | null
  ref: CellRef
  text: string
  flow: Flow
  /** At an adjustment that mirrors a sum of GAAP lines: which of them moves (`schedule.line`), other than its source line. */
  sourceLine?: string
  /** Nobody reads the title of the plan, which is left blank where writing it is all that it would cost. */
  untitled?: boolean
}

/** An edit whose cell has been found. */
export type Situation = EditRequest & { found: Found }

/** Why a cell takes no input, whatever is typed; undefined where it takes one. */
export function noInputRefusal(filing: Filing, ref: CellRef): Refusal | undefined {
  const found = findCell(filing, ref)
  if (!found) return { code: 'no_such_cell' }
  const { line, column } = found
  if (!hasCell(line, column)) {
    if (line.kind === 'heading') return { code: 'heading_without_figure' }
    return { code: 'no_figure_in_column', line: lineName(found) }
  }
  return column.all ? { code: 'column_computed', column: columnName(found.schedule, column) } : undefined
}

/**
 * Plans the edit of a cell to the text typed. Blank text is Delete: it clears an input or reverts an override.
 * Amounts typed at an adjustment flow as `flow` says; a cell that sums periods moves its latest period.
 */
export function planEdit(request: EditRequest): EditPlan {
  const closed = noInputRefusal(request.filing, request.ref)
  if (closed) return refused(closed)
  const found = findCell(request.filing, request.ref)!
  const situation = { ...request, found }
  const typed = typedAt(found, request.text)
  switch (typed.kind) {
    case 'refused':
      return typed
    case 'blank':
      return clear(situation)
    case 'text':
      return plan(situation, [{ ...request.ref, input: typed.value }], () => typed.value)
    case 'formula':
      return enterFormula(situation, typed.text)
    case 'change':
      return change(situation, typed)
    case 'amount':
      return enterAmount(situation, typed.value)
  }
}

function plan({ found, untitled }: Situation, inputs: CellInput[], to: () => string, consequence?: Consequence): Plan {
  const title = untitled ? '' : `${cellTitle(found)}: ${to()}`
  return consequence ? { kind: 'plan', inputs, title, consequence } : { kind: 'plan', inputs, title }
}

function clear(situation: Situation): EditPlan {
  const { engine, ref, found, scenario } = situation
  const value = engine.value(ref)
  const before = (): string => shown(value, found)
  const layer = scenario === null ? 'base' : 'scenario'
  const own = engine.input(ref, layer)
  const formula = structureFormula(found.line, found.column)
  if (own !== null && (layer === 'scenario' || formula)) {
    const inputs = [{ ...ref, input: null }]
    const to = engine.suppose(inputs, layer, () => shown(engine.value(ref, layer), found))
    return plan(situation, inputs, () => `${before() || 'blank'} reverted to ${to || 'blank'}`)
  }
  if (layer === 'scenario' && engine.input(ref, 'base') !== null && !formula) {
    return plan(situation, [{ ...ref, input: '' }], () => `${before()} cleared`)
  }
  if (own !== null) return plan(situation, [{ ...ref, input: null }], () => `${before()} cleared`)
  if (formula) return refused({ code: 'nothing_to_clear', line: lineName(found) })
  return { kind: 'plan', inputs: [], title: cellTitle(found) }
}

function change(situation: Situation, typed: Extract<Typed, { kind: 'change' }>): EditPlan {
  const { engine, ref, found } = situation
  const value = engine.value(ref)
  if (value !== null && !isAmount(value)) return refused({ code: 'no_amount_to_change', line: lineName(found) })
  const now = value ?? ZERO
  if (value === null && typed.operator === '*=') {
    return refused({ code: 'nothing_to_multiply', line: lineName(found) })
  }
  const next =
    typed.operator === '+='
      ? withoutResidue(now.plus(typed.operand))
      : typed.operator === '-='
        ? withoutResidue(now.minus(typed.operand))
        : quantize(now.times(typed.operand))
  if (!inRange(next)) return refused({ code: 'result_out_of_range' })
  return enterAmount(situation, next, true)
}

function enterFormula(situation: Situation, text: string): EditPlan {
  const { engine, ref, found, scenario } = situation
  const parsed = parseFormula(text)
  if ('error' in parsed) {
    const { at, end, message } = parsed.error
    return refused({ code: 'formula_unreadable', wrong: text.slice(at, end), at, fault: message })
  }
  const fault = formulaFault(situation.filing, ref, text)
  if (fault) return refused({ code: 'formula_fault', fault: fault.message })
  const layer = scenario === null ? 'base' : 'scenario'
  const inputs = [{ ...ref, input: text }]
  const after = engine.suppose(inputs, layer, () => engine.value(ref, layer))
  if (after instanceof CellError && after.members) {
    return refused({ code: 'own_result', through: memberNames(situation, after.members) })
  }
  const replaces = structureFormula(found.line, found.column)
  const consequence = { text: `= ${shown(after, found) || 'blank'}`, warning: false }
  return plan(situation, inputs, () => text, replaces ? overrideWords(situation, consequence.text) : consequence)
}

/** The lines of a cycle by their labels; a few of them tell where it runs. */
function memberNames({ filing }: Situation, members: readonly string[]): string {
  const labels = members.map((name) => {
    const ref = readCellName(name)
    const found = ref && findCell(filing, ref)
    return found ? lineName(found) : name
  })
  const distinct = [...new Set(labels)]
  return distinct.length > 5
    ? listed([...distinct.slice(0, 5), `${countText(distinct.length - 5)} more`])
    : distinct.join(', ')
}

function enterAmount(situation: Situation, value: Decimal, meant = false): EditPlan {
  const { engine, ref, found, text } = situation
  const before = engine.value(ref)
  if (isAmount(before) && before.eq(value) && engine.explain(ref).served !== 'scenario_input') {
    return { kind: 'plan', inputs: [], title: cellTitle(found) }
  }
  const planned = flowOf(situation, value)
  const isOther = isAmount(before) && isMeasured(cellFormat(found.line, found.column)) && thousandTimes(before, value)
  if (planned.kind !== 'plan' || meant || !isOther) return planned
  const smaller = value.abs().lt(before.abs())
  const other = smaller ? value.times(1000) : value.div(1000)
  const unit = situation.filing.unit ?? 'its unit'
  return {
    kind: 'confirm',
    about: smaller ? 'thousand_times_smaller' : 'thousand_times_larger',
    question: `${shown(value, found)} is about a thousand times ${smaller ? 'smaller' : 'larger'} than the present ${shown(before, found)}. The filing is in ${unit}.`,
    choices: [
      { label: `Enter ${shown(other, found)}`, text: plain(quantize(other)) },
      { label: `Keep ${shown(value, found)} as typed`, text, plan: planned },
    ],
  }
}

/** Where an amount typed at a cell goes. */
function flowOf(situation: Situation, value: Decimal): EditPlan {
  const { engine, ref, found } = situation
  const formula = structureFormula(found.line, found.column)
  const layer = situation.scenario === null ? 'base' : 'scenario'
  const overridden = formula !== undefined && engine.input(ref, layer) !== null
  if (formula?.by === 'column' && !overridden && found.column.kind === 'duration') {
    const moved = moveLatestPeriod(situation, value, formula.text)
    if (moved) return moved
  }
  if (found.line.source && isMeasured(cellFormat(found.line, found.column))) {
    const adjusted = adjust(situation, value, formula !== undefined)
    if (adjusted) return adjusted
  }
  const before = engine.value(ref)
  const to = (): string => `${shown(before, found) || 'blank'} to ${shown(value, found)}`
  const format = cellFormat(found.line, found.column)
  const inputs = [{ ...ref, input: isMeasured(format) ? plain(value) : storedText(value, format) }]
  if (formula) return plan(situation, inputs, to, overrideWords(situation, undefined, value))
  return plan(situation, inputs, to, signTurn(found, before, value))
}

/** A sum of periods takes an edit by moving its latest period: estimates are made year to date. */
function moveLatestPeriod(situation: Situation, value: Decimal, formula: string): EditPlan | undefined {
  const { engine, ref, found } = situation
  const latest = latestPeriod(found, formula)
  if (!latest) return undefined
  const by = { ...ref, column: latest }
  const [total, period] = [engine.value(ref), engine.value(by)]
  if (!isAmount(total) || (period !== null && !isAmount(period))) return undefined
  const next = withoutResidue((period ?? ZERO).plus(withoutResidue(value.minus(total))))
  const there = { ...situation, ref: by }
  const inner = planEdit({ ...there, text: plain(next) })
  const moved = findCell(situation.filing, by)!
  const name = columnName(moved.schedule, moved.column)
  const rounding = roundingWords(situation, value)
  const text = rounding
    ? `${rounding} The latest period takes the change: ${name} becomes ${shown(next, moved)}, from ${shown(period, moved) || 'blank'}. =${plain(value)} keeps the periods and overrides the total.`
    : `The latest period takes the change: ${name} becomes ${shown(next, moved)}.`
  const told = (plan: Plan): Plan => ({
    ...plan,
    title: `${cellTitle(found)}: ${shown(total, found)} to ${shown(value, found)}, by ${name}`,
    consequence: {
      text: plan.consequence ? `${text} ${plan.consequence.text}` : text,
      warning: rounding !== undefined || (plan.consequence?.warning ?? false),
    },
  })
  if (inner.kind === 'plan') return told(inner)
  if (inner.kind === 'refused') return inner
  // What is asked is asked of the period: a choice is planned there, not typed again at the total.
  const choices = inner.choices.flatMap((choice) => {
    const planned = choice.plan ?? planEdit({ ...there, text: choice.text })
    return planned.kind === 'plan' ? [{ ...choice, plan: told(planned) }] : []
  })
  return { ...inner, question: `${text} ${inner.question}`, choices }
}

/** Among the columns that a sum of periods adds up, the one that ends last; undefined where it is no such sum. */
function latestPeriod({ schedule }: Found, text: string): string | undefined {
  const parsed = parseFormula(text)
  if ('error' in parsed) return undefined
  const named = parsed.formula.references.flatMap((reference) => {
    if (reference.type === 'reference') return [reference.column]
    if (reference.type === 'line_range') return [undefined]
    const ids = schedule.columns.map(({ id }) => id)
    return ids.slice(ids.indexOf(reference.first), ids.indexOf(reference.last) + 1)
  })
  // The entities of one period are no periods: none of them is the latest.
  const periods = named.map((id) =>
    schedule.columns.find((one) => one.id === id && one.kind === 'duration' && !one.entity),
  )
  if (periods.length < 2 || periods.includes(undefined)) return undefined
  return periods.reduce((a, b) => ((b!.end ?? '') >= (a!.end ?? '') ? b : a))!.id
}
