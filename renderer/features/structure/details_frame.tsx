/**
 * The frame around the fields of a line or column: what stands in the way with the ways on, and the acts.
 */
import { useState, type JSX, type ReactNode } from 'react'
import type { StructurePlan } from '../../../shared/structure/plan.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { carry } from '../../session/structure/draft_acts.ts'
import { DependentList } from './dependent_list.tsx'
import type { Judged } from '../../session/structure/form_judgement.ts'
import { useLeaving } from './leaving.tsx'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { Problem } from '../../ui/problem.tsx'

type Props<F> = {
  title: string
  about?: ReactNode
  judged: Judged<F>
  /** The form as text, and as it began. */
  stated: string
  began: string
  drop: boolean | undefined
  onDrop: (drop: boolean | undefined) => void
  /** The plan with the focus where work goes on. */
  placed: (plan: StructurePlan) => StructurePlan
  children: ReactNode
}

export function DetailsFrame<F>(props: Props<F>): JSX.Element {
  const session = useOpenSession()
  const { title, about, judged, stated, began, drop, onDrop, placed, children } = props
  const { onLeave, question } = useLeaving(stated, stated !== began)
  const { plan, isSame, general, cells, ways } = judged
  const [tried, setTried] = useState(false)
  const [ask, setAsk] = useState<Judged<F>['ways']>([])
  const shownWays = ways.length > 0 ? ways : drop === undefined ? [] : ask
  const wrong = !plan && !isSame
  return (
    <DialogFrame title={title} about={about} className="structure" onLeave={onLeave}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isSame) return closeDialog(session)
          setTried(true)
          if (!plan) return
          closeDialog(session)
          carry(session, placed(plan))
        }}
      >
        {children}
        <Problem text={general} />
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
        {question ?? (
          <DialogActs submit={isSame ? 'Done' : 'Change'} disabled={wrong}>
            <output className="problem">
              {tried && wrong && general === null ? 'A field holds what cannot stand; the reason is beside it.' : ''}
            </output>
          </DialogActs>
        )}
      </form>
    </DialogFrame>
  )
}
