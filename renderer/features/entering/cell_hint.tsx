/**
 * What is said beside a cell: the consequence of the edit before Enter, why a text was refused, why a cell is closed.
 */
import { useMemo, type JSX } from 'react'
import type { CellRef } from '../../../shared/model/filing.ts'
import { useFormula } from './formula_state.ts'
import { FormulaNotes, useFormulaNotes, type Notes } from './formula_notes.tsx'
import type { SessionState } from '../../session/state.ts'
import { perform } from '../../contrib/lookup.ts'
import { spreadOffered } from '../../session/edit/resetting.ts'
import { HINT_ID } from '../../contrib/grid_handle.ts'
import { useBeside } from '../../ui/beside.ts'
import { SpokenText } from '../../ui/spoken.tsx'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { Button } from '../../ui/button.tsx'
import { SPREADS } from './wording.ts'

type Hint = { ref: CellRef; where: 'cell' | 'formula_bar'; tone: 'refused' | 'warning' | 'plain'; text: string }

function hintOf(
  { editing, remark }: Pick<SessionState, 'editing' | 'remark'>,
  notes: Notes | null,
  isListOpen: boolean,
): Hint | null {
  if (editing) {
    const { ref, where, refusal, plan } = editing
    if (refusal !== null) return { ref, where, tone: 'refused', text: notes?.fault ? '' : refusal }
    // A name is being chosen: what the formula comes to would stand over the names.
    if (isListOpen) return null
    const consequence = plan?.kind === 'plan' ? plan.consequence : undefined
    if (!consequence) return notes && { ref, where, tone: 'plain', text: '' }
    return { ref, where, tone: consequence.warning ? 'warning' : 'plain', text: consequence.text }
  }
  return remark && { ref: remark.ref, where: 'cell', tone: 'refused', text: remark.text }
}

/** What it stands beside, as a selector. */
function anchorOf({ where, ref: { schedule, line, column } }: Hint): string {
  if (where === 'formula_bar') return '.formula-bar input'
  return `[data-schedule="${schedule}"] [row-id="${line}"] [col-id="${column}"]`
}

const GAP = 4

export function CellHint(): JSX.Element | null {
  const session = useOpenSession()
  const editing = useSession((state) => state.editing)
  const remark = useSession((state) => state.remark)
  const notes = useFormulaNotes(editing)
  const isListOpen = useFormula((state) => state.list.length > 0)
  const hint = useMemo(() => hintOf({ editing, remark }, notes, isListOpen), [editing, remark, notes, isListOpen])
  // A formula is read from its left, a figure stands at its right.
  const { attach, style } = useBeside(hint && anchorOf(hint), notes === null ? 'bottom-end' : 'bottom-start', GAP)

  if (!hint) return null
  return (
    <div
      ref={attach}
      className={`cell-hint ${hint.tone}${notes ? ' of-formula' : ''}`}
      id={HINT_ID}
      role={hint.tone === 'refused' ? 'alert' : 'status'}
      style={style}
    >
      {notes ? <FormulaNotes notes={notes} /> : null}
      {hint.text ? <SpokenText as="p" className="hint-words" text={hint.text} /> : null}
      {hint.tone === 'warning' && spreadOffered(session) ? (
        <span className="hint-act">
          {' '}
          {SPREADS}
          <Button tabIndex={-1} onClick={() => perform(session, 'spread')}>
            Spread over lines…
          </Button>
        </span>
      ) : null}
    </div>
  )
}
