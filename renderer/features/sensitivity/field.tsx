/**
 * A labelled field that keeps what was typed and shows beside it why it was refused.
 */
import { useId, type JSX } from 'react'
import type { Wrong } from './read_fields.ts'

type Props = {
  name: string
  label: string
  value: string
  onChange: (text: string) => void
  wrong: Wrong | null
  wide?: boolean
  /** Ids of a datalist that offers cells. */
  list?: string
}

export function Field({ name, label, value, onChange, wrong, wide = false, list }: Props): JSX.Element {
  const id = useId()
  const problem = wrong?.field === name ? wrong.reason : null
  return (
    <div className={wide ? 'field wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        list={list}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={problem !== null ? true : undefined}
        aria-describedby={problem !== null ? `${id}-problem` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem === null ? null : (
        <p className="problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
