/**
 * The form and the mark "unaudited" of a rolled filing: a 10-Q that reaches the end of its fiscal year is a 10-K, whose statements are
 * audited, and a 10-K rolled to a quarter is a 10-Q again. What a form does not tell stays as it was, to be looked at.
 */
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../../db/samples/samples.ts'
import type { Filing } from '../../../../shared/model/filing.ts'
import type { FilingDetails } from '../../../../shared/templates/filing_details.ts'
import { detailsAt, nextDetails, rollForward } from '../../../../shared/templates/roll/roll_forward.ts'
import { newFiling } from '../../../../shared/templates/templates.ts'
import { sentence } from '../../worded.ts'

function made(details: Partial<FilingDetails>, covers: 'quarter' | 'year' = 'quarter'): Filing {
  const own = {
    title: 'Third quarter 2026 results',
    registrant: '',
    form: 'Form 10-Q',
    periodEnd: '2026-09-30',
    documentDate: '',
    unit: '',
    unaudited: true,
    ...details,
  }
  return newFiling({
    id: 'new',
    details: own,
    covers,
    against: 'before',
    schedules: ['income_comparison', 'reconciliation'],
  })
}

function next(details: Partial<FilingDetails>, covers: 'quarter' | 'year' = 'quarter'): [string, boolean] {
  const { form, unaudited } = nextDetails(made(details), covers)
  return [form, unaudited]
}

const YEAR_END = { form: 'Form 10-K', periodEnd: '2026-12-31', unaudited: false }

describe('the form that the next period proposes', () => {
  test.each([
    ['to the year end', {}, 'quarter', 'Form 10-K', false],
    ['to another quarter', { periodEnd: '2026-06-30' }, 'quarter', 'Form 10-Q', true],
    ['from the year end to a quarter', YEAR_END, 'quarter', 'Form 10-Q', true],
    ['from a year end to the next', YEAR_END, 'year', 'Form 10-K', false],
    ['from a quarter to the same of the next year', {}, 'year', 'Form 10-Q', true],
    ['without the word', { form: '10-Q' }, 'quarter', '10-K', false],
    ['in a sentence', { form: 'Quarterly report on Form 10-Q' }, 'quarter', 'Annual report on Form 10-K', false],
    ['in capitals', { form: 'QUARTERLY REPORT (10-Q)' }, 'quarter', 'ANNUAL REPORT (10-K)', false],
    ['of a small business', { form: '10-QSB' }, 'quarter', '10-KSB', false],
    [
      'an amendment is not amended again',
      { form: 'Form 10-Q/A', periodEnd: '2026-06-30' },
      'quarter',
      'Form 10-Q',
      true,
    ],
    ['an audited quarter stays so', { periodEnd: '2026-06-30', unaudited: false }, 'quarter', 'Form 10-Q', false],
    ['a press release', { form: 'Press release' }, 'quarter', 'Press release', true],
    ['a letter', { form: 'Letter', unaudited: false }, 'quarter', 'Letter', false],
    ['no form', { form: '' }, 'quarter', '', true],
  ] as const)('%s', (_, details, covers, form, unaudited) => {
    expect(next(details, covers)).toEqual([form, unaudited])
  })

  test('follows the fiscal year of the columns', () => {
    const own = made({ periodEnd: '2026-03-31' })
    const columns = own.schedules.map((one) => ({
      ...one,
      // The third quarter of a year that ends in June.
      columns: one.columns.map((column) => ({ ...column, id: column.id.replace('q1_', 'q3_').replace('q4_', 'q2_') })),
    }))
    const { form, unaudited } = nextDetails({ ...own, schedules: columns }, 'quarter')
    expect([form, unaudited]).toEqual(['Form 10-K', false])
  })

  test('follows the date that is typed', () => {
    const own = made({ periodEnd: '2026-06-30' })
    expect(detailsAt(own, '2026-12-31')).toMatchObject({ form: 'Form 10-K', unaudited: false, periodEnd: '2026-12-31' })
    expect(detailsAt(own, '2026-09-30')).toMatchObject({ form: 'Form 10-Q', unaudited: true })
    expect(detailsAt(own, 'soon')).toMatchObject({ form: 'Form 10-Q', unaudited: true, periodEnd: 'soon' })
  })

  test('stands in the title too where that names it', () => {
    const { title } = nextDetails(made({ title: 'Form 10-Q for the quarter ended September 30, 2026' }), 'quarter')
    expect(title).toBe('Form 10-K for the year ended December 31, 2026')
    const back = nextDetails(
      made({ ...YEAR_END, title: 'Annual report on Form 10-K, fiscal year ended December 31, 2026' }),
      'quarter',
    )
    expect(back.title).toBe('Quarterly report on Form 10-Q, quarterly period ended March 31, 2027')
  })
})

function remarks(filing: Filing, covers: 'quarter' | 'year'): string[] {
  const rolled = rollForward(filing, { id: 'next', details: nextDetails(filing, covers) })
  if (rolled.kind === 'refused') throw new Error(sentence(rolled))
  return rolled.remarks
}

describe('what is said before the draft is made', () => {
  test('another form, and the mark that goes or comes with it', () => {
    expect(remarks(made({}), 'quarter')).toContain(
      'Form 10-K is proposed, because the period ends the fiscal year; its statements are audited, so “unaudited” is not marked.',
    )
    expect(remarks(made(YEAR_END), 'quarter')).toContain(
      'Form 10-Q is proposed, because the period does not end the fiscal year; its statements are marked “unaudited”.',
    )
    expect(remarks(made({ periodEnd: '2026-06-30' }), 'quarter').some((one) => one.includes('proposed'))).toBe(false)
  })

  test('words of a schedule that say unaudited stay as written, and are told', () => {
    const own = made({})
    const schedules = own.schedules.map((one) => ({ ...one, caption: 'Condensed, unaudited' }))
    expect(remarks({ ...own, schedules }, 'quarter')).toContain(
      'Comparative earnings: its heads say “unaudited” and were carried over unchanged. Revise the heads.',
    )
    expect(remarks({ ...own, schedules }, 'year').some((one) => one.includes('“unaudited”'))).toBe(false)
  })

  test('nothing of a press release, whose form tells neither', () => {
    for (const sample of sampleFilings()) {
      expect(remarks(sample, 'quarter').some((one) => one.includes('proposed'))).toBe(false)
    }
  })
})

test('a year to date that loses its sum names the quarters that have no column, in words', () => {
  const third = made({ periodEnd: '2026-09-30' })
  const later = rollForward(third, { id: 'next', details: detailsAt(third, '2027-12-31') })
  if (later.kind === 'refused') throw new Error(sentence(later))
  const said = later.remarks.find((one) => one.includes('no column for every quarter'))
  expect(said).toContain('(first quarter of 2027)')
})
