/**
 * Texts of a form as what it states carries them: without blanks around, absent where nothing is typed.
 */
import type { Format } from '../../../shared/model/filing.ts'
import { choicesOf, choicesRefusal } from '../../../shared/money/choice_words.ts'
import type { Misstated } from '../../session/structure/form_judgement.ts'

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

type Listed = { format: Format | ''; choices: string }

/** The list of choices that a form states; kept with another format too, for a format that is set back. */
export function choicesIn({ choices }: Listed): { choices?: string[] } {
  const list = choicesOf(choices)
  return list.length > 0 ? { choices: list } : {}
}

/** What is wrong with the list of a form; what was wrong with it before may stay. */
export function choicesFault(form: Listed, before: { choices?: readonly string[] }): Misstated<Listed> | undefined {
  const list = choicesOf(form.choices)
  if (form.format !== 'choice' && list.length === 0) return undefined
  const stood = before.choices ?? []
  if (list.length > 0 && list.length === stood.length && list.every((choice, at) => choice === stood[at]))
    return undefined
  const refusal = choicesRefusal(list)
  return refusal && { at: 'choices', refusal: refusal.refusal }
}
