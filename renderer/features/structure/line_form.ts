/**
 * A line as a form states it, and back: every choice as text or a tick, so that what is typed stays as typed until it is a line.
 * Pure; whether the line may stand so is judged by the plan.
 */
import type { AdjustmentType, Format, Line, Origin } from '../../../shared/model/filing.ts'
import { printsInFilingCopy } from '../../../shared/model/lookup.ts'
import { idRefusal } from '../../../shared/structure/ids.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'

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
  decimals: string
  parent: string
  source: string
  sign: '1' | '-1'
  type: AdjustmentType | ''
  notes: string[]
  origin: Origin | ''
  how: string
  rule: NonNullable<Line['rule']> | ''
  currency: boolean
  deduction: boolean
  /** As ticked; undefined where the line's place tells: a line prints in the filing copy, a detail does not. */
  filingCopy: boolean | undefined
}

/** What a form cannot say as a line, at which field. */
export type Misstated = { at: keyof LineForm; reason: string; others?: Misstated[] }

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
    decimals: line.decimals === undefined ? '' : String(line.decimals),
    parent: line.parent ?? '',
    source: line.source?.line ?? '',
    sign: line.source?.sign === -1 ? '-1' : '1',
    type: line.type ?? '',
    notes: line.notes ?? [],
    origin: line.origin ?? '',
    how: line.how ?? '',
    rule: line.rule ?? '',
    currency: line.currency === true,
    deduction: line.deduction === true,
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

/** Display decimals as typed; undefined where none are set, null where the text is no number of places. */
export function readDecimals(text: string): number | undefined | null {
  const typed = text.trim()
  if (typed === '') return undefined
  return /^(?:\d|10)$/.test(typed) ? Number(typed) : null
}

export const DECIMALS_RANGE = 'Decimals are a whole number from 0 to 10, or blank for what the format shows.'

/** The parts of a line that a form always states anew. */
type Stated = 'label' | 'id' | 'kind'

/** Optional parts as a line carries them: absent where the form leaves them blank. */
function optional(form: LineForm, decimals: number | undefined): Omit<Line, Stated> {
  const { formula, format, parent, source, type, notes, origin, how, rule } = form
  return {
    ...(formula.trim() !== '' && { formula: formula.trim() }),
    ...(form.isPartlyServed && form.formula.trim() !== '' && { columns: form.columns }),
    ...(form.isConfined && { only: form.only }),
    ...(format !== '' && { format }),
    ...(decimals !== undefined && { decimals }),
    ...(parent !== '' && { parent }),
    ...(source !== '' && { source: { line: source, sign: form.sign === '-1' ? (-1 as const) : (1 as const) } }),
    ...(type !== '' && { type }),
    ...(notes.length > 0 && { notes }),
    ...(origin !== '' && { origin }),
    ...(how.trim() !== '' && { how: how.trim() }),
    ...(rule !== '' && { rule }),
    ...(form.currency && { currency: true }),
    ...(form.deduction && { deduction: true }),
    ...(form.filingCopy !== undefined && { filingCopy: form.filingCopy }),
  }
}

/** All that a form cannot say; what was wrong with the line before may stay. */
function faultsOf(form: LineForm, decimals: number | undefined | null, before: Line): Misstated[] {
  const faults: Misstated[] = []
  const [id, label] = [form.id.trim(), form.label.trim()]
  if (label === '' && form.kind !== 'text' && before.label !== '')
    faults.push({ at: 'label', reason: refusalText({ code: 'line_without_label' }) })
  const misnamed = id === before.id ? undefined : idRefusal(id, [])
  if (misnamed) faults.push({ at: 'id', reason: refusalText(misnamed) })
  if (form.kind === 'formula' && before.kind !== 'formula' && form.formula.trim() === '') {
    faults.push({ at: 'formula', reason: refusalText({ code: 'line_without_formula' }) })
  }
  if (decimals === null) faults.push({ at: 'decimals', reason: DECIMALS_RANGE })
  if (form.isPartlyServed && form.formula.trim() !== '' && form.columns.length === 0) {
    faults.push({ at: 'columns', reason: 'The formula serves at least one column, or all of them.' })
  }
  if (form.isConfined && form.only.length === 0) {
    faults.push({ at: 'only', reason: 'The line has cells in at least one column, or in all of them.' })
  }
  return faults
}

/** The line that a form states; what no field shows, such as reasons, stays as it was. */
export function statedLine(form: LineForm, before: Line): Line | Misstated {
  const decimals = readDecimals(form.decimals)
  const faults = faultsOf(form, decimals, before)
  const [fault, ...others] = faults
  if (fault || decimals === null) return { ...fault!, ...(others.length > 0 && { others }) }
  const { reasons } = before
  return {
    id: form.id.trim(),
    label: form.label.trim(),
    kind: form.kind,
    ...optional(form, decimals),
    ...(reasons && { reasons }),
  }
}

export function isMisstated(stated: object | Misstated): stated is Misstated {
  return 'at' in stated && 'reason' in stated
}
