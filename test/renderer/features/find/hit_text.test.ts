/** Hits in words: what matched, where it stands, how many there are. */
import { describe, expect, it } from 'vitest'
import { countWords, markedText, whereOf, whyNoAmount } from '../../../../renderer/features/find/hit_text.ts'
import type { Hit } from '../../../../shared/analysis/search.ts'
import { letter, release } from '../../../shared/analysis/sample_edits.ts'

const hit = (change: Partial<Hit> = {}): Hit => ({
  kind: 'amount',
  filing: release.id,
  schedule: 'income',
  line: 'interest_income',
  column: 'q3_2007',
  text: '313,772',
  from: 0,
  to: 7,
  ...change,
})

const where = (change: Partial<Hit>, shown = release.id) => whereOf(hit(change), [letter, release], shown)

describe('the matched text', () => {
  it('stands in three parts', () => {
    expect(markedText(hit({ text: 'Net interest income', from: 4, to: 12 }))).toEqual(['Net ', 'interest', ' income'])
  })

  it('is cut before the match where that is far, at a word', () => {
    const text = `${'word '.repeat(30)}found here`
    const [before, match, after] = markedText(hit({ text, from: 150, to: 155 }))
    expect([before.startsWith('…word'), match, after]).toEqual([true, 'found', ' here'])
    expect(before.length).toBeLessThan(40)
    const [unbroken] = markedText(hit({ text: `${'x'.repeat(100)}found`, from: 100, to: 105 }))
    expect(unbroken).toBe(`…${'x'.repeat(36)}`)
  })
})

describe('where it stands', () => {
  it('is told from near to far, without what the text says itself', () => {
    expect(where({})).toMatch(/^Interest income, .*September 30, 2007, Comparative earnings/)
    expect(where({ kind: 'line', column: null })).toBe('Comparative earnings')
    expect(where({ kind: 'column', line: null })).toBe('Comparative earnings')
  })

  it('names the filing where it is not the one shown', () => {
    expect(where({ kind: 'line', column: null }, letter.id)).toBe(`Comparative earnings, ${release.title}`)
  })

  it('is empty for what is no longer there', () => {
    expect(where({ filing: 'gone' })).toBe('')
  })
})

describe('the count', () => {
  it.each([
    [0, 0, -1, 'Nothing found'],
    [1, 1, -1, '1 found'],
    [17, 17, 2, '3 of 17'],
    [1234, 500, -1, 'First 500 of 1,234 found'],
    [1234, 500, 0, '1 of the first 500 of 1,234'],
  ])('of %d, %d kept, at %d, is: %s', (total, kept, at, words) => {
    expect(countWords(total, kept, at)).toBe(words)
  })
})

it('what looks like an amount and is none is told why', () => {
  expect(whyNoAmount('799.445,00')).toContain('comma after the point')
  for (const query of ['799,445.00', '(1,234)', 'interest', '12.5%', '2007 loans'])
    expect(whyNoAmount(query)).toBeUndefined()
})
