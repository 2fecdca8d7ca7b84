/**
 * Levels that cannot be tested, since a figure that they need was not disclosed. Judges one cell.
 */
import { cellTitle, originOf } from '../model/lookup.ts'
import type { CellCheck } from './tie_out.ts'

export const LEVEL: CellCheck = {
  kind: 'level',
  find({ found, ref, engine, value, formula }) {
    if (formula === undefined || found.line.kind !== 'formula' || value !== null) return undefined
    if (originOf(found).origin !== 'not_disclosed') return undefined
    // A formula that is blank over figures says nothing that could be tested: nothing moved.
    if (!engine.precedents(ref).some((one) => engine.value(one) === null)) return undefined
    return {
      scenario: { status: 'not_testable', difference: null },
      filed: 'not_testable',
      words: () => `${cellTitle(found)}: blank, because a figure that it needs is not disclosed.`,
    }
  },
}
