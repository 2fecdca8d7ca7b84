/**
 * How the bearers of a note are counted.
 */
import { expect, it } from 'vitest'
import { sampleFilings } from '../../../../db/samples/samples.ts'
import { bearersText } from '../../../../renderer/features/notes/note_places.ts'

const { schedules } = sampleFilings().find(({ id }) => id === 'impac_2007_q3')!
const reconciliation = schedules.find(({ id }) => id === 'reconciliation')!

it('says how many lines and heads bear a mark', () => {
  expect(bearersText(reconciliation, '3')).toBe('on 2 lines')
  expect(bearersText(reconciliation, '4')).toBe('on 1 line')
  expect(bearersText(reconciliation, '1')).toMatch(/^on \d+ heads$/)
  expect(bearersText(reconciliation, '12')).toBe('on no line')
})
