/** Search finds what a controller types, where it stands, in the order of nearness. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findFolded, folded, foldedQuery } from '../../../shared/analysis/folded_text.ts'
import { searchFilings, searchSteps, type Hit, type SearchRequest } from '../../../shared/analysis/search.ts'
import { readAmountQuery } from '../../../shared/analysis/search_amounts.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import type { CellComment } from '../../../shared/model/changes/comment.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { Decimal } from '../../../shared/money/decimal.ts'
import { formatAmount, printedValue, type Format } from '../../../shared/money/format.ts'
import { input, letter, release } from './sample_edits.ts'

const CURRENT = { filing: release.id, schedule: 'reconciliation' }

type More = Partial<SearchRequest> & { inputs?: CellInput[]; comments?: CellComment[] }

function find(query: string, { inputs = [], comments = [], ...more }: More = {}) {
  const filings = [letter, release].map((filing) => ({
    filing,
    engine: () => createEngine(filing, filing === release ? inputs : []),
    comments: filing === release ? comments : [],
  }))
  return searchFilings({ query, filings, current: CURRENT, scope: 'workbook', ...more })
}

const name = (hit: Hit): string =>
  `${hit.kind} ${hit.schedule}.${hit.line ?? ''}${hit.column === null ? '' : `@${hit.column}`}`

const names = (query: string, more?: More): string[] => find(query, more).hits.map(name)

describe('words', () => {
  it('are found in labels whatever the capitals and spaces, the schedule shown first, then its filing, then others', () => {
    const { hits } = find('  NET   earnings ')
    const places = hits.map(({ filing, schedule }) => `${filing}/${schedule}`)
    expect(places[0]).toBe('impac_2007_q3/reconciliation')
    expect(places).toContain('impac_2007_q3/income')
    const order = [...new Set(places.map((place) => place.split('/')[0]))]
    expect(order[0]).toBe('impac_2007_q3')
    expect(new Set(places.slice(0, places.lastIndexOf('impac_2007_q3/reconciliation') + 1))).toEqual(
      new Set(['impac_2007_q3/reconciliation']),
    )
    for (const { text, from, to } of hits) expect(text.slice(from, to).toLowerCase()).toBe('net earnings')
  })

  it('are found in ids where the label does not hold them, each line once', () => {
    const found = names('provision_for_loan_losses', { scope: 'filing' })
    expect(found).toContain('id income.provision_for_loan_losses')
    const labels = names('provision for loan losses', { scope: 'filing' })
    expect(labels).toContain('line income.provision_for_loan_losses')
    expect(new Set(labels).size).toBe(labels.length)
  })

  it('are found in column heads, schedule titles, notes and remarks', () => {
    expect(names('June 30, 2007', { scope: 'filing' })).toContain('column income.@q2_2007')
    expect(find('comparative earnings').hits.some(({ kind }) => kind === 'schedule')).toBe(true)
    const note = release.schedules.flatMap(({ notes = [], lines }) =>
      notes.filter(({ mark }) => lines.some((line) => line.notes?.includes(mark))),
    )[0]!
    const hit = find(note.text.slice(10, 40)).hits.find(({ kind }) => kind === 'note')!
    expect(hit.text).toBe(note.text)
    const schedule = release.schedules.find(({ id }) => id === hit.schedule)!
    expect(schedule.lines.find(({ id }) => id === hit.line)?.notes).toContain(note.mark)
    const fact = release.schedules
      .flatMap(({ id, facts = [] }) => facts.map((one) => ({ ...one, id })))
      .find(({ how }) => how)!
    expect(names(fact.how!)).toContain(`remark ${fact.id}.${fact.line}@${fact.column}`)
  })

  it('are found in comments at their cells', () => {
    const comments: CellComment[] = [
      {
        schedule: 'income',
        line: 'interest_income',
        column: 'q3_2007',
        text: 'Agreed with Señora Ibáñez on the remittance report',
        author: 'Controller',
        time: '2007-11-02T10:00:00.000Z',
      },
    ]
    expect(names('senora ibanez', { comments })).toEqual(['comment income.interest_income@q3_2007'])
    expect(names('senora ibanez')).toEqual([])
  })

  it('after an equals sign are looked for in formulas alone, those typed into cells among them', () => {
    expect(names('= interest_income', { scope: 'filing' })).toContain('formula income.net_interest_income@q3_2007')
    const inputs = [input('income.interest_income@q3_2007', '= 2 * other_thing')]
    expect(names('=other_thing', { inputs })).toEqual(['formula income.interest_income@q3_2007'])
    expect(names('=')).toEqual([])
  })

  it('of an error find the cells that show it', () => {
    const inputs = [input('income.interest_income@q3_2007', '= 1 / 0')]
    expect(names('#DIV', { inputs })).toContain('amount income.interest_income@q3_2007')
  })

  it('name a filing', () => {
    expect(find(letter.title).hits.some(({ kind, filing }) => kind === 'filing' && filing === letter.id)).toBe(true)
  })

  it('that say nothing find nothing', () => {
    expect(find('')).toEqual({ hits: [], total: 0 })
    expect(find('   ').total).toBe(0)
  })
})

const OF_AMOUNTS = ['income', 'reconciliation']

describe('scope', () => {
  it('keeps to the schedule or the filing', () => {
    const schedules = (scope: SearchRequest['scope']) =>
      new Set(find('e', { scope, most: 10_000 }).hits.map(({ filing, schedule }) => `${filing}/${schedule}`))
    expect([...schedules('schedule')]).toEqual(['impac_2007_q3/reconciliation'])
    expect([...schedules('filing')].every((place) => place.startsWith('impac_2007_q3/'))).toBe(true)
    expect([...schedules('workbook')].some((place) => place.startsWith('impac_2009/'))).toBe(true)
    expect(find('e', { scope: 'schedule', current: null }).total).toBe(0)
  })

  it('passes over filings put away', () => {
    const away: Filing = { ...letter, deleted: true }
    const filings = [{ filing: away, engine: () => createEngine(away), comments: [] }]
    expect(find('e', { filings }).total).toBe(0)
  })

  it('counts all and keeps the first', () => {
    const all = find('e', { most: 10_000 })
    const some = find('e', { most: 7 })
    expect(some.total).toBe(all.total)
    expect(all.hits).toHaveLength(all.total)
    expect(some.hits).toEqual(all.hits.slice(0, 7))
  })

  it('computes no figures for words alone', () => {
    // A date or a choice is found by its words, which are those of a figure; these schedules hold amounts alone.
    const amounts = { ...release, schedules: release.schedules.filter(({ id }) => OF_AMOUNTS.includes(id)) }
    const filings = [{ filing: amounts, comments: [], engine: () => expect.fail('no figures were needed') }]
    expect(find('net earnings', { filings }).total).toBeGreaterThan(0)
  })
})

describe('amounts', () => {
  it.each(['1,191,235', '1191235', '(1,191,235)', '-1,191,235', '$ (1,191,235)', '−1191235'])(
    'typed as %s find the figure',
    (typed) => {
      const found = find(typed, { scope: 'filing' }).hits
      expect(found.map(name)).toContain('amount income.net_earnings@q3_2007')
      expect(found.find(({ schedule, line }) => schedule === 'income' && line === 'net_earnings')?.text).toBe(
        '(1,191,235)',
      )
    },
  )

  it('without a sign find both signs, with one theirs alone', () => {
    const inputs = [
      input('income.interest_income@q3_2007', '987654'),
      input('income.interest_income@q2_2007', '-987654'),
    ]
    const cells = (typed: string) =>
      names(typed, { inputs, scope: 'filing' }).filter((one) => one.includes('.interest_income'))
    expect(cells('987,654')).toEqual(['amount income.interest_income@q3_2007', 'amount income.interest_income@q2_2007'])
    expect(cells('(987,654)')).toEqual(['amount income.interest_income@q2_2007'])
  })

  it('find figures as entered and as printed', () => {
    const inputs = [input('income.interest_income@q3_2007', '987654.4567')]
    const hit = (typed: string) =>
      find(typed, { inputs, scope: 'filing' }).hits.find(({ line }) => line === 'interest_income')
    expect(hit('987,654')?.text).toBe('987,654')
    expect(hit('987654.4567')?.text).toBe('987654.4567')
    expect(hit('987,655')).toBeUndefined()
    expect(hit('987654.45')).toBeUndefined()
  })

  it('are those of the scenario', () => {
    const inputs = [input('income.provision_for_loan_losses@q3_2007', '799445')]
    expect(names('1,201,235', { inputs })).toContain('amount income.net_earnings@q3_2007')
    expect(names('1,191,235', { inputs }).filter((one) => one.endsWith('income.net_earnings@q3_2007'))).toEqual([])
  })

  it('per share and in percent are found in their own format', () => {
    const perShare = release.schedules.flatMap(({ id, lines }) =>
      lines.filter(({ format }) => format === 'per_share').map((line) => ({ id, line })),
    )
    const engine = createEngine(release)
    const { id, line } = perShare.find(
      (one) => engine.value({ schedule: one.id, line: one.line.id, column: 'q3_2007' }) instanceof Decimal,
    )!
    const value = engine.value({ schedule: id, line: line.id, column: 'q3_2007' }) as Decimal
    expect(names(formatAmount(value, { format: 'per_share' }))).toContain(`amount ${id}.${line.id}@q3_2007`)
    const percent = find('390%', { scope: 'workbook' }).hits
    expect(percent.every(({ column }) => column === 'percent')).toBe(true)
  })

  it('that are refused in a cell are no amounts here', () => {
    expect(['799.445,00', '799,44', '(799,445', 'n/a', '+=5', '= 5'].filter(readAmountQuery)).toEqual([])
  })

  const formats = fc.constantFrom<Format>('amount', 'per_share', 'shares', 'percent', 'rate')
  const figures = fc
    .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.integer({ min: 0, max: 7 }))
    .map(([digits, places]) => new Decimal(digits.toString()).div(new Decimal(10).pow(places)))

  it('find what a cell prints, and nothing that prints otherwise', () => {
    fc.assert(
      fc.property(figures, figures, formats, fc.option(fc.integer({ min: 0, max: 4 })), (x, other, format, some) => {
        const decimals = some ?? undefined
        const printed = printedValue(x, format, decimals)
        const typed = formatAmount(x, { format, percentSign: true, ...(decimals === undefined ? {} : { decimals }) })
        const test = readAmountQuery(typed)?.testFor(format, decimals)
        expect(test?.(x)).toBe(true)
        const near = printed.plus(other.div(1_000_000_000))
        for (const one of [other, near, x.neg(), new Decimal(0)]) {
          const prints = printedValue(one, format, decimals)
          const isSame = prints.eq(printed) || (!printed.isNegative() && prints.eq(printed.neg()))
          expect(test?.(one)).toBe(isSame)
        }
      }),
      { numRuns: 2_000, examples: [[new Decimal(0), new Decimal('0.4'), 'amount', null]] },
    )
  })
})

describe('steps', () => {
  it('end with what a search at once finds, and only add on the way', () => {
    const filings = [{ filing: release, engine: () => createEngine(release), comments: [] }]
    const steps = searchSteps({ query: '0', filings, current: CURRENT, scope: 'workbook' })
    let before = 0
    for (;;) {
      const { value, done } = steps.next()
      expect(value.total).toBeGreaterThanOrEqual(before)
      before = value.total
      if (!done) continue
      expect(value).toEqual(find('0', { filings }))
      return
    }
  })
})

describe('folding', () => {
  it.each([
    ['Comparação – “net”', 'comparacao - "net"', 'Comparação – “net”'],
    ['Effect of the ﬁling', 'filing', 'ﬁling'],
    ['cafe\u0301 au lait', 'cafe', 'cafe\u0301'],
    ['ΣΊΣΥΦΟΣ', 'σισυφος', 'ΣΊΣΥΦΟΣ'],
    ['in\u00a0thousands', 'in thousands', 'in\u00a0thousands'],
    ['a 𝒜 b', 'a b', 'a 𝒜 b'],
  ])('marks in %s what %s means', (text, query, marked) => {
    const span = findFolded(text, foldedQuery(query === 'a b' ? 'a a b' : query))
    expect(span && text.slice(span.from, span.to)).toBe(marked)
  })

  it('finds every part of a text in it, and bounds it within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(30), fc.nat(10), (text, start, length) => {
        const characters = Array.from(text)
        const part = foldedQuery(characters.slice(start, start + length + 1).join(''))
        fc.pre(part !== '' && folded(text).includes(part))
        const span = findFolded(text, part)!
        expect(span.from).toBeLessThan(span.to)
        expect(span.to).toBeLessThanOrEqual(text.length)
        expect(folded(text.slice(span.from, span.to))).toContain(part)
      }),
    )
  })
})
