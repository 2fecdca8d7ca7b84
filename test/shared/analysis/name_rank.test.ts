/** Names as they answer to what is typed in the palette and in Go to. */
import { expect, test } from 'vitest'
import { nameRank } from '../../../shared/analysis/name_rank.ts'

const NAMES = ['Duplicate filing…', 'Duplicate line', 'File the filing…', 'Delete filing…']

function best(typed: string): string | undefined {
  const rank = nameRank(typed)
  const ranked = NAMES.map((name) => ({ name, rank: rank(name) })).filter((one) => one.rank !== undefined)
  return ranked.toSorted((a, b) => b.rank! - a.rank!)[0]?.name
}

test.each([
  ['duplicate the filing', 'Duplicate filing…'],
  ['filing duplicate', 'Duplicate filing…'],
  ['ftf', 'File the filing…'],
  ['the', 'File the filing…'],
  ['dup li', 'Duplicate line'],
  ['roll', undefined],
])('%s finds %s', (typed, name) => expect(best(typed)).toBe(name))
