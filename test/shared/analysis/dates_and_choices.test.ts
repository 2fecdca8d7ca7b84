/** Acts on figures where they are dates and choices: entered as they are stored, found by their words, compared without a difference, never varied. */
import { expect, test } from 'vitest'
import { comparedFigure } from '../../../shared/analysis/compare.ts'
import { planEdit } from '../../../shared/analysis/edit.ts'
import { goalSeek } from '../../../shared/analysis/goal_seek.ts'
import { turned } from '../../../shared/analysis/step.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { Decimal } from '../../../shared/money/decimal.ts'
import { at, filing } from '../calc/sheet.ts'
import { worded } from '../worded.ts'

const FILING: Filing = {
  ...filing({
    paid: { format: 'date', input: '2007-09-30' },
    held: { format: 'choice', choices: ['Ordinary', 'Capital gain'], input: '1' },
    days: '= paid - 39000',
  }),
  status: 'draft',
}

function planned(line: string, text: string) {
  const engine = createEngine(FILING)
  return worded(planEdit({ filing: FILING, engine, scenario: null, ref: at(line), text, flow: 'tax_only' }))
}

test('a date is stored as ISO text and a choice as its place; the title tells both in words', () => {
  expect(planned('paid', '12/31/2007')).toMatchObject({
    inputs: [{ ...at('paid'), input: '2007-12-31' }],
    title: expect.stringContaining('September 30, 2007 to December 31, 2007'),
  })
  expect(planned('paid', '-=30')).toMatchObject({ inputs: [{ ...at('paid'), input: '2007-08-31' }] })
  // A day far away is no amount of another unit.
  expect(planned('paid', '1/1/1950')).toMatchObject({ kind: 'plan' })
  expect(planned('held', 'cap')).toMatchObject({
    inputs: [{ ...at('held'), input: '2' }],
    title: expect.stringContaining('Ordinary to Capital gain'),
  })
  expect(planned('held', 'Ordinary')).toMatchObject({ kind: 'plan', inputs: [] })
})

test('between two dates, or choices, there is no difference', () => {
  for (const line of ['paid', 'held']) {
    const found = findCell(FILING, at(line))
    expect(comparedFigure(new Decimal(1), new Decimal(2), found)).toMatchObject({ difference: null, percent: null })
  }
})

test('a step moves a date by a day; signs are not turned, choices are left out', () => {
  const refs = ['paid', 'held'].map((line) => at(line))
  expect(turned(FILING, refs, 'step_up')).toEqual([{ ref: at('paid'), text: '+=1' }])
  expect(turned(FILING, refs, 'flip_sign')).toEqual([])
})

test('goal seek does not vary a date', () => {
  const request = {
    filing: FILING,
    engine: createEngine(FILING),
    target: at('days'),
    value: new Decimal(400),
    by: at('paid'),
  }
  expect(worded(goalSeek(request) as never)).toMatchObject({
    kind: 'refused',
    reason: 'Paid, c holds a date or a choice, which is not varied. Choose a cell with an amount.',
  })
})
