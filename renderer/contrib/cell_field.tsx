/**
 * A field that takes a figure of the filing: pointed at in the schedule, chosen from a list as its line is typed, or named in full. It shows
 * the figure by its name in words; what is wrong or missing stands under it.
 */
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- The field commands the list by keys, as the ARIA pattern of a combobox has it. */
import { useEffect, useId, useMemo, useRef, useState, type JSX, type KeyboardEvent } from 'react'
import { cellChoices, cellLabel, shortColumnName, type CellChoice } from '../../shared/analysis/cell_names.ts'
import { readCell, type CellField as Field } from '../../shared/analysis/read_cell.ts'
import type { Engine } from '../../shared/calc/engine.ts'
import { figureText } from '../../shared/calc/cell_text.ts'
import type { CellRef, Column, Filing, Line } from '../../shared/model/filing.ts'
import { findCell, scheduleName } from '../../shared/model/lookup.ts'
import { cellName, readCellName } from '../../shared/model/cell.ts'
import { Problem } from '../ui/problem.tsx'
import { SpokenText } from '../ui/spoken.tsx'
import { showChosen } from './chosen_cells.ts'
import { pickWithMouse } from './cell_pick.ts'
import { nearby } from './nearby.ts'
import { useOpenSession, useShown } from './use_session.ts'
import { POINT } from './wording.ts'

type Props = {
  label: string
  value: Field
  onChange: (value: Field) => void
  /** Why the field cannot be used as it is. */
  problem?: string | undefined
  /** What it is for, while it is empty. */
  hint?: string
  /** The figures that the list offers; others can be named all the same, and are then refused with the reason. */
  accepts?: (line: Line, column: Column) => boolean
  /** Takes the focus when its tool is opened. */
  first?: boolean
  onBlur?: () => void
}

/** What a field means, with its figure: `Q3 2007: 789,445 in Comparative earnings`. */
function meaning(filing: Filing, engine: Engine, field: Field, ref: CellRef): string {
  const found = findCell(filing, ref)
  if (!found) return ''
  const figure = `${figureText(filing, ref, engine.value(ref))} in ${scheduleName(found.schedule)}`
  const name = cellLabel(filing, ref)
  // A long name is cut in the field, and its period with it.
  const said = field.text.trim() === name ? shortColumnName(found.schedule, found.column) : name
  return `${said}: ${figure}`
}

export function CellField({
  label,
  value,
  onChange,
  problem,
  hint,
  accepts,
  first,
  onBlur,
}: Props): JSX.Element | null {
  const session = useOpenSession()
  const { filing, engine } = useShown() ?? {}
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [moved, setMoved] = useState<number | null>(null)
  const latest = useRef({ filing, onChange })
  useEffect(() => {
    latest.current = { filing, onChange }
  })

  useEffect(() => {
    const ended = new AbortController()
    const pick = (ref: CellRef): void => {
      const { filing: shown, onChange: change } = latest.current
      setOpen(false)
      if (shown) change({ text: cellLabel(shown, ref), ref })
    }
    if (input.current) pickWithMouse(session, input.current, pick, ended.signal)
    return () => ended.abort()
  }, [session])

  const place = nearby(session)
  const read = filing ? readCell(filing, value, place) : undefined
  const isRead = read?.kind === 'cell'
  const named = isRead ? cellName(read.ref) : undefined
  useEffect(() => {
    const ref = named === undefined ? undefined : readCellName(named)
    return ref && showChosen(session, id, ref)
  }, [session, id, named])
  const choices = useMemo(
    () => (filing && isOpen ? cellChoices(filing, value.text, { ...place, ...(accepts && { accepts }) }) : []),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- The place is that of the session.
    [filing, isOpen, value.text, place.schedule, place.column, accepts],
  )
  if (!filing || !engine) return null
  const at = choices.length === 0 ? -1 : Math.min(moved ?? (isRead ? -1 : 0), choices.length - 1)
  const marked = choices[at]

  const take = ({ ref, label: text }: CellChoice): void => {
    setOpen(false)
    onChange({ text, ref })
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || choices.length === 0) return
    const last = choices.length - 1
    if (event.key === 'ArrowDown') setMoved(at >= last ? 0 : at + 1)
    else if (event.key === 'ArrowUp') setMoved(at <= 0 ? last : at - 1)
    else if (event.key === 'Escape') setOpen(false)
    else if (event.key === 'Enter' && marked) take(marked)
    else {
      // Tab goes on to the next field, what is marked taken.
      if (event.key === 'Tab' && marked && !isRead) take(marked)
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const under = problem ?? (isRead ? meaning(filing, engine, value, read.ref) : (hint ?? POINT))
  return (
    <div className="field cell-field">
      <label htmlFor={id}>{label}</label>
      <div className="cell-choosing">
        <input
          ref={input}
          id={id}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={choices.length > 0}
          aria-controls={choices.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={marked ? `${id}-${at}` : undefined}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={`${id}-words`}
          autoComplete="off"
          spellCheck={false}
          title={value.text}
          value={value.text}
          {...(first && { 'data-first-focus': '' })}
          onChange={(event) => {
            setOpen(true)
            setMoved(null)
            onChange({ text: event.target.value, ref: null })
          }}
          onFocus={(event) => {
            document.documentElement.dataset['picking'] = ''
            event.target.select()
          }}
          onBlur={() => {
            delete document.documentElement.dataset['picking']
            setOpen(false)
            onBlur?.()
          }}
          onKeyDown={pressed}
        />
        {choices.length > 0 ? (
          <div id={`${id}-list`} className="cell-choices" role="listbox" aria-label="Figures found" tabIndex={-1}>
            {choices.map((choice, index) => (
              <div
                key={`${choice.ref.schedule}.${choice.ref.line}@${choice.ref.column}`}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                // The field keeps the focus.
                onPointerDown={(event) => event.preventDefault()}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(choice)}
              >
                <span>{choice.label}</span>
                <small>
                  {choice.schedule} · {figureText(filing, choice.ref, engine.value(choice.ref))}
                </small>
              </div>
            ))}
          </div>
        ) : null}
      </div>
      {problem === undefined ? (
        <p className="hint" id={`${id}-words`} aria-live="polite">
          <SpokenText text={under} />
        </p>
      ) : (
        <Problem text={problem} id={`${id}-words`} />
      )}
    </div>
  )
}
