/**
 * What can be done with an answer of a tool: enter it where the screen is, or start a scenario with it. Says why not, where it cannot.
 */
import { useState, type JSX } from 'react'
import type { Plan } from '../../shared/analysis/plan.ts'
import type { CellRef } from '../../shared/model/filing.ts'
import { refusalText } from '../../shared/refusals/refusal.ts'
import { enact, lockedRefusal } from '../session/edit/enacting.ts'
import { returnFocus } from '../session/place/focus.ts'
import { answerApart } from '../session/scenarios/answer_acts.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { useOpenSession, useSession, useShown } from './use_session.ts'
import { startsScenario } from './wording.ts'

/** The acts that an answer allows, with the reason of the last refusal. Done, the focus goes back to the figures. */
export function useAnswerActs(plan: Plan | undefined, at: CellRef | undefined) {
  const session = useOpenSession()
  const [refusal, setRefusal] = useState<{ of: string; text: string }>()
  const act = (carryOut: typeof answerApart): void => {
    if (!plan || !at || plan.inputs.length === 0) return
    const refused = carryOut(session, plan, at)
    setRefusal(refused && { of: plan.title, text: refusalText(refused) })
    if (!refused) returnFocus(session)
  }
  return {
    isNone: !plan || plan.inputs.length === 0,
    use: () => act(enact),
    apart: () => act(answerApart),
    // What is refused of one answer says nothing of the next.
    problem: refusal !== undefined && refusal.of === plan?.title ? refusal.text : undefined,
  }
}

type Props = {
  acts: ReturnType<typeof useAnswerActs>
  /** Several amounts are entered at once. */
  isSeveral?: boolean
  /** The first button submits the form around it, which then does what the button does. */
  submits?: boolean
}

export function AnswerButtons({ acts, isSeveral = false, submits = false }: Props): JSX.Element {
  const session = useOpenSession()
  const shown = useShown()
  const place = useSession((state) => state.place)
  const locked = shown && place && lockedRefusal(session.workbook().book, shown.filing.id, place.scenario)
  const isAsFiled = place?.scenario === null && shown?.filing.status !== 'draft'
  const what = isSeveral ? 'these amounts' : 'this value'
  return (
    <div className="answer-acts">
      <Button
        type={submits ? 'submit' : 'button'}
        look="primary"
        // The submission of a form says what it lacks; a disabled button would keep it from saying so.
        disabled={!submits && (acts.isNone || locked !== undefined)}
        onClick={submits ? undefined : acts.use}
      >
        Use {what}
      </Button>
      <Button disabled={acts.isNone} onClick={acts.apart}>
        New scenario with {what}
      </Button>
      {locked && !acts.isNone ? <Problem text={refusalText(locked)} /> : null}
      {isAsFiled && !acts.isNone ? <p className="hint">{startsScenario(isSeveral)}</p> : null}
      <Problem text={acts.problem} />
    </div>
  )
}
