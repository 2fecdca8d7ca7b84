/**
 * The editor inside a cell, as in a spreadsheet. Its own key handler carries the edit out in the task of the key, since
 * the grid's events come a tick later. It knows keys and carets; what an edit means is session/edit's.
 */
import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community'
import { beginEdit, cancelEdit, commitEdit, typeText } from '../../session/edit/editing.ts'
import { shownFiling, spokenName } from '../../session/reading/figures.ts'
import { wayOf } from '../../session/selection/walking.ts'
import { commitSelected, previewSelected } from '../../session/selection/many_acts.ts'
import type { GridRow } from '../../session/reading/rows.ts'
import { typingFieldIn, type TypingField } from './typing_field.ts'
import { isAsked } from '../../session/state.ts'
import type { EditorHost, GridContext, Step } from '../grid_context.ts'
import { HINT_ID, type FieldHelp } from '../../contrib/grid_handle.ts'

/** As wide as the style sheet lets a formula be in its cell. */
const FORMULA_WIDTH = 420

const ARROWS: Record<string, Step> = { ArrowDown: 'down', ArrowUp: 'up', ArrowLeft: 'left', ArrowRight: 'right' }

const POINTING = ['pointerdown', 'mousedown', 'click'] as const

/** The text that the starting key leaves in the cell; undefined edits what stands. */
function seed(eventKey: string | null): string | undefined {
  if (eventKey === null) return undefined
  if (eventKey === 'Backspace') return ''
  return /^.$/su.test(eventKey) ? eventKey : undefined
}

export class CellEditor implements ICellEditorComp<GridRow> {
  private readonly gui = document.createElement('div')
  private readonly input = document.createElement('input')
  /** The colours of a formula, behind the field. */
  private readonly layer = document.createElement('div')
  private assist: FieldHelp | undefined
  private host!: EditorHost
  private cell: { line: string; column: string } | undefined
  /** Arrows step on when typing began the edit, and move the caret otherwise. */
  private arrowsLeave = false
  private forget: (() => void) | undefined
  /** Where the text is typed until an input method has done with it; undefined where it is typed here from the start. */
  private held: TypingField | undefined
  /** True while the edit ends by its own key, which then says where the focus goes. */
  private isEnding = false

  init(params: ICellEditorParams<GridRow, unknown, GridContext>): void {
    this.host = params.context.host!
    const field = typingFieldIn(params.eGridCell)
    this.held = field?.isHolding ? field : undefined
    const typed = this.held?.text ?? seed(params.eventKey)
    this.arrowsLeave = typed !== undefined
    this.cell = { line: params.data.line.id, column: params.column.getColId() }
    const { place, editing } = this.host.session.getState()
    const ref = { schedule: place?.schedule ?? '', line: params.data.line.id, column: params.column.getColId() }
    const isOffered = editing?.ref.line === ref.line && editing.ref.column === ref.column && editing.where === 'cell'
    const text = isOffered ? editing.text : beginEdit(this.host.session, ref, 'cell', typed)
    this.gui.className = 'cell-editor'
    this.input.type = 'text'
    this.input.value = text
    this.input.spellcheck = false
    this.input.autocomplete = 'off'
    this.input.setAttribute('aria-label', spokenName(shownFiling(this.host.session), ref))
    this.input.setAttribute('aria-describedby', HINT_ID)
    this.input.addEventListener('input', () => {
      typeText(this.host.session, this.input.value)
      previewSelected(this.host.session)
    })
    this.input.addEventListener('keydown', (event) => this.pressed(event))
    this.input.addEventListener('mousedown', () => (this.arrowsLeave = false))
    this.layer.className = 'formula-layer'
    this.layer.ariaHidden = 'true'
    this.gui.append(this.layer, this.input)
    this.assist = this.host.fieldHelp?.(this.host.session, this.input, {
      where: 'cell',
      layer: this.layer,
      arrowsPoint: () => this.arrowsLeave,
      reveal: (cell) => this.host.reveal(cell),
    })
    this.held?.lend({
      typed: (now) => this.put(now),
      takenBack: () => this.leaveAsItStood(),
      settled: (_text, caret, key) => this.takeOver(caret, key),
    })
    this.follow(null)
    const outside = (event: MouseEvent): void => this.pointed(event)
    // The grid listens to each of these; a refused text must keep the focus against all.
    for (const kind of POINTING) document.addEventListener(kind, outside, true)
    const unsubscribe = this.host.session.subscribe(({ editing: now }) => {
      // An answer given in a dialog ends the edit from outside.
      if (now === null && !this.isEnding) this.host.leave('stay')
      else this.follow(now?.refusal ?? null)
    })
    this.forget = () => {
      for (const kind of POINTING) document.removeEventListener(kind, outside, true)
      this.assist?.end()
      unsubscribe()
    }
  }

  getGui(): HTMLElement {
    return this.gui
  }

  afterGuiAttached(): void {
    // A row half out of sight would hide what is typed, and what is said of it.
    if (this.cell) this.host.reveal(this.cell)
    this.makeRoom()
    if (this.held) return
    this.input.focus({ preventScroll: true })
    if (!this.arrowsLeave) this.input.select()
    this.input.setSelectionRange(this.input.value.length, this.input.value.length)
  }

  getValue(): string {
    return this.input.value
  }

  destroy(): void {
    this.held?.clear()
    this.forget?.()
  }

  /** Shows the text as it stands in the field where an input method writes it. */
  private put(text: string): void {
    if (this.input.value === text) return
    this.input.value = text
    this.input.dispatchEvent(new Event('input', { bubbles: true }))
  }

  /** Goes on with the text that was typed elsewhere, from its caret; `key` is pressed next. */
  private takeOver(caret: number, key: KeyboardEvent | undefined): void {
    this.held?.clear()
    this.held = undefined
    this.input.focus({ preventScroll: true })
    this.input.setSelectionRange(caret, caret)
    if (key) this.pressed(key)
  }

  private leaveAsItStood(): void {
    this.isEnding = true
    cancelEdit(this.host.session)
    this.host.leave('stay')
  }

  /** Moves a formula left by what its cell lacks of room to the right, within the figures in sight. */
  private makeRoom(): void {
    const cell = this.gui.getBoundingClientRect()
    const right = this.gui.closest('.grid')?.getBoundingClientRect().right
    // The labels stay in sight over whatever scrolls beneath them.
    const left = this.gui.closest('.grid')?.querySelector('.label-cell')?.getBoundingClientRect().right
    if (right === undefined || left === undefined) return
    const lacking = Math.max(cell.width, FORMULA_WIDTH) - (right - cell.left)
    this.gui.style.setProperty('--shift', `${Math.max(0, Math.min(lacking, cell.left - left))}px`)
  }

  private follow(refusal: string | null): void {
    this.gui.classList.toggle('refused', refusal !== null)
    this.gui.classList.toggle('formula', this.input.value.startsWith('='))
    if (refusal === null) this.input.removeAttribute('aria-invalid')
    else this.input.setAttribute('aria-invalid', 'true')
  }

  /** `all`: the text is for every selected cell, as a change of what stands always is. */
  private end(step: Step, { all = false, entered = false } = {}): void {
    let isKept = false
    // The figures and the focus that follows are drawn together.
    this.host.session.atOnce(() => {
      this.isEnding = true
      const many = commitSelected(this.host.session, all)
      const outcome = many ?? commitEdit(this.host.session)
      isKept = outcome === 'kept'
      // An edit that is over stays so: what hears of it later has nothing to end.
      this.isEnding = !isKept
      if (!isKept) this.host.leave(many ? 'stay' : step, entered)
    })
    if (isKept && !isAsked(this.host.session.getState())) this.input.focus({ preventScroll: true })
  }

  private pressed(event: KeyboardEvent): void {
    const isAssists = this.assist?.pressed(event) ?? false
    const way = isAssists ? undefined : wayOf(event)
    const step = isAssists ? undefined : this.stepFor(event)
    if (isAssists) {
      // A key of the list of completions, or of pointing at a cell.
    } else if (event.key === 'Escape') this.leaveAsItStood()
    else if (way) this.end(way, { entered: true })
    else if (step) this.end(step)
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey) this.end('stay', { all: true })
    else if (event.key === 'F2') this.arrowsLeave = !this.arrowsLeave
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Where an arrow leads that ends the edit. */
  private stepFor(event: KeyboardEvent): Step | undefined {
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined
    return this.arrowsLeave && !event.shiftKey ? ARROWS[event.key] : undefined
  }

  /** A click elsewhere takes the edit, as in a spreadsheet; where it is refused, the focus stays. */
  private pointed(event: MouseEvent): void {
    const target = event.target
    if (!(target instanceof Node) || this.gui.contains(target)) return
    if (
      target instanceof Element &&
      target.closest('.cell-hint, .formula-list, .formula-bar, [role="dialog"], .flow-switch')
    )
      return
    this.isEnding = true
    const outcome = commitSelected(this.host.session, false) ?? commitEdit(this.host.session)
    this.isEnding = false
    if (outcome === 'done') return this.host.leave('stay')
    event.preventDefault()
    event.stopPropagation()
    if (!isAsked(this.host.session.getState())) this.input.focus({ preventScroll: true })
  }
}
