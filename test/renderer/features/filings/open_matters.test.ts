/**
 * What is said before a draft is filed: blanks counted by column, errors and tie-outs with where they stand, notes that
 * still speak of another period.
 */
import { describe, expect, it } from 'vitest'
import { sampleFilings } from '../../../../db/samples/samples.ts'
import { openMatters, type OpenMatters } from '../../../../renderer/features/filings/open_matters.ts'
import { createEngine } from '../../../../shared/calc/engine.ts'
import { NOTHING_BESIDE } from '../../../../shared/checks/beside.ts'
import type { Filing } from '../../../../shared/model/filing.ts'
import { detailsOf } from '../../../../shared/templates/filing_details.ts'
import { newFiling } from '../../../../shared/templates/templates.ts'

const [release] = sampleFilings() as [Filing]

function mattersOf(filing: Filing): OpenMatters {
  return openMatters(filing, createEngine(filing), NOTHING_BESIDE)
}

function empty(): Filing {
  const details = { ...detailsOf(release), periodEnd: '2026-09-30' }
  return newFiling({ id: 'new', details, covers: 'quarter', against: 'before', schedules: ['income_comparison'] })
}

function withCells(filing: Filing, inputs: Record<string, string>): Filing {
  const [income, ...others] = filing.schedules
  const cells = Object.entries(inputs).map(([name, input]) => {
    const [line = '', column = ''] = name.split('@')
    return { schedule: income!.id, line, column, input }
  })
  return { ...filing, schedules: [{ ...income!, cells: [...income!.cells, ...cells] }, ...others] }
}

describe('before filing', () => {
  it('an empty quarter is not ready: its blanks are counted by column, the comparative period too', () => {
    expect(mattersOf(empty())).toEqual({
      held: 0,
      isUnready: true,
      groups: [
        {
          heading: '28 figures are blank',
          texts: [
            'Comparative earnings, Three Months Ended September 30, 2026: 14 figures are blank',
            'Comparative earnings, Three Months Ended June 30, 2026: 14 figures are blank',
          ],
        },
      ],
    })
  })

  it('a figure entered is blank no more, nor is a formula that waits for another', () => {
    const entered = { 'interest_income@q3_2026': '1', 'interest_expense@q3_2026': '=interest_expense@q2_2026' }
    expect(mattersOf(withCells(empty(), entered)).groups[0]?.texts[0]).toContain('12 figures are blank')
  })

  it('errors and failing tie-outs are named with where they stand', () => {
    const filing = withCells(empty(), { 'interest_income@q3_2026': '=1/0', 'net_interest_income@q2_2026': '5' })
    const { groups, isUnready } = mattersOf(filing)
    expect(isUnready).toBe(true)
    expect(groups[0]?.heading).toBe('1 does not tie')
    expect(groups[1]?.texts).toContain(
      'Comparative earnings: Interest income, Three Months Ended September 30, 2026, #DIV/0!',
    )
  })

  it('a complete filing is ready; what its notes name of other periods is told', () => {
    const notes = [
      { mark: '1', text: 'At December 31, 2006 and September 30, 2007 equity was $15.5 million, in 2007.' },
      { mark: '2', text: 'Unaudited, third quarter of 2007.' },
    ]
    const [income, ...others] = release.schedules
    const filled = withCells(
      { ...release, status: 'draft', schedules: [{ ...income!, notes }, ...others] },
      { 'derivatives_realized@q3_2007': '0', 'derivatives_realized@q2_2007': '0' },
    )
    const { groups, isUnready } = mattersOf({ ...filled, schedules: filled.schedules.slice(0, 1) })
    expect([isUnready, groups.map(({ heading }) => heading)]).toEqual([false, ['1 note names a date or an amount']])
    expect(groups[0]?.texts).toEqual(['Comparative earnings: note 1 still names December 31, 2006 and $15.5 million'])
  })
})
