/**
 * What a text of a printed table looks like: a figure, a part of one, a year, words, the mark of a note. Looks at the
 * shape alone; what an amount is, is decided by shared/money.
 */
import { isPeriodText, isYear } from '../calendar/period_heads.ts'

/** Hyphens, dashes and the minus sign, as documents print them. */
const DASH = '\\-\u2010-\u2015\u2212'

const NIL = new RegExp(`^(?:US ?)?[$(]? ?[$(]? ?[${DASH}]{1,3} ?\\)? ?%? ?\\)?$`, 'i')
const FIGURE = new RegExp(
  `^(?:US ?\\$|USD|[$(${DASH} ])*(?:\\d[\\d.,]*|\\.\\d+)[ )%]*(?:CR|DR|[${DASH}])?\\.?[ )]*$`,
  'i',
)
const OPENS = /^(?:\(? ?(?:US ?)?\$ ?\(?|\(|USD?)$/
const CLOSES = /^(?:\) ?%?|% ?\)?|(?:CR|DR)\.?)$/i
const NOTE_MARK =
  /^(?:\[\w{1,3}\](?:,? ?\[\w{1,3}\])*|\*{1,3}|[\u2020\u2021\u00a7]{1,2}|[\u00b9\u00b2\u00b3\u2070-\u2079]+|\([a-z]\))$/
const NOTE_BEHIND =
  /^(.*[\d)%].*?) ?(?:\[\w{1,3}\]|\*{1,3}|[\u2020\u2021]|[\u00b9\u00b2\u00b3\u2070-\u2079]+|\([a-z]\))$/

/** A dash, alone or beside the signs of a figure: `—`, `$ —`, `—%`, `(—)`. */
export function isNilText(text: string): boolean {
  return NIL.test(text)
}

/** Digits or a dash with the signs of a figure at either side, whether or not all signs are there. */
export function isFigureText(text: string): boolean {
  return isNilText(text) || FIGURE.test(text)
}

/** What stands before a figure in a cell of its own: `$`, `(`, `$(`. */
export function opensFigure(text: string): boolean {
  return OPENS.test(text)
}

/** What stands behind a figure in a cell of its own: `)`, `%`, `)%`, `CR`. */
export function closesFigure(text: string): boolean {
  return CLOSES.test(text)
}

/** The mark of a note in a cell of its own: `[1]`, `(a)`, `*`. A number in parentheses could be an amount and is none. */
export function isNoteMark(text: string): boolean {
  return NOTE_MARK.test(text)
}

/** A figure without the mark of a note behind it; any other text as it is. */
export function withoutNoteMark(text: string): string {
  const bare = NOTE_BEHIND.exec(text)?.[1]?.trim()
  return bare !== undefined && isFigureText(bare) ? bare : text
}

/** Digits alone, without separators, decimals or signs: what numbers of accounts, notes and years are written as. */
export function isBareNumber(text: string): boolean {
  return /^\d+$/.test(text)
}

/** Three letters in a row; a formula and an error value are no words. */
export function hasWords(text: string): boolean {
  return /\p{L}{3}/u.test(text) && !/^[=#]/.test(text)
}

/** What stands at the head of the column of labels: the unit, the audit, the span of the columns; or nothing. */
export function isCaption(text: string): boolean {
  return (
    text === '' ||
    /^\(?(?:unaudited|audited)\b/i.test(text) ||
    /\b(?:in|of) (?:thousands|millions|billions|dollars)\b|\b(?:thousands|millions) of\b|\bper.share (?:data|amounts)\b|\$ ?(?:in )?(?:000|thousands|millions)/i.test(
      text,
    ) ||
    (isPeriodText(text) && !isYear(text))
  )
}
