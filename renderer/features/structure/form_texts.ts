/**
 * Texts of a form as what it states carries them: without blanks around, absent where nothing is typed.
 */

/** The texts that say something; those left blank are left out. */
export function filled<T extends Record<string, string>>(texts: T): { [K in keyof T]?: Exclude<T[K], ''> } {
  const typed = Object.entries(texts).map(([key, text]) => [key, text.trim()])
  return Object.fromEntries(typed.filter(([, text]) => text !== '')) as { [K in keyof T]?: Exclude<T[K], ''> }
}

/** Display decimals as typed; undefined where none are set, null where the text is no number of places. */
export function readDecimals(text: string): number | undefined | null {
  const typed = text.trim()
  if (typed === '') return undefined
  return /^(?:\d|10)$/.test(typed) ? Number(typed) : null
}
