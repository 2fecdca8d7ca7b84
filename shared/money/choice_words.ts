/**
 * A choice by its words: its place in a list is its value, 1 is the first. What is typed may be the words in full, a beginning that only
 * one of them has, or the place itself. Knows the list alone.
 */
import { refused, type Refused } from '../refusals/refusal.ts'
import { isolated } from './isolated.ts'
import { listed } from './listed.ts'
import { withoutUnseen } from './unseen.ts'

/** Words as they are compared: without regard to case, and with one blank between them. */
function folded(words: string): string {
  return withoutUnseen(words)
    .replaceAll(/[\s\u00a0\u2007\u202f]+/g, ' ')
    .trim()
    .toLowerCase()
}

/** The place of these very words in a list, from 1; undefined where they are none of it. */
export function placeOfWords(words: string, choices: readonly string[]): number | undefined {
  const wanted = folded(words)
  const at = choices.findIndex((choice) => folded(choice) === wanted)
  return wanted === '' || at < 0 ? undefined : at + 1
}

/** The places of the choices that begin with what was typed, from 1; all of them where nothing was. */
export function placesBegun(typed: string, choices: readonly string[]): number[] {
  const wanted = folded(typed)
  return choices.flatMap((choice, at) => (folded(choice).startsWith(wanted) ? [at + 1] : []))
}

/** Of a longer list so many are named. */
const MOST_NAMED = 8

/** The place that was typed, or why it is none. */
export function readChoice(typed: string, choices: readonly string[], shown: string): { place: number } | Refused {
  if (choices.length === 0) return refused({ code: 'choices_missing' })
  const exact = placeOfWords(typed, choices)
  if (exact !== undefined) return { place: exact }
  if (/^\d{1,4}$/.test(typed)) {
    const place = Number(typed)
    return place >= 1 && place <= choices.length
      ? { place }
      : refused({ code: 'choice_unknown', shown, choices: named(choices) })
  }
  const begun = placesBegun(typed, choices)
  const [place, ...others] = begun
  if (place === undefined) return refused({ code: 'choice_unknown', shown, choices: named(choices) })
  if (others.length === 0) return { place }
  return refused({ code: 'choice_ambiguous', shown, choices: named(begun.map((one) => choices[one - 1]!)) })
}

function named(choices: readonly string[]): string {
  const words = choices.map((choice) => isolated(choice))
  const more = words.length - MOST_NAMED
  return more > 1 ? listed([...words.slice(0, MOST_NAMED), `${more} more`]) : listed(words)
}

/** The entries of a list that are written one to a line; blank lines are none. */
export function choicesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Why a list cannot be offered: it is empty, names one twice, or holds what would be read as a formula or a change. */
export function choicesRefusal(choices: readonly string[]): Refused | undefined {
  if (choices.length === 0) return refused({ code: 'choices_empty' })
  const twice = choices.find((choice, at) => placeOfWords(choice, choices) !== at + 1)
  if (twice !== undefined) return refused({ code: 'choice_twice', choice: isolated(twice) })
  const strange = choices.find((choice) => /^(?:=|[-+*/\u2212]=)/.test(choice))
  return strange === undefined ? undefined : refused({ code: 'choice_like_formula', choice: isolated(strange) })
}
