/**
 * The frame around the fields of a line or column: what stands in the way with the ways on, and the acts.
 */
import { useState, type JSX, type ReactNode } from 'react'
import { DialogFrame, closeDialog } from '../dialogs/frame.tsx'
import { session } from '../workbench/session.ts'
import { carry } from './carry.ts'
import { DependentList } from './dependent_list.tsx'
import type { Judged } from './judge.ts'

type Props<F> = {
  title: string
  about?: ReactNode
  judged: Judged<F>
  drop: boolean | undefined
  onDrop: (drop: boolean | undefined) => void
  /** Moves to the item before or after; absent where there is none. */
  children: ReactNode
}

export function DetailsFrame<F>({ title, about, judged, drop, onDrop, children }: Props<F>): JSX.Element {
  const { plan, isSame, general, cells, ways } = judged
  const [tried, setTried] = useState(false)
  const [ask, setAsk] = useState<Judged<F>['ways']>([])
  const shownWays = ways.length > 0 ? ways : drop === undefined ? [] : ask
  const wrong = !plan && !isSame
  return (
    <DialogFrame title={title} about={about} className="structure">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isSame) return closeDialog()
          setTried(true)
          if (!plan) return
          const { focus } = session.getState()
          const column = focus?.column
          const goal = plan.focus && column !== undefined ? { ...plan.focus, column } : plan.focus
          closeDialog()
          carry({ ...plan, ...(goal && { focus: goal }) })
        }}
      >
        {children}
        {general === null ? null : (
          <p className="problem" role="alert">
            {general}
          </p>
        )}
        {cells.length > 0 ? <DependentList cells={cells} /> : null}
        {shownWays.length > 0 ? (
          <fieldset className="ways">
            <legend>The figures that stand there</legend>
            {shownWays.map((way) => (
              <label key={String(way.drop)}>
                <input
                  type="radio"
                  name="drop"
                  checked={drop === way.drop}
                  onChange={() => {
                    setAsk(shownWays)
                    onDrop(way.drop)
                  }}
                />
                {way.label}
              </label>
            ))}
          </fieldset>
        ) : null}
        <div className="dialog-acts">
          <p className="problem" role="status">
            {tried && wrong && general === null ? 'A field holds what cannot stand; the reason is beside it.' : ''}
          </p>
          <button type="button" className="button" onClick={closeDialog}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={wrong}>
            {isSame ? 'Done' : 'Change'}
          </button>
        </div>
      </form>
    </DialogFrame>
  )
}
