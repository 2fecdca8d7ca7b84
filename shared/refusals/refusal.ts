/**
 * How an act says no, the same everywhere: its result is `{ kind: '<what it made>', ... }` or `{ kind: 'refused', refusal }`, and where
 * only the answer to "why not" is wanted, `Refusal | undefined`. A refusal is plain data: a code, and what it concerns as it is shown
 * (names with what they stand under, amounts in their format, texts of persons isolated). Code decides by the code alone and never by a
 * sentence. The sentences stand in the tables of this folder, one entry for each code: its key is the code, its parameter is what the
 * refusal concerns, and the union below follows from them. Stands below everything else, so that every layer can refuse with it.
 */
import { EDITS } from './edits.ts'
import { FILINGS } from './filings.ts'
import { PRINT } from './print.ts'
import { SEEKING } from './seeking.ts'
import { STRUCTURE } from './structure.ts'
import { TYPED_TEXT } from './typed_text.ts'
import { VALUATION } from './valuation.ts'

const SENTENCES = { ...TYPED_TEXT, ...STRUCTURE, ...EDITS, ...SEEKING, ...FILINGS, ...PRINT, ...VALUATION }

type Sentences = typeof SENTENCES
type Concerned<F> = F extends (about: infer About) => string ? (unknown extends About ? object : About) : never

/** Why an act is refused. */
export type Refusal = { [Code in keyof Sentences]: { code: Code } & Concerned<Sentences[Code]> }[keyof Sentences]

/** The result of an act that is refused. */
export type Refused = { kind: 'refused'; refusal: Refusal }

/** The refusal as a sentence to be shown. */
export function refusalText(refusal: Refusal): string {
  return (SENTENCES[refusal.code] as (about: Refusal) => string)(refusal)
}

export function refused(refusal: Refusal): Refused {
  return { kind: 'refused', refusal }
}
