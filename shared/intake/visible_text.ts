/**
 * The text of a cell of another program as a person sees it. Pure; must not decide what the text means.
 */
import { withoutUnseen } from '../money/unseen.ts'

/** The text without unseen characters, its spaces and line breaks folded into one space each, none at its ends. */
export function visibleText(text: string): string {
  // Nothing to fold in what is written without spaces and in plain letters, as figures mostly are.
  if (/^[!-~]*$/.test(text)) return text
  return withoutUnseen(text).replaceAll(/\s+/g, ' ').trim()
}
