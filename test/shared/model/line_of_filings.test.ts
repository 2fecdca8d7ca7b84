/**
 * The line of a registrant's filings: who belongs to it, in which order, and which filing follows which.
 */
import { describe, expect, test } from 'vitest'
import {
  inLine,
  lineOfFilings,
  predecessorOf,
  registrantKey,
  stageName,
  stageOf,
  successorsOf,
  type Lined,
} from '../../../shared/model/line_of_filings.ts'

const NAME = 'Impac Mortgage Holdings, Inc.'
const of = (id: string, periodEnd: string, rest: Partial<Lined> = {}): Lined => ({
  id,
  periodEnd,
  registrant: NAME,
  ...rest,
})

const Q1 = of('q1', '2007-03-31', { form: 'Form 10-Q' })
const Q2_RELEASE = of('q2_release', '2007-06-30', { form: 'Press release' })
const Q2 = of('q2', '2007-06-30', { form: 'Form 10-Q' })
const Q2_FLASH = of('q2_flash', '2007-06-30', { stage: 'flash' })
const OTHER = of('other', '2007-06-30', { registrant: 'Another REIT' })
const YEAR = of('year', '2007-12-31', { stage: 'return', form: 'Form 1120-REIT' })
const ALL = [YEAR, Q2, OTHER, Q2_RELEASE, Q1, Q2_FLASH]

const ids = (filings: readonly Lined[]): string[] => filings.map(({ id }) => id)

test('a line stands by period, then by stage, whatever the order of the workbook', () => {
  expect(ids(lineOfFilings(Q2, ALL))).toEqual(['q1', 'q2_flash', 'q2_release', 'q2', 'year'])
  expect(ids(lineOfFilings(OTHER, ALL))).toEqual(['other'])
})

test('documents of one stage stand by their date, one without a period first', () => {
  const dated = [
    of('b', '2007-03-31', { documentDate: '2007-05-02' }),
    of('a', '2007-03-31', { documentDate: '2007-05-01' }),
  ]
  expect(ids(inLine([...dated, { id: 'none' }]))).toEqual(['none', 'a', 'b'])
})

describe('a registrant', () => {
  test.each(['IMPAC MORTGAGE HOLDINGS, INC', 'Impac Mortgage  Holdings Inc.', ` ${NAME} `])(
    'is known as %s',
    (name) => {
      expect(registrantKey({ registrant: name })).toBe(registrantKey({ registrant: NAME }))
    },
  )

  test('is one under all names of its record', () => {
    const records = [{ names: ['Impac Companies', NAME] }]
    const renamed = of('later', '2009-12-31', { registrant: 'Impac Companies' })
    expect(ids(lineOfFilings(renamed, [...ALL, renamed], records))).toContain('q1')
    expect(ids(lineOfFilings(renamed, [...ALL, renamed]))).toEqual(['later'])
  })

  test('that is not named has no line', () => {
    const one: Lined = { id: 'one', periodEnd: '2007-03-31' }
    expect(ids(lineOfFilings(one, [one, { id: 'two', periodEnd: '2007-06-30' }]))).toEqual(['one'])
  })
})

test('the stage is the one stated, else the one of the form', () => {
  expect([Q1, Q2_RELEASE, Q2_FLASH, YEAR, of('x', '2007-03-31', { form: 'SEC response letter' })].map(stageOf)).toEqual(
    ['report', 'release', 'flash', 'return', undefined],
  )
  expect(stageOf({ stage: 'draft', form: 'Form 10-Q' })).toBe('draft')
  expect([stageName(Q1), stageName({ form: '10-K/A' }), stageName(Q2_RELEASE), stageName({ stage: 'report' })]).toEqual(
    ['10-Q', '10-K', 'Release', '10-Q or 10-K'],
  )
})

test('a filing follows the one that it was made from, else the one before it', () => {
  expect(predecessorOf(Q2, ALL)?.id).toBe('q2_release')
  expect(predecessorOf(Q1, ALL)).toBeUndefined()
  const made = { ...YEAR, predecessor: 'q1' }
  expect(predecessorOf(made, [made, Q1, Q2])?.id).toBe('q1')
  expect(predecessorOf({ ...YEAR, predecessor: 'gone' }, ALL)?.id).toBe('q2')
  expect(predecessorOf({ ...Q1, predecessor: 'q1' }, ALL)).toBeUndefined()
  expect(ids(successorsOf(Q2_RELEASE, ALL))).toEqual(['q2'])
})
