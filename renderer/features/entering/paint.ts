/**
 * Colours a formula in a layer behind its field, whose own text is transparent: caret, selection and typing stay the
 * field's. The layer shows the very text of the field, character by character.
 */
import type { Span } from '../../../shared/formula/ast.ts'
import { isFormulaText, pieces } from '../../../shared/formula/written.ts'

/** References beyond this many take the colours from the first on again. */
export const COLOURS = 6

const painted = new WeakMap<HTMLElement, string>()

/** Shows the text in the layer, or nothing where it is no formula; `fault` is underlined. */
export function paint(layer: HTMLElement, text: string, fault: Span | null): void {
  const key = `${fault?.at} ${fault?.end} ${text}`
  if (painted.get(layer) === key) return
  painted.set(layer, key)
  layer.hidden = !isFormulaText(text)
  if (layer.hidden) return layer.replaceChildren()
  const written = document.createElement('span')
  written.className = 'written'
  let end = 0
  for (const piece of pieces(text)) {
    const span = document.createElement('span')
    span.className = piece.colour === undefined ? piece.kind : `reference reference-${piece.colour % COLOURS}`
    if (fault && piece.at < fault.end && fault.at < piece.end) span.classList.add('wrong')
    span.textContent = text.slice(piece.at, piece.end)
    written.append(text.slice(end, piece.at), span)
    end = piece.end
  }
  written.append(text.slice(end))
  layer.replaceChildren(written)
}

/** Keeps the layer under the field's text where that is longer than the field. */
export function scrollAlong(layer: HTMLElement, input: HTMLInputElement): void {
  const written = layer.firstElementChild
  // Where nothing is painted the page need not be laid out to know how far the field is scrolled.
  if (!(written instanceof HTMLElement)) return
  const { scrollLeft } = input
  written.style.transform = scrollLeft === 0 ? '' : `translateX(-${scrollLeft}px)`
}

/** Where the character at `offset` stands in the window, by the layer; undefined while it shows nothing. */
export function characterLeft(layer: HTMLElement, offset: number): number | undefined {
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? ''
    if (left <= length) {
      const range = document.createRange()
      range.setStart(node, left)
      range.collapse(true)
      return range.getBoundingClientRect().left
    }
    left -= length
  }
  return undefined
}
