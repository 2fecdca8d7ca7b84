/**
 * A column as a form states it, with the head that spans it and its neighbours, and back. Pure; whether the column may stand so is judged
 * by the plan.
 */
import type { Column, Format, Origin } from '../../shared/model/filing.ts'
import { noDate, periodColumn } from '../../shared/structure/computed_columns.ts'
import { DECIMALS_RANGE, readDecimals } from './line_form.ts'

export type ColumnForm = {
  label: string
  id: string
  kind: Column['kind']
  end: string
  formula: string
  all: boolean
  format: Format | ''
  decimals: string
  origin: Origin | ''
  how: string
  filingCopy: boolean
  /** The head above it; blank for none. */
  group: string
}

export type MisstatedColumn = { at: keyof ColumnForm; reason: string }

export function columnForm(column: Column, group: string | undefined): ColumnForm {
  return {
    label: column.label,
    id: column.id,
    kind: column.kind,
    end: column.end ?? '',
    formula: column.formula ?? '',
    all: column.all === true,
    format: column.format ?? '',
    decimals: column.decimals === undefined ? '' : String(column.decimals),
    origin: column.origin ?? '',
    how: column.how ?? '',
    filingCopy: column.filingCopy !== false,
    group: group ?? '',
  }
}

/** True for a day that exists, as 2008-02-29. */
function isDate(text: string): boolean {
  return periodColumn({ end: text, span: 'instant' }, []) !== undefined
}

/** The column that a form states. */
export function statedColumn(form: ColumnForm): Column | MisstatedColumn {
  const decimals = readDecimals(form.decimals)
  if (decimals === null) return { at: 'decimals', reason: DECIMALS_RANGE }
  const { formula, format, origin, how } = form
  const end = form.end.trim()
  if (end !== '' && !isDate(end)) {
    return { at: 'end', reason: noDate(end) }
  }
  return {
    id: form.id.trim(),
    label: form.label.trim(),
    kind: form.kind,
    ...(formula.trim() !== '' && { formula: formula.trim() }),
    ...(form.all && { all: true }),
    ...(format !== '' && { format }),
    ...(decimals !== undefined && { decimals }),
    ...(end !== '' && { end }),
    ...(origin !== '' && { origin }),
    ...(how.trim() !== '' && { how: how.trim() }),
    ...(!form.filingCopy && { filingCopy: false }),
  }
}
