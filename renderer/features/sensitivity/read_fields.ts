/**
 * Reads what was typed into the fields of a sensitivity table: figures by their names, amounts as any cell takes them.
 * Says which field is wrong and why; must not guess.
 */
import { amountsOf } from '../../../shared/analysis/sensitivity.ts'
import { headlineCell } from '../../../shared/analysis/headlines.ts'
import { readCell } from '../../../shared/analysis/read_cell.ts'
import { cellFormat } from '../../../shared/calc/layout.ts'
import type { CellRef, Filing, Format, HeadlineId } from '../../../shared/model/filing.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { plain, type Decimal } from '../../../shared/money/decimal.ts'
import type { Question, RangeAsked } from '../../../shared/print/question.ts'
import { parseTyped } from '../../../shared/money/parse.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import type { RangeFields } from './sensitivity_fields.ts'
import type { Computed, Subject } from './subject.ts'

/** A field that cannot be used, by its name, and the reason. */
export type Wrong = { kind: 'wrong'; field: string; refusal: Refusal }

export function wrong(field: string, refusal: Refusal): Wrong {
  return { kind: 'wrong', field, refusal }
}

/** Why a field cannot be used, after an answer; undefined where it can, and once it was changed. */
export function problemAt(
  computed: Computed<{ kind: string } | Wrong>,
  field: string,
  isUnchanged: boolean,
): string | undefined {
  if (computed.kind !== 'computed' || !isUnchanged) return undefined
  const { answer } = computed
  return 'field' in answer && answer.field === field ? refusalText(answer.refusal) : undefined
}

type ReadRange = {
  kind: 'range'
  by: CellRef
  from: Decimal
  to: Decimal
  step: Decimal
  amounts: Decimal[]
  /** The same as paper is asked for it. */
  asked: RangeAsked
}

/** A table with the question that it answers. */
export type Answered<T> = T & { question: Question }

const NEEDS = {
  from: 'range_without_start',
  to: 'range_without_end',
  step: 'range_without_step',
} as const

function readAmount(text: string, format: Format, field: string, blank: Refusal): Decimal | Wrong {
  const typed = parseTyped(text, format)
  if (typed.kind === 'amount') return typed.value
  if (typed.kind === 'blank') return wrong(field, blank)
  if (format !== 'percent' && format !== 'rate' && text.includes('%')) {
    return wrong(field, { code: 'percentage_for_amount', typed: text.trim() })
  }
  return wrong(field, typed.kind === 'refused' ? typed.refusal : { code: 'amount_needed' })
}

function isWrong(read: Decimal | Wrong): read is Wrong {
  return 'kind' in read
}

/** Reads a range; the fields are named `cell`, `from`, `to`, `step` after the prefix. */
export function readRange({ filing, near }: Subject, fields: RangeFields, prefix = ''): ReadRange | Wrong {
  const target = readCell(filing, fields.cell, near)
  if (target.kind === 'refused') return wrong(`${prefix}cell`, target.refusal)
  const found = findCell(filing, target.ref)!
  const format = cellFormat(found.line, found.column)
  const read = (name: keyof typeof NEEDS): Decimal | Wrong =>
    readAmount(fields[name], format, `${prefix}${name}`, { code: NEEDS[name] })
  const from = read('from')
  if (isWrong(from)) return from
  const to = read('to')
  if (isWrong(to)) return to
  const step = read('step')
  if (isWrong(step)) return step
  const range = amountsOf({ from, to, step })
  if (range.kind === 'refused') return wrong(step.isZero() ? `${prefix}step` : `${prefix}to`, range.refusal)
  const asked = { by: target.ref, from: plain(from), to: plain(to), step: plain(step) }
  return { kind: 'range', by: target.ref, from, to, step, amounts: range.amounts, asked }
}

/** Reads a relative change, `10%` or `10`, as a fraction. */
export function readRelative(text: string, field: string): { kind: 'relative'; value: Decimal } | Wrong {
  const read = readAmount(text, 'percent', field, { code: 'percentage_needed' })
  return isWrong(read) ? read : { kind: 'relative', value: read.div(100) }
}

/** A headline figure that one cell shows in the period: what a table can watch. */
type HeadlineOutput = { id: HeadlineId; label: string; ref: CellRef }

export function headlineOutputs(filing: Filing, period: string): HeadlineOutput[] {
  return (filing.headlines ?? []).flatMap((headline) => {
    const ref = headlineCell(filing, headline, period)
    return ref ? [{ id: headline.id, label: headline.label, ref }] : []
  })
}
