/**
 * Cutting text at a length: never in the middle of what a reader takes for one character. Stands with the parsing of figures, the
 * lowest of the shared folders, so that every other can use it; knows nothing of what a text says.
 */

const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' })

const ELLIPSIS = '…'

/**
 * The text, cut where it is longer than `most` (UTF-16 units, as lengths are counted in schemas and fields): between characters as
 * a reader sees them, an emoji of several parts or a letter with its accents being one. With `ellipsis` a text that was cut ends in
 * one, which counts.
 */
export function cutText(text: string, most: number, { ellipsis = false }: { ellipsis?: boolean } = {}): string {
  if (text.length <= most) return text
  const end = ellipsis ? ELLIPSIS : ''
  return text.slice(0, beforeCharacter(text, Math.max(0, most - end.length))) + end
}

/**
 * The place at or before `at` where a character begins. Where one that begins the text is longer than that, as hundreds of accents on
 * a letter are, it is cut after all, between its parts.
 */
export function beforeCharacter(text: string, at: number): number {
  if (at <= 0 || at >= text.length) return Math.min(Math.max(at, 0), text.length)
  const start = CHARACTERS.segment(text).containing(at)!.index
  if (start > 0) return start
  return isInsidePair(text, at) ? at - 1 : at
}

function isInsidePair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1]!) && /[\udc00-\udfff]/.test(text[at]!)
}
