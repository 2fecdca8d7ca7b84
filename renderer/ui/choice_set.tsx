/**
 * A question with a few answers side by side, of which one holds: as a list of choices, or as a switch.
 */
import { useId, type JSX, type ReactNode } from 'react'

type Props<T extends string> = {
  legend: string
  value: T
  choices: readonly { value: T; label: string; hint?: string }[]
  onChange: (value: T) => void
  look?: 'list' | 'switch'
  /** The name of the inputs, where the page gives them one. */
  name?: string
  className?: string
  /** True where the place says what is asked; screen readers are told all the same. */
  isLegendUnseen?: boolean
  /** What stands behind the answers. */
  children?: ReactNode
}

export function ChoiceSet<T extends string>(props: Props<T>): JSX.Element {
  const { legend, value, choices, onChange, look = 'list', name, className = '', isLegendUnseen, children } = props
  const own = useId()
  return (
    <fieldset className={`${look === 'switch' ? 'flow-switch' : 'choice-set'} ${className}`}>
      <legend className={isLegendUnseen ? 'unseen' : undefined}>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={look === 'switch' ? undefined : 'choice'} title={choice.hint}>
          <input
            type="radio"
            name={name ?? own}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
      {children}
    </fieldset>
  )
}
