/**
 * A date typed as people write it, with what is understood in words beneath. Gives the date as ISO text as soon as one is meant, until
 * then the text as it is typed; what is refused of it is the form's to say.
 */
import { useState, type ComponentProps, type JSX } from 'react'
import { dateInWords, readDate } from '../../shared/calendar/dates.ts'
import { parseDate, slashedDate } from '../../shared/calendar/typed_dates.ts'

/** What is typed and what was given for it; another value was put there since where that differs. */
type Typed = { text: string; gave: string }

type Props = Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  value: string
  onChange: (value: string) => void
}

/** The control alone; its form draws the label and what is said beneath. */
export function DateInput({ value, onChange, ...own }: Props): JSX.Element {
  const [typed, setTyped] = useState<Typed>({ text: slashedDate(value), gave: value })
  const onType = (text: string): void => {
    const parsed = parseDate(text)
    const gave = parsed.kind === 'date' ? parsed.iso : text
    setTyped({ text, gave })
    onChange(gave)
  }
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      {...own}
      value={typed.gave === value ? typed.text : slashedDate(value)}
      onChange={(event) => onType(event.target.value)}
    />
  )
}

/** What a date field says beneath: the date in words, else what is given for it. */
export function dateHint<T extends string | undefined>(value: string, otherwise: T): string | T {
  return readDate(value.trim()) ? dateInWords(value.trim()) : otherwise
}
