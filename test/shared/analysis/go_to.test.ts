/** Typed names lead to places: by id, by label, by column, and to what is near where nothing is named so. */
import { describe, expect, it } from 'vitest'
import { completePlace, type Standing } from '../../../shared/analysis/go_to.ts'
import { nameRank } from '../../../shared/analysis/name_rank.ts'
import { letter, release } from './sample_edits.ts'

const HERE: Standing = { filing: release.id, schedule: 'reconciliation', line: 'miscellaneous' }
const FILINGS = [letter, release]

const complete = (text: string, at: Standing = HERE) => completePlace(text, FILINGS, at)

/** The name of the likeliest place. */
function first(text: string, at: Standing = HERE): string | undefined {
  const found = complete(text, at)
  return found.kind === 'choices' ? found.choices[0]!.name : undefined
}

const nearest = (text: string): string[] => {
  const found = complete(text)
  return found.kind === 'none' ? found.nearest.map(({ name }) => name) : []
}

const reason = (text: string, at: Standing = HERE): string | undefined => {
  const found = complete(text, at)
  return found.kind === 'none' ? found.reason : undefined
}

describe('a typed name', () => {
  it.each([
    ['net_earnings', 'impac_2007_q3/reconciliation.net_earnings'],
    ['income.net_earnings', 'impac_2007_q3/income.net_earnings'],
    [' Income.Net_Earnings ', 'impac_2007_q3/income.net_earnings'],
    ['income.net_earnings@q2_2007', 'impac_2007_q3/income.net_earnings@q2_2007'],
    ['income.net_earnings@June', 'impac_2007_q3/income.net_earnings@q2_2007'],
    ['impac_2007_q3/income.net_earnings@q3_2007', 'impac_2007_q3/income.net_earnings@q3_2007'],
    ['impac_2009/trusts', 'impac_2009/trusts'],
    ['#/impac_2009/trusts', 'impac_2009/trusts'],
    ['trusts', 'impac_2009/trusts'],
    ['equity', 'impac_2007_q3/equity'],
    ['@q3_2006', 'impac_2007_q3/reconciliation.miscellaneous@q3_2006'],
    ['miscellaneous@', 'impac_2007_q3/reconciliation.miscellaneous@q3_2007'],
    ['interest income', 'impac_2007_q3/income.interest_income'],
    ['Less: provision for real', 'impac_2007_q3/income.reo_provision'],
  ])('%s leads to %s', (typed, name) => {
    expect(first(typed)).toBe(name)
  })

  it('offers the schedules before anything is typed', () => {
    const found = complete('')
    const names = found.kind === 'choices' ? found.choices.map(({ name }) => name) : []
    expect(names.length).toBe(FILINGS.flatMap(({ schedules }) => schedules).length)
    expect(names[0]).toBe('impac_2007_q3/reconciliation')
  })

  it('of every line and cell leads there and nowhere else', () => {
    for (const filing of FILINGS)
      for (const { id, lines } of filing.schedules)
        for (const line of lines) {
          const name = `${filing.id}/${id}.${line.id}`
          expect(first(name)).toBe(name)
          expect(first(name, null)).toBe(name)
        }
  })

  it('of a filing put away leads nowhere', () => {
    const found = completePlace('impac_2009/trusts', [{ ...letter, deleted: true }, release], HERE)
    expect(found.kind).toBe('none')
  })
})

describe('a name that nothing has', () => {
  it.each([
    ['income.intrest_incom', '“intrest_incom”', 'impac_2007_q3/income.interest_income'],
    ['income.provisoin_for', '“provisoin_for”', 'impac_2007_q3/income.provision_for_loan_losses'],
    ['miscelaneous', '“miscelaneous”', 'impac_2007_q3/reconciliation.miscellaneous'],
    ['incme.net_earnings', 'schedule has the id “incme”', 'impac_2007_q3/income'],
    ['impac_2008/trusts', 'filing has the id “impac_2008”', 'impac_2009/trusts'],
    ['miscellaneous@q3_2017', 'column “q3_2017”', 'impac_2007_q3/reconciliation.miscellaneous@q3_2007'],
    ['nothing_like_it@q3_2007', 'No line has the id “nothing_like_it”', undefined],
  ])('%s says %s and offers what is near', (typed, said, near) => {
    expect(reason(typed)).toContain(said)
    if (near === undefined) expect(nearest(typed)).toEqual([])
    else expect(nearest(typed)).toContain(near)
  })

  it('asks for a line where none is in focus', () => {
    expect(reason('@q3_2007', null)).toContain('No line is in focus')
  })
})

const order = (typed: string, names: string[]): string[] => {
  const rank = nameRank(typed)
  return names
    .map((name) => ({ name, rank: rank(name) }))
    .filter((one) => one.rank !== undefined)
    .toSorted((a, b) => b.rank! - a.rank!)
    .map(({ name }) => name)
}

describe('ranking', () => {
  it('puts the whole name before its beginning, a word before the middle of one, initials before scattered letters', () => {
    expect(order('print', ['Reprint', 'Fine print', 'Printed value', 'Print'])).toEqual([
      'Print',
      'Printed value',
      'Fine print',
      'Reprint',
    ])
    expect(order('gs', ['Comparative earnings', 'Goal seek'])).toEqual(['Goal seek', 'Comparative earnings'])
    expect(order('pfll', ['Profitable fill', 'Provision for loan losses'])).toEqual(['Provision for loan losses'])
  })

  it('wants every word, in any order, and those together first', () => {
    expect(order('income net', ['Net income', 'Income', 'Net'])).toEqual(['Net income'])
    expect(order('net income', ['Income, net', 'Net income', 'Internet'])).toEqual(['Net income', 'Income, net'])
  })

  it('forgives letters left out unless strict', () => {
    expect(nameRank('provsion')('Provision')).toBeGreaterThan(0)
    expect(nameRank('provsion', { strict: true })('Provision')).toBeUndefined()
    expect(nameRank('zz')('Provision')).toBeUndefined()
    expect(nameRank(' ')('Anything')).toBe(0)
  })
})
