/**
 * A question with a few answers, of which one holds: one below the other, side by side as ways to go on, or as a switch.
 */
import { useId, type JSX, type ReactNode } from 'react'

/** The class of the whole and of each answer. */
const LOOKS = { list: ['choice-set', 'choice'], ways: ['ways', undefined], switch: ['flow-switch', undefined] } as const

type Props<T extends string> = {
  legend: string
  /** The answer that holds; undefined while none does. */
  value: T | undefined
  choices: readonly { value: T; label: string; hint?: string; isOff?: boolean }[]
  onChange: (value: T) => void
  look?: keyof typeof LOOKS
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
  const [whole, each] = LOOKS[look]
  return (
    <fieldset className={`${whole} ${className}`}>
      <legend className={isLegendUnseen ? 'unseen' : undefined}>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={each} title={choice.hint}>
          <input
            type="radio"
            name={name ?? own}
            value={choice.value}
            checked={value === choice.value}
            disabled={choice.isOff}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
      {children}
    </fieldset>
  )
}
