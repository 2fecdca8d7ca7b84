/**
 * The list of completions under the name being typed, and what is said of it. The field keeps the focus and the keys.
 */
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- The field keeps the focus over the list, as the ARIA pattern of a combobox has it. */
import { useLayoutEffect, useRef, type JSX } from 'react'
import { LIST_ID, optionId, useFormula } from './formula_state.ts'

const WIDTH = 460
const MOST_HEIGHT = 264

export function FormulaList(): JSX.Element {
  const list = useFormula((state) => state.list)
  const chosen = useFormula((state) => state.chosen)
  const spot = useFormula((state) => state.spot)
  const said = useFormula((state) => state.said)
  const take = useFormula((state) => state.take)
  const shown = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    shown.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  const isAbove = spot.bottom + MOST_HEIGHT > window.innerHeight
  const left = Math.max(8, Math.min(spot.left - 11, window.innerWidth - WIDTH - 8))
  const edge = isAbove ? { bottom: window.innerHeight - spot.top + 4 } : { top: spot.bottom + 4 }
  return (
    <>
      {list.length > 0 ? (
        <div
          ref={shown}
          className="formula-list"
          id={LIST_ID}
          role="listbox"
          aria-label="Completions"
          style={{ left, width: WIDTH, maxHeight: MOST_HEIGHT, ...edge }}
        >
          {list.map(({ kind, text, label }, index) => (
            // The keys are the field's.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={`${kind} ${text}`}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className={kind}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(index)}
            >
              <span>{text}</span>
              <small>{label}</small>
            </div>
          ))}
        </div>
      ) : null}
      <div className="unheard" role="status" aria-live="polite">
        {said}
      </div>
    </>
  )
}
