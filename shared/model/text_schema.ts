/**
 * The schema of text, the only one from which schemas of strings are made: text that cannot be stored as it stands is refused.
 * Must not know what a text is for: lengths and patterns are its users'.
 */
import { z } from './schema.ts'

/** What a person reads where a text holds half of a character (a lone surrogate): a file could not give it back. */
export const HALF_CHARACTER =
  'The text holds half of a character, such as one half of an emoji. Nothing was stored; everything saved before is safe. Remove that character or enter it again.'

/** Text of whole characters. */
export function textSchema(): z.ZodString {
  return z
    .string()
    .refine((text) => text.isWellFormed(), { error: HALF_CHARACTER, params: { fault: 'half_character' } })
}

/** The sentence for a person where text was refused for half of a character; undefined where something else is wrong. */
export function halfCharacterIn(error: Pick<z.ZodError, 'issues'>): string | undefined {
  const isTold = (issue: z.core.$ZodIssue): boolean => {
    if (issue.code === 'custom') return issue.params?.['fault'] === 'half_character'
    if (issue.code === 'invalid_union') return issue.errors.flat().some(isTold)
    return (issue.code === 'invalid_key' || issue.code === 'invalid_element') && issue.issues.some(isTold)
  }
  return error.issues.some(isTold) ? HALF_CHARACTER : undefined
}
