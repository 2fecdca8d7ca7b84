/**
 * The tie-outs of a filing of 5,000 lines x 24 columns after an edit, everything asked that the screen asks, against the same computed
 * afresh, turn by turn. Medians; asserts nothing.
 */
import { createEngine } from '../../shared/calc/engine.ts'
import { TieOutBook } from '../../shared/checks/tie_out_book.ts'
import { tieOuts } from '../../shared/checks/tie_outs.ts'
import { item, LEDGER, largeFiling } from './large_filing.ts'
import { median } from './median.ts'

const ROUNDS = 7
const EDITS = 20

const VERDICTS = ['fail', 'flagged', 'changed_by_scenario', 'not_testable', 'within_rounding', 'pass'] as const

/** The rows of the table. */
export const TIE_OUT_LABELS: [key: string, label: string][] = [
  ['tie_outs', 'tie-outs'],
  ['afresh_ms', 'computed afresh, ms'],
  ['edit_ms', 'after an edit, with counts, lists and marks, ms'],
  ['edit_to_afresh', 'after an edit / computed afresh (aim: at most 0.01)'],
]

export function tieOutFigures(): Record<string, number> {
  const filing = largeFiling({ lines: 5_000, status: 'draft' })
  const engine = createEngine(filing)
  const book = new TieOutBook(filing, engine)
  const ref = { schedule: LEDGER, line: item(3, 4), column: 'q1_2006' }
  const ask = (): void => {
    book.counts()
    book.openCounts()
    book.first(VERDICTS, 200)
    book.of(ref)
    book.takeNews()
  }
  ask()
  const [edits, afresh]: [number[], number[]] = [[], []]
  let typed = 0
  let count = 0
  for (let round = -1; round < ROUNDS; round++) {
    for (let n = 0; n < EDITS; n++) {
      engine.apply([{ ...ref, input: `${++typed}` }], 'base')
      const start = performance.now()
      ask()
      if (round >= 0) edits.push(performance.now() - start)
    }
    const start = performance.now()
    count = tieOuts(filing, engine).length
    if (round >= 0) afresh.push(performance.now() - start)
  }
  const [edit, whole] = [median(edits), median(afresh)]
  return { tie_outs: count, afresh_ms: whole, edit_ms: edit, edit_to_afresh: edit / whole }
}
