/**
 * The focused cell spelled out: its name, the text entered or the formula, its value and where it comes from.
 * Editing here is the same act as editing in the cell.
 */
import { SquareFunction } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, type JSX, type KeyboardEvent } from 'react'
import { shortPeriod } from '../../../shared/calendar/short_period.ts'
import { sameCell, cellName } from '../../../shared/model/cell.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { assistOn, type Assist } from './assist.ts'
import { comeBack } from '../../session/edit/elsewhere.ts'
import { FormulaList } from './formula_list.tsx'
import { HINT_ID } from '../../contrib/grid_handle.ts'
import { leadOn, wayOf } from '../../session/selection/walking.ts'
import { commitSelected, previewSelected } from '../../session/selection/many_acts.ts'
import type { Direction } from '../../session/selection/selection.ts'
import { perform } from '../../contrib/lookup.ts'
import { leftOutOf } from '../../session/reading/tie_out_books.ts'
import { beginEdit, cancelEdit, commitEdit, typeText } from '../../session/edit/editing.ts'
import { cellTitle, columnName, findCell, lineName } from '../../../shared/model/lookup.ts'
import { baseName, editableText, ORIGIN_WORDS, shownOrigin, viewCell } from '../../session/reading/figures.ts'
import { focusedCell, isAsked } from '../../session/state.ts'
import { SpokenFigure } from '../../ui/spoken.tsx'
import type { Session } from '../../session/session.ts'
import { useOpenSession, useSession, useShown } from '../../contrib/use_session.ts'
import { LEAVES_OUT, NO_CELL_CHOSEN, OVERRIDES } from './wording.ts'

/** Puts the focus into the grid, at a cell or where Enter or Tab leads from it. */
function backToGrid(session: Session, { schedule, line, column }: CellRef, way?: Direction): void {
  comeBack(session, { schedule, line, column })
  if (session.getState().place?.schedule === schedule) leadOn(session, { line, column }, way)
}

/** Room for a figure in whole, in pixels: the widest that its characters may be, and the space around it. */
function standingWidth(text: string): number {
  return text.length * 8.8 + 22
}

export function FormulaBar(): JSX.Element {
  const session = useOpenSession()
  const place = useSession((state) => state.place)
  const editing = useSession((state) => state.editing)
  const focused = useSession(focusedCell, sameCell)
  const shown = useShown()
  const input = useRef<HTMLInputElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const assist = useRef<Assist | null>(null)
  // A text under edit here stays with its cell, wherever the focus goes meanwhile.
  const ref = editing?.where === 'formula_bar' ? editing.ref : focused
  const { filing, engine } = shown ?? {}
  const found = ref && findCell(filing, ref)
  const view = found && shown ? viewCell(session, found, shown.engine, shown.scenario) : undefined
  const isHere = editing?.where === 'formula_bar' && sameCell(editing.ref, ref)
  const standing = ref && place && view?.exists ? editableText(session, place.filing, place.scenario, ref) : ''
  const text = editing && sameCell(editing.ref, ref) ? editing.text : standing
  const origin = found && view?.exists ? shownOrigin(found).origin : undefined
  const isOpen = view?.exists === true && view.takesInput

  useLayoutEffect(() => {
    // Arrows move the caret here, as in the bar of a spreadsheet.
    const host = {
      where: 'formula_bar',
      layer: layer.current!,
      arrowsPoint: () => false,
      reveal: () => undefined,
    } as const
    const made = assistOn(session, input.current!, host)
    assist.current = made
    return () => {
      assist.current = null
      made.end()
    }
  }, [session])

  useLayoutEffect(() => assist.current?.show(text), [text])

  useEffect(() => {
    if (isHere) input.current?.focus()
  }, [isHere])

  function pressed(event: KeyboardEvent<HTMLInputElement>): void {
    if (isHere && assist.current?.pressed(event.nativeEvent)) event.preventDefault()
    else if (event.key === 'Enter' || event.key === 'Tab') {
      if (!isHere && event.key === 'Tab') return
      event.preventDefault()
      const all = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
      const many = isHere ? commitSelected(session, all) : undefined
      if (ref && (!isHere || (many ?? commitEdit(session)) === 'done'))
        backToGrid(session, ref, many ? undefined : wayOf(event))
    } else if (event.key === 'Escape') {
      event.preventDefault()
      cancelEdit(session)
      if (ref) backToGrid(session, ref)
    }
  }

  return (
    <div className="formula-bar" data-region="formula">
      <output className="cell-name" title={ref && cellName(ref)}>
        {found ? (
          <>
            <span>{lineName(found)}</span>
            <small title={columnName(found.schedule, found.column)}>
              {shortPeriod(found.column) ?? columnName(found.schedule, found.column)}
            </small>
          </>
        ) : (
          NO_CELL_CHOSEN
        )}
      </output>
      <div className="formula-field">
        <div ref={layer} className="formula-layer" aria-hidden />
        <input
          ref={input}
          type="text"
          aria-label={found ? `Entered in ${cellTitle(found)}` : 'Text of the cell'}
          aria-describedby={isHere ? HINT_ID : undefined}
          aria-invalid={isHere && editing?.refusal !== null ? true : undefined}
          value={text}
          readOnly={!isOpen}
          spellCheck={false}
          autoComplete="off"
          onFocus={() => {
            if (ref && isOpen && !editing) beginEdit(session, ref, 'formula_bar')
          }}
          onBlur={(event) => {
            const { editing: now, dialog } = session.getState()
            // Looking something up in the help of formulas does not end the edit.
            if (now?.where !== 'formula_bar' || !document.hasFocus() || dialog?.id === 'formula_help') return
            const field = event.currentTarget
            if ((commitSelected(session, false) ?? commitEdit(session)) === 'kept' && !isAsked(session.getState()))
              setTimeout(() => field.focus())
          }}
          onChange={(event) => {
            typeText(session, event.target.value)
            previewSelected(session)
          }}
          onKeyDown={pressed}
        />
      </div>
      <button
        type="button"
        className="icon-button formula-help-button"
        aria-label="Functions and references of formulas"
        title="Functions and references of formulas (Shift+F1)"
        // What is being typed stays under edit.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => perform(session, 'formula_help')}
      >
        <SquareFunction aria-hidden size={16} strokeWidth={1.7} />
      </button>
      <output className="cell-standing" style={{ minWidth: standingWidth(view?.parts ? view.text : '') }}>
        {view?.changed ? (
          <span className="was">
            {baseName(filing).toLowerCase()} <SpokenFigure text={view.baseText || 'blank'} />
          </span>
        ) : null}
        {view && view.inherited !== null ? <span>from {view.inherited}</span> : null}
        {view && ref && engine && leftOutOf(engine, ref) ? <span className="override-word">{LEAVES_OUT}</span> : null}
        {view?.overrides ? <span className="override-word">{OVERRIDES}</span> : null}
        {origin && !view?.changed ? <span>{ORIGIN_WORDS[origin]}</span> : null}
        <strong>{view ? <SpokenFigure text={view.text} /> : null}</strong>
      </output>
      <FormulaList />
    </div>
  )
}
