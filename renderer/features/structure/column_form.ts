/**
 * A column as a form states it, with the head that spans it and its neighbours, and back. Pure; whether the column may stand so is judged
 * by the plan.
 */
import type { Column, Format, Origin } from '../../../shared/model/filing.ts'
import { noDate, periodColumn } from '../../../shared/structure/computed_columns.ts'
import { dateInWords, monthsBetween, readDate } from '../../../shared/calendar/dates.ts'
import { movedWords } from '../../../shared/calendar/period_words.ts'
import { periodOfId } from '../../../shared/calendar/periods.ts'
import { HEAD_OF_SPAN } from '../../../shared/calendar/spans.ts'
import type { Misstated } from '../../session/structure/form_judgement.ts'
import { choicesFault, choicesIn, filled, readDecimals } from './form_texts.ts'
import { HINTS } from './wording.ts'

export type ColumnForm = {
  label: string
  id: string
  kind: Column['kind']
  end: string
  formula: string
  all: boolean
  format: Format | ''
  /** The choices, one to a line. */
  choices: string
  decimals: string
  origin: Origin | ''
  how: string
  filingCopy: boolean
  /** The head above it; blank for none. */
  group: string
}

export function columnForm(column: Column, group: string | undefined): ColumnForm {
  return {
    label: column.label,
    id: column.id,
    kind: column.kind,
    end: column.end ?? '',
    formula: column.formula ?? '',
    all: column.all === true,
    format: column.format ?? '',
    choices: (column.choices ?? []).join('\n'),
    decimals: column.decimals === undefined ? '' : String(column.decimals),
    origin: column.origin ?? '',
    how: column.how ?? '',
    filingCopy: column.filingCopy !== false,
    group: group ?? '',
  }
}

/** True for a kind whose figures are of a period or a day, so that it ends on one. */
export function isPeriod(kind: Column['kind']): boolean {
  return kind === 'duration' || kind === 'instant'
}

/**
 * The form with a change and with what follows from it, as long as nobody typed otherwise: the head of a column that is called after
 * the day on which it ends goes with that day, and what is no period any more leaves the head over periods.
 */
export function withColumnChange(before: ColumnForm, form: ColumnForm, change: Partial<ColumnForm>): ColumnForm {
  const next = { ...form, ...change }
  if (change.end !== undefined && form.label === labelAt(before, form.end)) next.label = labelAt(before, change.end)
  if (change.kind !== undefined && form.group === groupAs(before, form.kind)) next.group = groupAs(before, change.kind)
  return next
}

/** What the column is called with another end; as it was, where either is no day. */
function labelAt({ label, end: was }: ColumnForm, typed: string): string {
  const end = typed.trim()
  if (!readDate(was) || !readDate(end) || /\b(?:months|year)\b/i.test(label)) return label
  return movedWords(label, { from: was, to: end, months: monthsBetween(was, end) })
}

function groupAs({ kind: was, group }: ColumnForm, kind: Column['kind']): string {
  return was === 'duration' && kind !== 'duration' && HEAD_OF_SPAN.test(group) ? '' : group
}

/** What is to be known of an id that names a period other than that of the column; undefined where it names none, or that. */
export function idHint(before: ColumnForm, { id, kind, end }: ColumnForm): string | undefined {
  if (!periodOfId(id.trim())) return undefined
  if (!isPeriod(kind)) return HINTS.noPeriod
  const stood = before.id === id && readDate(before.end) && readDate(end.trim())
  if (!stood || monthsBetween(before.end, end.trim()) === 0) return undefined
  return HINTS.keptPeriod(dateInWords(before.end))
}

/** The column that a form states; the entity that it is of stays as it was. */
export function statedColumn(form: ColumnForm, before: Column): Column | Misstated<ColumnForm> {
  const decimals = readDecimals(form.decimals)
  if (decimals === null) return { at: 'decimals', refusal: { code: 'decimals_out_of_range' } }
  const listed = choicesFault(form, before)
  if (listed) return listed
  const { kind, formula, format, origin, how } = form
  const { entity, attention } = before
  // Hidden where the column is no period: an end left over would let it stand for one.
  const { end } = filled({ end: isPeriod(kind) ? form.end : '' })
  if (end !== undefined && !periodColumn({ end, span: 'instant' }, [])) return { at: 'end', refusal: noDate(end) }
  return {
    id: form.id.trim(),
    label: form.label.trim(),
    kind,
    ...filled({ formula, format, origin, how }),
    ...(form.all && { all: true }),
    ...(decimals !== undefined && { decimals }),
    ...choicesIn(form),
    ...(attention && format === 'choice' && { attention }),
    ...(end !== undefined && { end }),
    ...(!form.filingCopy && { filingCopy: false }),
    ...(entity && isPeriod(kind) && { entity }),
  }
}
