/**
 * One field of a CSV file, written so that no spreadsheet of any locale reads it, or a part of it, as a formula.
 * Must not know what the field tells.
 *
 * A spreadsheet that takes another sign than the comma for the separator (a German one splits at the semicolon) cuts a field into
 * cells, some whatever the quotes. So the beginning of every such part is looked at, as though each of these signs separated.
 */

/** What begins a formula, or calls for one: also the full-width signs, which some locales read as the narrow ones. */
const SIGN = '=+\\-@＝＋－＠'

/** Blanks, unseen characters and quotation marks, which stand before a sign without hiding it. */
const BEFORE = String.raw`[\p{Z}\p{C}\p{Default_Ignorable_Code_Point}"]*`

/** What some locale takes for the end of a cell or of a row. */
const ENDS = String.raw`[;\t|,\r\n\v\f\u0085\u2028\u2029]`

/** A sign that would begin a cell, with all that stands before it in that cell. */
const BEGINNING = new RegExp(`(^|${ENDS})(${BEFORE})(?=[${SIGN}])`, 'gu')

/** A tab or a row's end that comes first: a spreadsheet may pass over it to what follows. */
const LEADING_END = /^[\t\r\n\v\f]/

/** A plain negative number stays one. */
const NUMBER = /^-\d[\d.,]*$/

/** The text of a field, quoted where it must be; an apostrophe before a sign makes text of what would be a formula. */
export function csvField(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = NUMBER.test(text) ? text : LEADING_END.test(text) ? `'${signsMarked(text)}` : signsMarked(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function signsMarked(text: string): string {
  return text.replaceAll(BEGINNING, (_all, end: string, before: string) => `${end}${before}'`)
}
