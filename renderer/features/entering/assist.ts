/**
 * Helps at a field in which a formula may be written, in the cell or in the formula bar: colours, the list of completions,
 * the function at the caret, faults as they arise, references put in by pointing. The field's text stays the host's to
 * read: whatever is put in arrives there as typing does.
 */
import { formulaFault } from '../../../shared/calc/formula_faults.ts'
import type { FormulaError, Span } from '../../../shared/formula/ast.ts'
import { callAtCaret, nameAtCaret, openingAt, takesRange } from '../../../shared/formula/completion.ts'
import { isFormulaText } from '../../../shared/formula/written.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'
import { shownFiling, spokenName } from '../../session/reading/figures.ts'
import { candidatesFor, choicesFor } from '../../session/edit/candidates.ts'
import { pointElsewhere, scheduleNamed } from '../../session/edit/elsewhere.ts'
import { formulaState, LIST_ID, NO_HELP, optionId } from './formula_state.ts'
import { characterLeft, paint, scrollAlong } from './paint.ts'
import { pointedText, type Spot } from './pointed.ts'
import { pointWithKeys, pointWithMouse, type Pointing } from './pointing.ts'
import type { Session } from '../../session/session.ts'
import { shownGrid, type FieldHelp, type HelpedField } from '../../contrib/grid_handle.ts'
import { completionsText } from './wording.ts'

/** Help at a field, which also colours what stands there. */
export type Assist = FieldHelp & {
  /** Colours the text, which stands in the field. */
  show(text: string): void
}

/** Goes on writing in the formula bar, its caret where it was in the field left. */
function goOnInBar(caret: number): void {
  const bar = document.querySelector<HTMLInputElement>('.formula-bar input')
  bar?.focus({ preventScroll: true })
  bar?.setSelectionRange(caret, caret)
}

function closeList(session: Session): void {
  formulaState(session).setState({ list: [], chosen: -1, name: null })
}

/** Gives a field its help until it ends. */
export function assistOn(
  session: Session,
  input: HTMLInputElement,
  { where, layer, arrowsPoint, reveal }: HelpedField,
): Assist {
  /** The reference put in last by pointing; the next replaces it as long as nothing else was typed. */
  let pointed: (Span & { value: string; spot: Spot; anchor: Spot }) | undefined
  /** Where the caret stood when it was last looked at. */
  let last = { value: '', caret: -1 }
  let fault: FormulaError | null = null

  const cellUnderEdit = (): CellRef | undefined => {
    const { editing } = session.getState()
    return editing?.where === where && document.activeElement === input ? editing.ref : undefined
  }

  const follow = (): void => {
    const { list, chosen } = formulaState(session).getState()
    const isOpen = list.length > 0 && cellUnderEdit() !== undefined
    input.setAttribute('aria-expanded', String(isOpen))
    if (isOpen) input.setAttribute('aria-controls', LIST_ID)
    else input.removeAttribute('aria-controls')
    if (isOpen && chosen >= 0) input.setAttribute('aria-activedescendant', optionId(chosen))
    else input.removeAttribute('aria-activedescendant')
  }
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  const unsubscribe = formulaState(session).subscribe(follow)
  follow()

  const show = (text = input.value): void => {
    paint(layer, text, fault)
    input.classList.toggle('painted', isFormulaText(text))
    scrollAlong(layer, input)
  }

  /** Looks at text and caret again; `typed`: the text has just changed under the hand. */
  const look = (typed: boolean): void => {
    const ref = cellUnderEdit()
    const { value, selectionStart, selectionEnd } = input
    const caret = selectionStart ?? value.length
    if (!typed && value === last.value && caret === last.caret) return
    last = { value, caret }
    const filing = shownFiling(session)
    if (!ref || !filing || !isFormulaText(value)) {
      fault = null
      if (ref && filing && offerChoices(filing, ref, value)) return show()
      if (formulaState(session).getState() !== NO_HELP) formulaState(session).setState(NO_HELP, true)
      return show()
    }
    const isUnfinished = ({ at, end }: Span): boolean => at <= caret && caret <= end
    fault = formulaFault(filing, ref, value, isUnfinished) ?? null
    show()
    const name = typed && caret === selectionEnd ? nameAtCaret(value, caret) : undefined
    const list = name ? candidatesFor(filing, ref, name, value.slice(name.at, name.end)) : []
    const box = input.getBoundingClientRect()
    formulaState(session).setState({
      list,
      chosen: -1,
      name: name ?? null,
      call: callAtCaret(value, caret) ?? null,
      fault,
      spot: {
        left: Math.min((name && characterLeft(layer, name.at)) ?? box.left, box.right),
        top: box.top,
        bottom: box.bottom,
      },
      said: completionsText(list.length),
      take,
    })
  }

  /** Lists what a cell that holds a choice may hold, while it is looked for; false for any other cell. */
  const offerChoices = (filing: Filing, ref: CellRef, value: string): boolean => {
    const list = choicesFor(filing, ref, value)
    if (list.length === 0) return false
    const { left, top, bottom } = input.getBoundingClientRect()
    formulaState(session).setState({
      ...NO_HELP,
      list,
      name: { at: 0, end: value.length },
      spot: { left, top, bottom },
      said: completionsText(list.length),
      take,
    })
    return true
  }

  /** Puts text in place of a span, as typing would, so that the field's own undo knows it. */
  const put = (span: Span, text: string): void => {
    input.focus({ preventScroll: true })
    input.setSelectionRange(span.at, span.end)
    // The one way to type into a field that its undo keeps; it is kept by every browser for that reason.
    // oxlint-disable-next-line typescript/no-deprecated
    if (document.execCommand('insertText', false, text)) return
    input.setRangeText(text, span.at, span.end, 'end')
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }

  const take = (index: number): void => {
    const { list, name } = formulaState(session).getState()
    const candidate = list[index]
    if (!candidate || !name) return
    const after = input.value[name.end]
    // A mark that stands there already is not written twice.
    const mark = candidate.text.at(-1)!
    const isThere = after === mark && '(.@'.includes(mark)
    put(name, isThere ? candidate.text.slice(0, -1) : candidate.text)
    if (isThere) input.setSelectionRange(input.selectionStart! + 1, input.selectionStart! + 1)
    // A name that was taken is finished; a mark at its end asks for more.
    if (candidate.kind === 'choice' || !'(.@'.includes(mark)) closeList(session)
  }

  /** True where what was typed is a proper beginning of the first completion, so that Tab takes it unchosen. */
  const isBegun = (): boolean => {
    const { list, name } = formulaState(session).getState()
    const first = list[0]?.text.replace(/[(.@]$/, '').toLowerCase()
    const written = name && input.value.slice(name.at, name.end).toLowerCase()
    if (!first || !written || input.selectionStart !== name.end) return false
    return first.startsWith(written) && first.length > written.length
  }

  const pressedInList = (event: KeyboardEvent): boolean => {
    const { list, chosen } = formulaState(session).getState()
    if (list.length === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
    const choose = (to: number): void =>
      formulaState(session).setState({ chosen: ((to + 1 + list.length + 1) % (list.length + 1)) - 1 })
    if (event.key === 'ArrowDown') choose(chosen + 1)
    else if (event.key === 'ArrowUp') choose(chosen - 1)
    else if (event.key === 'Escape') closeList(session)
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen >= 0) take(chosen)
    else if (event.key === 'Tab' && isBegun()) take(0)
    else return false
    return true
  }

  /** What pointing would replace; undefined where a reference has no place at the caret. */
  const place = () => {
    const { value, selectionStart, selectionEnd } = input
    const caret = selectionStart ?? 0
    const isNew = !pointed || pointed.value !== value || caret !== pointed.end || caret !== selectionEnd
    const span = isNew ? { at: caret, end: selectionEnd ?? caret } : { at: pointed!.at, end: pointed!.end }
    const opening = openingAt(value, span.at, span.end)
    return opening && { span, opening, before: isNew ? undefined : pointed }
  }

  const pointing: Pointing = {
    input,
    cell: cellUnderEdit,
    now() {
      const ref = cellUnderEdit()
      const here = ref && place()
      return here && { ref, anchor: here.before?.anchor, spot: here.before?.spot }
    },
    point(anchor, spot) {
      const ref = cellUnderEdit()
      const shown = session.getState().place?.schedule
      const schedule = shownFiling(session)?.schedules.find(({ id }) => id === shown)
      const here = place()
      if (!ref || !schedule || !here) return
      const ranges = takesRange(input.value, here.span.at)
      const text = pointedText(schedule, ref, here.opening, { anchor, head: spot, ranges })
      if (text === undefined) return
      const { at } = here.span
      if (input.value.slice(at, here.span.end) !== text) put(here.span, text)
      pointed = { at, end: at + text.length, value: input.value, spot, anchor }
      input.setSelectionRange(pointed.end, pointed.end)
      const { line = ref.line, column = ref.column } = spot
      closeList(session)
      formulaState(session).setState({
        said: spokenName(shownFiling(session), { schedule: schedule.id, line, column }),
      })
    },
    reveal,
    spotAt: (target) => shownGrid(session)?.spotAt(target),
    canTurnTo: (to) => scheduleNamed(session, to) !== undefined,
    turnTo: (to) => {
      const caret = input.selectionEnd ?? input.value.length
      if (pointElsewhere(session, to)) goOnInBar(caret)
    },
  }
  const ended = new AbortController()
  const { signal } = ended
  pointWithMouse(pointing, signal)

  const moved = (): void => {
    if (document.activeElement === input) look(false)
  }
  const left = (): void => {
    formulaState(session).setState(NO_HELP, true)
    fault = null
    last = { value: '', caret: -1 }
    show()
  }
  input.addEventListener('input', () => look(true), { signal })
  input.addEventListener('focus', moved, { signal })
  input.addEventListener('blur', left, { signal })
  input.addEventListener('scroll', () => scrollAlong(layer, input), { signal })
  document.addEventListener('selectionchange', moved, { signal })
  show()

  return {
    show,
    pressed: (event) => pressedInList(event) || (arrowsPoint() && pointWithKeys(session, event, pointing)),
    end() {
      ended.abort()
      unsubscribe()
      if (document.activeElement === input || !document.activeElement?.matches('.painted'))
        formulaState(session).setState(NO_HELP, true)
    },
  }
}
