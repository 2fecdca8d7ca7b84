/**
 * The fields of a filing's details, each refusal beside its field. Holds no state of its own.
 */
import { useId, type ComponentProps, type JSX } from 'react'
import { detailRefusals, type FilingDetails } from '../../../shared/templates/filing_details.ts'
import { STAGES } from '../../../shared/model/filing.ts'
import { STAGE_NAMES } from '../../../shared/model/line_of_filings.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { dateHint, DateInput } from '../../ui/date_field.tsx'
import { Problem } from '../../ui/problem.tsx'

type TextKey = Exclude<keyof FilingDetails, 'unaudited' | 'stage'>

const FIELDS: readonly { key: TextKey; label: string; isDate?: true; placeholder?: string }[] = [
  { key: 'title', label: 'Title', placeholder: 'Fourth quarter 2007 results' },
  { key: 'registrant', label: 'Registrant' },
  { key: 'form', label: 'Form', placeholder: 'Form 10-Q' },
  { key: 'periodEnd', label: 'Period end', isDate: true, placeholder: '12/31/2007' },
  { key: 'documentDate', label: 'Document date', isDate: true, placeholder: '2/14/2008' },
  { key: 'unit', label: 'Unit', placeholder: 'thousands of dollars' },
]

type Props = {
  details: FilingDetails
  onChange: (details: FilingDetails) => void
  readOnly?: boolean
  /** Problems beyond those of the fields themselves, such as a period that does not follow. */
  problems?: Partial<Record<keyof FilingDetails, Refusal>>
  /** True once the form was sent: what is still empty is then a mistake. */
  sent: boolean
}

/** True where nothing is wrong with the details themselves. */
export function areDetailsComplete(details: FilingDetails): boolean {
  return Object.keys(detailRefusals(details)).length === 0
}

type InputProps = Omit<ComponentProps<'input'>, 'onChange'> & { onChange: (text: string) => void }

function TextInput({ onChange, ...own }: InputProps): JSX.Element {
  return <input autoComplete="off" spellCheck={false} {...own} onChange={(event) => onChange(event.target.value)} />
}

export function DetailFields({ details, onChange, readOnly = false, problems = {}, sent }: Props): JSX.Element {
  const base = useId()
  const wrong = readOnly ? {} : { ...problems, ...detailRefusals(details) }
  return (
    <div className="detail-fields">
      {FIELDS.map(({ key, label, isDate, placeholder }) => {
        const id = `${base}-${key}`
        // What was not typed yet is no mistake until the form is sent.
        const problem = details[key].trim() === '' && !sent ? undefined : wrong[key]
        const value = details[key]
        const hint = isDate && problem === undefined ? dateHint(value, undefined) : undefined
        const described = [hint ? `${id}-hint` : '', problem === undefined ? '' : `${id}-problem`].join(' ').trim()
        const control = {
          id,
          name: key,
          value,
          readOnly,
          ...(readOnly || placeholder === undefined ? {} : { placeholder }),
          ...(described === '' ? {} : { 'aria-describedby': described }),
          ...(problem === undefined ? {} : { 'aria-invalid': true }),
        }
        const change = (text: string): void => onChange({ ...details, [key]: text })
        return (
          <div key={key} className={`detail-field ${key}`}>
            <label htmlFor={id}>{label}</label>
            {isDate ? <DateInput {...control} onChange={change} /> : <TextInput {...control} onChange={change} />}
            {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
            <Problem text={problem && refusalText(problem)} id={`${id}-problem`} />
          </div>
        )
      })}
      <div className="detail-field stage">
        <label htmlFor={`${base}-stage`}>Stage</label>
        <select
          id={`${base}-stage`}
          value={details.stage ?? ''}
          disabled={readOnly}
          onChange={(event) => {
            const { stage: _stage, ...rest } = details
            const stage = STAGES.find((one) => one === event.target.value)
            onChange(stage ? { ...rest, stage } : rest)
          }}
        >
          <option value="">As the form says</option>
          {STAGES.map((stage) => (
            <option key={stage} value={stage}>
              {STAGE_NAMES[stage]}
            </option>
          ))}
        </select>
      </div>
      <label className="choice">
        <input
          type="checkbox"
          checked={details.unaudited}
          disabled={readOnly}
          onChange={(event) => onChange({ ...details, unaudited: event.target.checked })}
        />
        <span>Unaudited</span>
      </label>
    </div>
  )
}
