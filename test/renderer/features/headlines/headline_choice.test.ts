/**
 * Which headlines stand in the strip.
 */
import { expect, test } from 'vitest'
import { chosenAfter, chosenHeadlines, MOST } from '../../../../renderer/features/headlines/headline_choice.ts'
import type { Headline } from '../../../../shared/analysis/headlines.ts'
import type { HeadlineId } from '../../../../shared/model/filing.ts'
import { Decimal } from '../../../../shared/money/decimal.ts'

function headline(id: HeadlineId, isKnown = true): Headline {
  const value = isKnown ? new Decimal(1) : null
  return { id, label: id, short: id, ref: null, base: value, scenario: value, difference: null, sentences: [] }
}

const ALL = [
  headline('net_earnings'),
  headline('taxable_income'),
  headline('equity', false),
  headline('effect_on_equity'),
  headline('open_tie_outs'),
  headline('taxable_income_per_share'),
  headline('minimum_distribution'),
]

test('the first four that are known stand in the strip; a count is not chosen by itself', () => {
  expect(chosenHeadlines(ALL, undefined)).toEqual([
    'net_earnings',
    'taxable_income',
    'effect_on_equity',
    'taxable_income_per_share',
  ])
})

test('what a person chose stays, known or not, in the order of the filing; ids that are gone do not count', () => {
  expect(chosenHeadlines(ALL, ['open_tie_outs', 'equity', 'gone'])).toEqual(['equity', 'open_tie_outs'])
  expect(chosenHeadlines(ALL, ['gone'])).toHaveLength(MOST)
})

test('one is put in or taken out; the strip is never empty and never holds a fifth', () => {
  expect(chosenAfter(['equity'], 'equity')).toEqual(['equity'])
  expect(chosenAfter(['equity', 'net_earnings'], 'equity')).toEqual(['net_earnings'])
  expect(chosenAfter(['equity'], 'net_earnings')).toEqual(['equity', 'net_earnings'])
  const full: HeadlineId[] = ['net_earnings', 'taxable_income', 'equity', 'effect_on_equity']
  expect(chosenAfter(full, 'open_tie_outs')).toEqual(full)
})
