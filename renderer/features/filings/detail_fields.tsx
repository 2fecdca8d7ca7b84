/**
 * The fields of a filing's details, each refusal beside its field. Holds no state of its own.
 */
import { useId, type JSX } from 'react'
import { detailRefusals, type FilingDetails } from '../../../shared/templates/filing_details.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { Problem } from '../../ui/problem.tsx'

type TextKey = Exclude<keyof FilingDetails, 'unaudited'>

const FIELDS: readonly { key: TextKey; label: string; hint?: string; placeholder?: string }[] = [
  { key: 'title', label: 'Title', placeholder: 'Fourth quarter 2007 results' },
  { key: 'registrant', label: 'Registrant' },
  { key: 'form', label: 'Form', placeholder: 'Form 10-Q' },
  { key: 'periodEnd', label: 'Period end', hint: 'Year-month-day', placeholder: '2007-12-31' },
  { key: 'documentDate', label: 'Document date', hint: 'Year-month-day, where it has one', placeholder: '2008-02-14' },
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

export function DetailFields({ details, onChange, readOnly = false, problems = {}, sent }: Props): JSX.Element {
  const base = useId()
  const wrong = readOnly ? {} : { ...problems, ...detailRefusals(details) }
  return (
    <div className="detail-fields">
      {FIELDS.map(({ key, label, hint, placeholder }) => {
        const id = `${base}-${key}`
        // What was not typed yet is no mistake until the form is sent.
        const problem = details[key].trim() === '' && !sent ? undefined : wrong[key]
        const described = [hint ? `${id}-hint` : '', problem === undefined ? '' : `${id}-problem`].join(' ').trim()
        return (
          <div key={key} className={`detail-field ${key}`}>
            <label htmlFor={id}>{label}</label>
            <input
              id={id}
              name={key}
              value={details[key]}
              readOnly={readOnly}
              autoComplete="off"
              spellCheck={false}
              {...(readOnly || placeholder === undefined ? {} : { placeholder })}
              {...(described === '' ? {} : { 'aria-describedby': described })}
              {...(problem === undefined ? {} : { 'aria-invalid': true })}
              onChange={(event) => onChange({ ...details, [key]: event.target.value })}
            />
            {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
            <Problem text={problem && refusalText(problem)} id={`${id}-problem`} />
          </div>
        )
      })}
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
