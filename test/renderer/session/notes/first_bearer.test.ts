/**
 * Where the mark of a note leads.
 */
import { expect, it } from 'vitest'
import { sampleFilings } from '../../../../db/samples/samples.ts'
import { firstBearer } from '../../../../renderer/session/notes/note_acts.ts'

const { schedules } = sampleFilings().find(({ id }) => id === 'impac_2007_q3')!
const reconciliation = schedules.find(({ id }) => id === 'reconciliation')!

it('a mark leads to the first line that bears it, in the column in focus where the line has a figure there', () => {
  expect(firstBearer(reconciliation, '3', 'q2_2007')).toEqual({ line: 'loan_loss_provisions', column: 'q2_2007' })
  expect(firstBearer(reconciliation, '3')).toEqual({ line: 'loan_loss_provisions', column: 'q3_2007' })
  // The first line with note 9 is a detail that two quarters alone disclose.
  expect(firstBearer(reconciliation, '9', 'm9_2007')).toEqual({
    line: 'deferred_charge_amortization',
    column: 'q3_2007',
  })
})

it('a heading bears a mark without figures of its own', () => {
  expect(firstBearer(reconciliation, '2', 'q2_2007')?.line).toBe(
    reconciliation.lines.find(({ kind }) => kind === 'heading')!.id,
  )
})

it('a mark of heads leads under the first of them, an unused mark nowhere', () => {
  expect(firstBearer(reconciliation, '1', 'm9_2007')).toEqual({ line: 'net_earnings', column: 'q3_2007' })
  expect(firstBearer(reconciliation, '12')).toBeUndefined()
})
