/**
 * The field in which typing begins while a cell only has the focus. Input methods, dead keys and press-and-hold accents write
 * into fields alone, and give up when the focus moves meanwhile; so each cell that was in focus holds an unseen field in a
 * shadow of its own, which has the page's focus for it: to all others the cell itself is in focus. Begins no edit by itself.
 */

/** What becomes of the text that is typed. */
export type Typist = {
  /** The text as it stands, from its first character on. */
  typed(text: string): void
  /** It was taken back before it was finished. */
  takenBack(): void
  /** It stands: the focus may move. `key` is the key that comes next, where one is pressed already. */
  settled(text: string, caret: number, key?: KeyboardEvent): void
}

/** How long after a composition another may still follow it without a pause, as between two syllables of Korean. */
const PAUSE = 150

const fields = new WeakMap<Element, TypingField>()

/** The cell that takes no focus just now. */
let passed: Element | undefined

export class TypingField {
  private readonly cell: HTMLElement
  private readonly input = document.createElement('input')
  private readonly owner: Typist
  private typist: Typist
  private isComposing = false
  private later: ReturnType<typeof setTimeout> | undefined

  constructor(cell: HTMLElement, typist: Typist) {
    this.cell = cell
    this.owner = this.typist = typist
    const { input } = this
    input.type = 'text'
    input.part.add('typing-field')
    input.autocomplete = 'off'
    input.spellcheck = false
    input.tabIndex = -1
    // A press of the mouse on the cell leaves the focus in the field, or gives it to it.
    cell.attachShadow({ mode: 'closed', delegatesFocus: true }).append(document.createElement('slot'), input)
    // Whoever puts the focus on the cell means the place where typing begins, also while the cell's own editor has it.
    cell.focus = (options) => {
      if (passed !== cell) input.focus(options)
    }
    // A caret that stays behind would take text that is meant for nothing.
    input.addEventListener('blur', () => document.getSelection()?.removeAllRanges())
    input.addEventListener('focus', () => this.name())
    input.addEventListener('compositionstart', () => {
      this.isComposing = true
      this.wait()
    })
    input.addEventListener('compositionend', () => {
      this.isComposing = false
      this.follow()
    })
    input.addEventListener('beforeinput', (event) => {
      // What a field held once is not the cell's to undo.
      if (event.inputType.startsWith('history')) event.preventDefault()
    })
    input.addEventListener('input', () => this.follow())
  }

  /** Text is typed here, and the focus has not moved yet. */
  get isHolding(): boolean {
    return this.isComposing || this.input.value !== ''
  }

  get text(): string {
    return this.input.value
  }

  /** Shows the field, as large as the cell, while it holds what is typed. */
  private show(): void {
    this.input.part.toggle('typing', this.isHolding)
  }

  private name(): void {
    this.input.ariaLabel = this.cell.ariaLabel ?? this.cell.textContent
    this.input.ariaReadOnly = this.cell.ariaReadOnly
    this.input.ariaDescription = this.cell.ariaDescription
  }

  private wait(): void {
    clearTimeout(this.later)
    this.later = undefined
  }

  private follow(): void {
    this.wait()
    const { value } = this.input
    if (value === '' && !this.isComposing) this.typist.takenBack()
    else if (value !== '') this.typist.typed(value)
    this.show()
    if (!this.isComposing && value !== '') this.later = setTimeout(() => this.settle(), PAUSE)
  }

  /** Hands the text over, and the focus with it. True where there was any. */
  settle(key?: KeyboardEvent): boolean {
    this.wait()
    if (this.isComposing || this.input.value === '') return false
    const { value, selectionEnd } = this.input
    this.input.value = ''
    this.show()
    this.typist.settled(value, selectionEnd ?? value.length, key)
    return true
  }

  /** What is typed goes to another, as to the editor that it opened. */
  lend(typist: Typist): void {
    this.typist = typist
  }

  /** Lets go of what is typed here, whoever had it. */
  clear(): void {
    this.wait()
    this.typist = this.owner
    this.input.value = ''
    this.isComposing = false
    this.show()
  }

  /** Takes the focus. */
  take(): void {
    this.input.focus({ preventScroll: true })
  }
}

/** The field of a cell that was in focus. */
export function typingFieldIn(cell: EventTarget | null): TypingField | undefined {
  return cell instanceof Element ? fields.get(cell) : undefined
}

/** Does what would put the focus on a cell that it is about to leave: it does not go there in between. */
export function passingBy(cell: Element | null | undefined, act: () => void): void {
  passed = cell ?? undefined
  try {
    act()
  } finally {
    passed = undefined
  }
}

/** A key that comes after text which stands goes where that goes. */
function pressed(event: KeyboardEvent): void {
  if (typingFieldIn(event.target)?.settle(event)) event.stopImmediatePropagation()
}

/**
 * Lets cells of a grid be typed into as soon as they have the focus. `ownerOf` says whose the text is; undefined for a cell
 * that takes none. Returns the way to end it.
 */
export function offerTyping(container: HTMLElement, ownerOf: (cell: HTMLElement) => Typist | undefined): () => void {
  const focused = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement) || !target.matches('.ag-cell')) return
    let field = fields.get(target)
    const typist = field ? undefined : ownerOf(target)
    if (typist) fields.set(target, (field = new TypingField(target, typist)))
    field?.take()
  }
  container.addEventListener('focusin', focused)
  container.addEventListener('keydown', pressed, true)
  return () => {
    container.removeEventListener('focusin', focused)
    container.removeEventListener('keydown', pressed, true)
  }
}
