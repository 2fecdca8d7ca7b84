/**
 * The lines between which a rollforward runs: its opening and its closing balance.
 * Found by id, or by what the label says of the beginning and the end of the period, and only where the closing line reads
 * the opening one; a line that holds the opening balance among other things is no opening line.
 */
import { referencesOf } from '../formula/rewrite.ts'
import type { Line, Schedule } from '../model/filing.ts'

const OPENING_ID = /^(?:opening|beginning)(?:_(?:balance|equity))?$/
const OPENING_LABEL =
  /\b(?:at|,) (?:the )?beginning of (?:the )?(?:period|year|quarter)\b|^(?:opening|beginning) balance\b/i
const CLOSING_ID = /^(?:closing|ending)(?:_(?:balance|equity))?$/
const CLOSING_LABEL = /\b(?:at|,) (?:the )?end of (?:the )?(?:period|year|quarter)\b|^(?:closing|ending) balance\b/i

export type RollLines = { opening: Line; closing: Line }

/** Opening and closing line of a schedule; undefined where it has none. */
export function rollLines({ lines }: Pick<Schedule, 'lines'>): RollLines | undefined {
  const named = (id: RegExp, label: RegExp, kind: Line['kind']): Line | undefined =>
    lines.find((line) => line.kind === kind && id.test(line.id)) ??
    lines.find((line) => line.kind === kind && label.test(line.label))
  const opening = named(OPENING_ID, OPENING_LABEL, 'input')
  const closing = named(CLOSING_ID, CLOSING_LABEL, 'formula')
  if (!opening || !closing) return undefined
  const reads = referencesOf(closing.formula ?? '').some((one) => one.type === 'reference' && one.line === opening.id)
  return reads ? { opening, closing } : undefined
}
