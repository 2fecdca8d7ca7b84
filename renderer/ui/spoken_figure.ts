/**
 * Figures as a screen reader has to say them: parentheses are negative, a dash is nil. Text in, text out; what is shown
 * stays as it is formatted, here as everywhere.
 */

const DIGITS = String.raw`\d{1,3}(?:,\d{3})*(?:\.\d+)?`
const NEGATIVE = String.raw`(?:\$ )?\(${DIGITS}\)%?`

const NIL_ALONE = /^(?:\$ )?[-–—](?: %)?$/
const ALONE = new RegExp(String.raw`^(\$ )?(\()?(${DIGITS})(\))?(%)?$`)
/** Not what follows a word without a space, as the argument of a function or a mark does. */
const WITHIN = new RegExp(String.raw`(?<![\w)])${NEGATIVE}`, 'g')

/**
 * A formatted figure in words: `minus 777,747`, `minus 38 percent`, `nil`. Other text, and a figure that reads right as it
 * stands, is returned unchanged. `percent`: it counts percentage points, whether or not a sign says so.
 */
export function spokenFigure(text: string, { percent = false }: { percent?: boolean } = {}): string {
  if (NIL_ALONE.test(text)) return 'nil'
  const [, currency = '', open, digits, close, sign] = ALONE.exec(text) ?? []
  if (digits === undefined || (open === undefined) !== (close === undefined)) return text
  const unit = sign !== undefined || percent ? ' percent' : ''
  return open === undefined ? `${currency}${digits}${unit}` : `minus ${currency.trim()}${digits}${unit}`
}

/** Whether a figure hangs its closing parenthesis right of the digits; one that does not keeps the room of one there. */
export function closes(text: string): boolean {
  return /\)%?$/.test(text)
}

/** A part of a sentence as shown, and as said where that differs. */
export type SpokenPart = { shown: string; said?: string }

/** A sentence in parts, its negative figures each by themselves. */
export function spokenParts(text: string): SpokenPart[] {
  const parts: SpokenPart[] = []
  let from = 0
  for (const { 0: shown, index } of text.matchAll(WITHIN)) {
    if (index > from) parts.push({ shown: text.slice(from, index) })
    parts.push({ shown, said: spokenFigure(shown) })
    from = index + shown.length
  }
  if (from < text.length) parts.push({ shown: text.slice(from) })
  return parts
}

/** A sentence as it is said. */
export function spokenText(text: string): string {
  return spokenParts(text)
    .map(({ shown, said }) => said ?? shown)
    .join('')
}
