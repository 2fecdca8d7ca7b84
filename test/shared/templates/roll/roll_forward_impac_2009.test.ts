/**
 * The trust rollforward of 2009 rolled forward to December 31, 2010: every class opens at the close of 2009.
 */
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../../db/samples/samples.ts'
import { factOf } from '../../../../shared/model/lookup.ts'
import { columnIds, rolled, row, scheduleOf } from '../filing_fixture.ts'

const old = sampleFilings()[1]!
const { filing, remarks } = rolled(old, 'year', 'impac_2010')
const trusts = scheduleOf(filing, 'trusts')

describe('the trusts of 2009 to December 31, 2010', () => {
  test('head, captions and labels are those of 2010', () => {
    expect([filing.title, filing.periodEnd, filing.status]).toEqual([
      'Trust rollforward for 2010',
      '2010-12-31',
      'draft',
    ])
    expect(trusts.caption).toBe('For the year ended December 31, 2010')
    expect(trusts.lines.find(({ id }) => id === 'opening')?.label).toBe('Recorded book value at 12/31/2009')
    expect(trusts.lines.find(({ id }) => id === 'closing')?.label).toBe('Recorded book value at 12/31/2010')
    expect(scheduleOf(filing, 'equity').title).toBe("Stockholders' equity at December 31, 2010")
    expect(columnIds(filing, 'equity')).toEqual(['fy_2010'])
    expect(filing.headlines?.map(({ lines }) => lines[0])).toEqual([
      'trust_gain.net_change@fy_2010',
      'equity.residual@fy_2010',
      'equity.long_term_debt@fy_2010',
      'equity.closing@fy_2010',
    ])
  })

  test('every class opens at its close of 2009, down and across; movements are empty', () => {
    const opening = ['813', '5666122', '146', '142364', '5809445', '-5659865', '-126603', '-5786468', '22977', '-9773']
    expect(row(filing, 'trusts', 'opening')).toEqual(opening)
    expect(row(filing, 'trusts', 'closing')).toEqual(opening)
    expect(row(old, 'trusts', 'closing')).toEqual(opening)
    for (const line of ['interest_income', 'change_in_fair_value', 'reo_losses', 'settlements', 'total_gains']) {
      expect([line, row(filing, 'trusts', line)]).toEqual([line, opening.map(() => '')])
    }
    expect(factOf(trusts, 'opening', 'collateral')).toEqual({
      line: 'opening',
      column: 'collateral',
      origin: 'published',
      remark: 'Closing of December 31, 2009. From “Trust rollforward for 2009”, as filed.',
      carried: { filing: 'impac_2009', schedule: 'trusts', line: 'closing', column: 'collateral' },
    })
    expect(trusts.facts?.every(({ line }) => line === 'opening')).toBe(true)
  })

  test('the valuation basis, being words, and the notes stay', () => {
    expect(row(filing, 'trusts', 'basis').slice(0, 4)).toEqual(['Level 3', 'Level 3', 'Level 3', 'NRV'])
    expect(trusts.notes).toEqual(scheduleOf(old, 'trusts').notes)
    expect(trusts.columns).toEqual(scheduleOf(old, 'trusts').columns)
  })

  test('equity keeps its formulas, and says that no line took the closing balance', () => {
    expect(row(filing, 'equity', 'residual')).toEqual(['22977'])
    expect(row(filing, 'equity', 'other_movements')).toEqual([''])
    // What cited the amounts of 2009 is not said of 2010.
    expect(scheduleOf(filing, 'equity').lines.find(({ id }) => id === 'net_trust_result')?.how).toBeUndefined()
    expect(remarks).toEqual([
      'Stockholders’ equity: Opening equity and all other movements of 2010, not separately disclosed (balancing) holds more than the opening balance, so it took no closing balance.',
    ])
  })
})
