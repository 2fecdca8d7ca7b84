/**
 * A field for the formula of a line or column, with completions under it as the formula bar has them. Knows no plan: why a
 * formula is refused is given.
 */
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- The field keeps the focus over the list, as the ARIA pattern of a combobox has it. */
import { useEffect, useId, useLayoutEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react'
import { nameAtCaret } from '../../../shared/formula/completion.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'
import { candidatesFor, type Candidate } from '../../session/edit/candidates.ts'
import type { OwnControlProps } from '../../ui/field_table.tsx'
import { Under } from '../../ui/fields.tsx'

/** `cell` is one that the formula would serve: what it reads without naming it is there. */
type Served = { filing: Filing; cell: CellRef }

type Props = Served & {
  label: string
  value: string
  problem?: string | undefined
  hint?: string | undefined
  onChange: (formula: string) => void
}

/** What may complete the name at the caret, and what of the text it replaces. */
type Offer = { list: readonly Candidate[]; at: number; end: number }

const NONE: Offer = { list: [], at: 0, end: 0 }

function offerAt(filing: Filing, cell: CellRef, text: string, caret: number): Offer {
  const name = nameAtCaret(text, caret)
  if (!name) return NONE
  const list = candidatesFor(filing, cell, name, text.slice(name.at, name.end))
  return { list: list.slice(0, 8), at: name.at, end: name.end }
}

export function FormulaField({ label, value, problem, hint, filing, cell, onChange }: Props): JSX.Element {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [offer, setOffer] = useState<Offer>(NONE)
  const [chosen, setChosen] = useState(-1)
  /** Where the caret goes once a completion stands in the text. */
  const caret = useRef<number | null>(null)
  const isOpen = offer.list.length > 0
  const words = problem ?? hint

  useLayoutEffect(() => {
    if (caret.current !== null) field.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })

  function close(): void {
    setOffer(NONE)
    setChosen(-1)
  }

  useEffect(() => {
    if (!isOpen) return undefined
    // Before the dialog hears of it: Escape leaves the list, not the dialog.
    const escaped = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      setOffer(NONE)
    }
    window.addEventListener('keydown', escaped, true)
    return () => window.removeEventListener('keydown', escaped, true)
  }, [isOpen])

  function typed(text: string, at: number): void {
    onChange(text)
    setOffer(offerAt(filing, cell, text, at))
    setChosen(-1)
  }

  function take(index: number): void {
    const candidate = offer.list[index]
    if (!candidate) return
    const text = value.slice(0, offer.at) + candidate.text + value.slice(offer.end)
    const at = offer.at + candidate.text.length
    onChange(text)
    caret.current = at
    setChosen(-1)
    // A mark at the end asks for more; anything else is finished.
    setOffer('(.@'.includes(candidate.text.at(-1)!) ? offerAt(filing, cell, text, at) : NONE)
  }

  function pressed(event: KeyboardEvent): void {
    if (!isOpen || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const { length } = offer.list
    if (event.key === 'ArrowDown') setChosen((now) => (now + 1) % length)
    else if (event.key === 'ArrowUp') setChosen((now) => (now <= 0 ? length : now) - 1)
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen >= 0) take(chosen)
    else return
    event.preventDefault()
  }

  return (
    <div className="field wide">
      <label htmlFor={id}>{label}</label>
      <div className="completed">
        <input
          ref={field}
          id={id}
          type="text"
          className="code"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-activedescendant={isOpen && chosen >= 0 ? `${id}-${chosen}` : undefined}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={words === undefined ? undefined : `${id}-words`}
          value={value}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => typed(event.target.value, event.target.selectionStart ?? event.target.value.length)}
          onKeyDown={pressed}
          onBlur={close}
        />
        {isOpen ? (
          <div className="completions" id={`${id}-list`} role="listbox" aria-label="Completions">
            {offer.list.map((candidate, index) => (
              // The keys are the field's.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={`${candidate.kind} ${candidate.text}`}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(index)}
              >
                <code>{candidate.text}</code>
                <small>{candidate.label}</small>
              </div>
            ))}
          </div>
        ) : null}
      </div>
      <Under id={`${id}-words`} problem={problem} hint={hint} />
    </div>
  )
}

/** The field as the control of a form about lines or columns. */
export function formulaOf<F, A>(served: (about: A) => Served): (props: OwnControlProps<F, A>) => JSX.Element {
  return ({ form: _form, about, ...field }) => <FormulaField {...field} {...served(about)} />
}
