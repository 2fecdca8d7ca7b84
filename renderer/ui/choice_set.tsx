/**
 * A question with a few answers side by side, of which one holds.
 */
import { useId, type JSX } from 'react'

type Props<T extends string> = {
  legend: string
  value: T
  choices: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}

export function ChoiceSet<T extends string>({ legend, value, choices, onChange }: Props<T>): JSX.Element {
  const name = useId()
  return (
    <fieldset className="choice-set">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
