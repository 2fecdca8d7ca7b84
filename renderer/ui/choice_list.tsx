/**
 * A field over a list of choices, driven from the field: arrows mark, Enter takes. It knows neither what is chosen nor
 * how choices are ranked.
 */
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- The field keeps the focus over the list, as the ARIA pattern of a combobox has it. */
import { useEffect, useRef, useState, type JSX, type KeyboardEvent, type ReactNode } from 'react'

export type ListedChoice = { id: string; label: ReactNode; more: ReactNode; why?: string | null }

type Props<T extends ListedChoice> = {
  /** The field's name for screen readers. */
  name: string
  placeholder?: string
  choices: readonly T[]
  query: string
  onQuery: (query: string) => void
  /** With undefined where nothing is marked. */
  onChoose: (choice: T | undefined) => void
  /** Which choice is marked before an arrow key is pressed; -1 for none. */
  first?: 0 | -1
  children?: ReactNode
}

const PAGE = 8

/** The field with its list; what stands between them and the list's end is the caller's. */
export function ChoiceList<T extends ListedChoice>(props: Props<T>): JSX.Element {
  const { name, placeholder, choices, query, onQuery, onChoose, first = 0, children } = props
  const [moved, setMoved] = useState<number | null>(null)
  const at = choices.length === 0 ? -1 : Math.min(moved ?? first, choices.length - 1)
  const list = useRef<HTMLDivElement>(null)
  const marked = choices[at]

  useEffect(() => {
    if (choices[at]) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, choices])

  function pressed(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const last = choices.length - 1
    if (event.key === 'ArrowDown') setMoved(at >= last ? 0 : at + 1)
    else if (event.key === 'ArrowUp') setMoved(at <= 0 ? last : at - 1)
    else if (event.key === 'PageDown') setMoved(Math.min(at + PAGE, last))
    else if (event.key === 'PageUp') setMoved(Math.max(at - PAGE, 0))
    else if (event.key === 'Enter') onChoose(marked)
    else return
    event.preventDefault()
  }

  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label={name}
        aria-autocomplete="list"
        aria-expanded={choices.length > 0}
        aria-controls="choices"
        aria-activedescendant={marked ? `choice-${at}` : undefined}
        placeholder={placeholder}
        value={query}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setMoved(null)
          onQuery(event.target.value)
        }}
        onKeyDown={pressed}
      />
      {children}
      <div id="choices" ref={list} className="choice-list" role="listbox" aria-label="Found" tabIndex={-1}>
        {choices.map((choice, index) => (
          <div
            key={choice.id}
            id={`choice-${index}`}
            className="listed-choice"
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            aria-disabled={choice.why ? true : undefined}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              setMoved(index)
              onChoose(choice)
            }}
          >
            <span>{choice.label}</span>
            <small>{choice.why ?? choice.more}</small>
          </div>
        ))}
      </div>
    </>
  )
}
