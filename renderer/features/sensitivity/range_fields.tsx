/**
 * The fields of one range: the figure to be changed, and from which amount to which by which step.
 */
import type { JSX } from 'react'
import { takesInput } from '../../../shared/calc/layout.ts'
import { CellField } from '../../contrib/cell_field.tsx'
import { TextField } from '../../ui/fields.tsx'
import type { RangeFields } from './sensitivity_fields.ts'
import { CHANGING_HINT } from './wording.ts'

const PARTS = [
  { id: 'from', label: 'From' },
  { id: 'to', label: 'To' },
  { id: 'step', label: 'Step' },
] as const

type Props = {
  /** What the range is of, where two stand together. */
  legend?: string
  first?: boolean
  fields: RangeFields
  problem: (field: keyof RangeFields) => string | undefined
  onChange: (fields: RangeFields) => void
}

export function RangeFieldSet({ legend, first = false, fields, problem, onChange }: Props): JSX.Element {
  return (
    <fieldset className="range">
      {legend === undefined ? null : <legend>{legend}</legend>}
      <CellField
        label="Changing cell"
        first={first}
        hint={CHANGING_HINT}
        accepts={takesInput}
        value={fields.cell}
        problem={problem('cell')}
        onChange={(cell) => onChange({ ...fields, cell })}
      />
      <div className="fields-row">
        {PARTS.map(({ id, label }) => (
          <TextField
            key={id}
            label={label}
            value={fields[id]}
            problem={problem(id)}
            onChange={(text) => onChange({ ...fields, [id]: text })}
          />
        ))}
      </div>
    </fieldset>
  )
}
