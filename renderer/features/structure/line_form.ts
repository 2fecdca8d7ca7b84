/**
 * A line as a form states it, and back: every choice as text or a tick, so that what is typed stays as typed until it is a line.
 * Pure; whether the line may stand so is judged by the plan.
 */
import type { AdjustmentType, Format, Line, Origin } from '../../../shared/model/filing.ts'
import { printsInFilingCopy } from '../../../shared/model/lookup.ts'
import { idRefusal } from '../../../shared/structure/ids.ts'
import type { Misstated } from '../../session/structure/form_judgement.ts'
import { choicesFault, choicesIn, filled, readDecimals } from './form_texts.ts'

export type LineForm = {
  label: string
  id: string
  kind: Line['kind']
  formula: string
  /** The formula serves the columns in `columns` only. */
  isPartlyServed: boolean
  columns: string[]
  /** The line has cells in the columns in `only` only. */
  isConfined: boolean
  only: string[]
  format: Format | ''
  /** The choices, one to a line. */
  choices: string
  decimals: string
  parent: string
  source: string
  sign: '1' | '-1'
  type: AdjustmentType | ''
  /** The entity whose columns it reads; blank for none. */
  entity: string
  notes: string[]
  origin: Origin | ''
  how: string
  rule: NonNullable<Line['rule']> | ''
  currency: boolean
  deduction: boolean
  proof: boolean
  /** As ticked; undefined where the line's place tells: a line prints in the filing copy, a detail does not. */
  filingCopy: boolean | undefined
}

export function lineForm(line: Line): LineForm {
  return {
    label: line.label,
    id: line.id,
    kind: line.kind,
    formula: line.formula ?? '',
    isPartlyServed: line.columns !== undefined,
    columns: line.columns ?? [],
    isConfined: line.only !== undefined,
    only: line.only ?? [],
    format: line.format ?? '',
    choices: (line.choices ?? []).join('\n'),
    decimals: line.decimals === undefined ? '' : String(line.decimals),
    parent: line.parent ?? '',
    source: line.source?.line ?? '',
    sign: line.source?.sign === -1 ? '-1' : '1',
    type: line.type ?? '',
    entity: line.entity ?? '',
    notes: line.notes ?? [],
    origin: line.origin ?? '',
    how: line.how ?? '',
    rule: line.rule ?? '',
    currency: line.currency === true,
    deduction: line.deduction === true,
    proof: line.proof === true,
    filingCopy: line.filingCopy,
  }
}

/** Whether the line that a form states prints in the filing copy. */
export function isInFilingCopy({ filingCopy, parent }: LineForm): boolean {
  return printsInFilingCopy({ ...(filingCopy !== undefined && { filingCopy }), ...(parent !== '' && { parent }) })
}

/** The tick as it is kept: what its place tells anyway need not be said, and follows where the line goes. */
export function tickedCopy({ parent }: LineForm, isTicked: boolean): boolean | undefined {
  return isTicked === (parent === '') ? undefined : isTicked
}

/** All that a form cannot say; what was wrong with the line before may stay. */
function faultsOf(form: LineForm, decimals: number | undefined | null, before: Line): Misstated<LineForm>[] {
  const faults: Misstated<LineForm>[] = []
  const [id, hasFormula] = [form.id.trim(), form.formula.trim() !== '']
  const misnamed = id === before.id ? undefined : idRefusal(id, [])
  if (form.label.trim() === '' && form.kind !== 'text' && before.label !== '')
    faults.push({ at: 'label', refusal: { code: 'line_without_label' } })
  if (misnamed) faults.push({ at: 'id', refusal: misnamed })
  if (form.kind === 'formula' && before.kind !== 'formula' && !hasFormula)
    faults.push({ at: 'formula', refusal: { code: 'line_without_formula' } })
  const listed = choicesFault(form, before)
  if (listed) faults.push(listed)
  if (decimals === null) faults.push({ at: 'decimals', refusal: { code: 'decimals_out_of_range' } })
  if (form.isPartlyServed && hasFormula && form.columns.length === 0)
    faults.push({ at: 'columns', refusal: { code: 'formula_serves_none' } })
  if (form.isConfined && form.only.length === 0) faults.push({ at: 'only', refusal: { code: 'cells_in_no_column' } })
  return faults
}

/** The line that a form states; what no field shows, such as reasons, stays as it was. */
export function statedLine(form: LineForm, { reasons, attention, ...before }: Line): Line | Misstated<LineForm> {
  const decimals = readDecimals(form.decimals)
  const [fault, ...others] = faultsOf(form, decimals, before)
  if (fault || decimals === null) return { ...fault!, ...(others.length > 0 && { others }) }
  const { formula, format, parent, source, type, entity, notes, origin, how, rule, filingCopy } = form
  return {
    id: form.id.trim(),
    label: form.label.trim(),
    kind: form.kind,
    ...filled({ formula, format, parent, type, origin, how, rule }),
    ...(form.isPartlyServed && formula.trim() !== '' && { columns: form.columns }),
    ...(form.isConfined && { only: form.only }),
    ...(decimals !== undefined && { decimals }),
    ...choicesIn(form),
    ...(attention && format === 'choice' && { attention }),
    ...(source !== '' && { source: { line: source, sign: form.sign === '-1' ? -1 : 1 } }),
    ...(notes.length > 0 && { notes }),
    ...(form.currency && { currency: true }),
    ...(form.deduction && { deduction: true }),
    ...(form.proof && { proof: true }),
    ...filled({ entity }),
    ...(filingCopy !== undefined && { filingCopy }),
    ...(reasons && { reasons }),
  }
}
