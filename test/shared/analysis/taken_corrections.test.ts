/**
 * A roll and then a correction is the correction and then a roll: whatever was wrong in the filing before, taking it over gives what rolling the
 * corrected filing would have given.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { IMPAC_2007_Q3 } from '../../../db/samples/impac_2007_q3/filing.ts'
import { IMPAC_2009 } from '../../../db/samples/impac_2009/filing.ts'
import { correctedInputs } from '../../../shared/analysis/taken_corrections.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { cellFormat, structureFormula, takesInput } from '../../../shared/calc/layout.ts'
import { carriedSources } from '../../../shared/checks/carried.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { isMeasured } from '../../../shared/money/format.ts'
import { runs } from '../calc/choices.ts'
import { cellsOf, figure, rolled } from '../templates/filing_fixture.ts'

/** The amounts that a filing holds: what a correction can change. */
function amountsOf(filing: Filing): CellInput[] {
  return filing.schedules.flatMap((schedule) =>
    schedule.cells.filter(({ line, column, input }) => {
      const [own, at] = [
        schedule.lines.find(({ id }) => id === line)!,
        schedule.columns.find(({ id }) => id === column)!,
      ]
      const isEntered = takesInput(own, at) && !structureFormula(own, at) && isMeasured(cellFormat(own, at))
      return isEntered && input !== null && /^-?\d/.test(input)
    }),
  )
}

function corrected(filing: Filing, edits: readonly CellInput[]): Filing {
  return {
    ...filing,
    schedules: filing.schedules.map((schedule) => ({
      ...schedule,
      cells: schedule.cells.map(
        (cell) =>
          edits.findLast(
            ({ schedule: own, line, column }) => own === cell.schedule && line === cell.line && column === cell.column,
          ) ?? cell,
      ),
    })),
  }
}

function figures(filing: Filing, engine: Engine): string[] {
  return cellsOf(filing).map((ref) => `${ref.schedule}.${ref.line}@${ref.column} ${figure(engine, ref)}`)
}

test.each([IMPAC_2007_Q3, IMPAC_2009])('$id', (sample) => {
  const next = rolled(sample, 'quarter').filing
  const cells = amountsOf(sample)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(cells.length - 1), fc.integer({ min: -99_999, max: 99_999 })), {
        minLength: 1,
        maxLength: 6,
      }),
      (choices) => {
        const edits = choices.map(([at, amount]) => ({ ...cells[at]!, input: String(amount) }))
        const before = corrected(sample, edits)
        const old = createEngine(before)
        const sources = carriedSources(next, () => ({ filing: before, value: (ref) => old.value(ref, 'base') }))
        const engine = createEngine(next)
        engine.apply(correctedInputs(next, engine, sources), 'base')
        const afresh = rolled(before, 'quarter').filing
        expect(figures(next, engine)).toEqual(figures(afresh, createEngine(afresh)))
        expect(correctedInputs(next, engine, sources)).toEqual([])
      },
    ),
    runs(40),
  )
})
