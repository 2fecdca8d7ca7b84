/**
 * A miscellaneous adjustment above a tenth of taxable income asks for a footnote; with one it is quiet, and the sample as filed is.
 */
import { expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { Filing } from '../../../shared/model/filing.ts'

const [release] = sampleFilings() as [Filing]

const AT = 'reconciliation.miscellaneous@q3_2007'

function flagged(filing: Filing, input?: string): { text: string; filed: string }[] {
  const engine = createEngine(filing, input === undefined ? [] : [{ ...readCellName(AT)!, input }])
  return tieOuts(filing, engine).flatMap(({ kind, text, filed }) => (kind === 'unexplained' ? [{ text, filed }] : []))
}

/** The filing with a footnote on the line, or a remark on the figure. */
function noted(how: 'note' | 'remark'): Filing {
  const schedules = release.schedules.map((one) => {
    if (one.id !== 'reconciliation') return one
    const lines = one.lines.map((line) =>
      line.id === 'miscellaneous' && how === 'note' ? { ...line, notes: ['1'] } : line,
    )
    const remark = { line: 'miscellaneous', column: 'q3_2007', remark: 'State taxes of earlier years.' }
    return { ...one, lines, ...(how === 'remark' && { facts: [remark, ...(one.facts ?? [])] }) }
  })
  return { ...release, schedules }
}

test('as filed nothing is flagged: 1,012 beside 18,936 is the most', () => {
  expect(flagged(release)).toEqual([])
})

test('in a scenario more than a tenth of taxable income is flagged, with the way out; up to a tenth is not', () => {
  // 16,465 less the amount is the loss: 1,496 of 14,969 is less than a tenth, 1,498 of 14,967 more.
  expect(flagged(release, '1496')).toEqual([])
  expect(flagged(release, '1498')).toEqual([
    {
      text: 'Miscellaneous adjustments, Three Months Ended September 30, 2007: 1,498 is more than 10% of taxable income; the line needs a footnote.',
      filed: 'pass',
    },
  ])
})

test('a footnote on the line or a remark on the figure answers it', () => {
  expect(flagged(noted('note'), '5000')).toEqual([])
  expect(flagged(noted('remark'), '5000')).toEqual([])
})
