/**
 * What is said beside a cell: the consequence of the edit before Enter, why a text was refused, why a cell is closed.
 */
import { useLayoutEffect, useMemo, useState, type JSX } from 'react'
import type { CellRef } from '../../../shared/model/filing.ts'
import { useFormula } from './formula_state.ts'
import { FormulaNotes, useFormulaNotes, type Notes } from './formula_notes.tsx'
import type { SessionState } from '../../session/state.ts'
import { perform } from '../../contrib/lookup.ts'
import { spreadOffered } from '../../session/edit/resetting.ts'
import { HINT_ID } from '../../grid/editor/cell_editor.ts'
import { SpokenText } from '../../ui/spoken.tsx'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'

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

function anchorOf({ ref, where }: Hint): Element | null {
  if (where === 'formula_bar') return document.querySelector('.formula-bar input')
  return document.querySelector(`[data-schedule="${ref.schedule}"] [row-id="${ref.line}"] [col-id="${ref.column}"]`)
}

const WIDTH = 340
const FORMULA_WIDTH = 460

function hintWidth(hasNotes: boolean): number {
  return Math.min(hasNotes ? FORMULA_WIDTH : WIDTH, window.innerWidth - 16)
}

export function CellHint(): JSX.Element | null {
  const session = useOpenSession()
  const editing = useSession((state) => state.editing)
  const remark = useSession((state) => state.remark)
  const notes = useFormulaNotes(editing)
  const isListOpen = useFormula((state) => state.list.length > 0)
  const hasNotes = notes !== null
  const hint = useMemo(() => hintOf({ editing, remark }, notes, isListOpen), [editing, remark, notes, isListOpen])
  const [spot, setSpot] = useState({ left: 0, top: 0, above: false })

  useLayoutEffect(() => {
    if (!hint) return undefined
    const place = (): void => {
      const box = anchorOf(hint)?.getBoundingClientRect()
      if (!box) return
      const above = box.bottom + 120 > window.innerHeight
      // A formula is read from its left, a figure stands at its right.
      const width = hintWidth(hasNotes)
      const wanted = hasNotes ? box.left : box.right - width
      const left = Math.max(8, Math.min(wanted, window.innerWidth - width - 8))
      setSpot({ left, top: above ? box.top - 6 : box.bottom + 4, above })
    }
    place()
    // The grid scrolls within the page; what is said of a cell goes with it.
    document.addEventListener('scroll', place, true)
    window.addEventListener('resize', place)
    // So it does when the sheet is enlarged, or what stands above the grid grows.
    const sized = new ResizeObserver(place)
    for (const part of [anchorOf(hint), document.querySelector('[data-schedule]')]) if (part) sized.observe(part)
    return () => {
      sized.disconnect()
      document.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
    }
  }, [hint, hasNotes])

  if (!hint) return null
  return (
    <div
      className={`cell-hint ${hint.tone}${spot.above ? ' above' : ''}`}
      id={HINT_ID}
      role={hint.tone === 'refused' ? 'alert' : 'status'}
      style={{ left: spot.left, top: spot.top, width: hintWidth(hasNotes) }}
    >
      {notes ? <FormulaNotes notes={notes} /> : null}
      {hint.text ? (
        <p className="hint-words">
          <SpokenText text={hint.text} />
        </p>
      ) : null}
      {hint.tone === 'warning' && spreadOffered(session) ? (
        <span className="hint-act">
          {' '}
          Alt+Shift+P shares it out instead.
          <button type="button" className="button" tabIndex={-1} onClick={() => perform(session, 'spread')}>
            Spread over its lines…
          </button>
        </span>
      ) : null}
    </div>
  )
}
