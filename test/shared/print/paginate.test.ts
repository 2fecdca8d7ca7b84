/**
 * Pages from measured heights: nothing lost, nothing split, no page overfull, no bad break that could be avoided.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PrintDocument, PrintRow } from '../../../shared/print/document.ts'
import { paginate } from '../../../shared/print/paginate.ts'
import type { Heights, Page } from '../../../shared/print/paginate.ts'

type Kind = PrintRow['kind']

function documentOf(kinds: readonly Kind[], blocks: readonly ('heading' | 'item')[]): PrintDocument {
  const rows = kinds.map((kind, index): PrintRow => ({
    id: `line_${index}`,
    kind,
    label: '',
    notes: [],
    marks: [],
    depth: 0,
    rule: 'none',
    cells: [],
  }))
  return {
    kind: 'document',
    mode: 'filing',
    filing: '',
    schedule: '',
    registrant: '',
    title: '',
    qualifiers: [],
    banner: [],
    warnings: [],
    caption: '',
    groups: [],
    periods: [],
    columns: [],
    rows,
    blocks: blocks.map((kind) => (kind === 'heading' ? { kind, text: '' } : { kind, mark: '', text: '' })),
    foot: undefined,
  }
}

function heightsOf(rows: number[][], blocks: number[]): Heights {
  return { title: 80, continued: 50, heads: rows.map(() => 30), rows, blocks, gap: 10 }
}

function usedBy(page: Page, heights: Heights): number {
  const rows = heights.rows[page.panel]!.slice(page.rows.from, page.rows.to)
  const blocks = heights.blocks.slice(page.blocks.from, page.blocks.to)
  const table = rows.length > 0 || !page.continued ? heights.heads[page.panel]! : 0
  const gap = rows.length > 0 && blocks.length > 0 ? heights.gap : 0
  return [page.continued ? heights.continued : heights.title, table, gap, ...rows, ...blocks].reduce((a, b) => a + b, 0)
}

const HEIGHT = 700

const row = (isHead: boolean): PrintDocument['blocks'][number] => ({
  kind: 'row',
  text: '',
  figures: [],
  width: 1,
  isHead,
})

type Block = { kind: 'heading' | 'item'; height: number }
const heading = (height: number): Block => ({ kind: 'heading', height })
const item = (height: number): Block => ({ kind: 'item', height })

const anyKind = fc.constantFrom<Kind>('line', 'line', 'line', 'detail', 'total', 'heading')
const anyDocument = fc.record({
  rows: fc.array(fc.record({ kind: anyKind, height: fc.integer({ min: 10, max: 60 }) }), { maxLength: 120 }),
  panels: fc.integer({ min: 1, max: 3 }),
  blocks: fc
    .array(fc.array(fc.integer({ min: 8, max: 200 }), { minLength: 1, maxLength: 12 }), { maxLength: 6 })
    .map((sections) => sections.flatMap((items) => [heading(20), ...items.map(item)])),
})

describe('any document', () => {
  test('every row stands once in each panel and every note once, in order, and no page is overfull', () => {
    fc.assert(
      fc.property(anyDocument, ({ rows, panels, blocks }) => {
        const document = documentOf(
          rows.map(({ kind }) => kind),
          blocks.map(({ kind }) => kind),
        )
        const heights = heightsOf(
          Array.from({ length: panels }, () => rows.map(({ height }) => height)),
          blocks.map(({ height }) => height),
        )
        const pages = paginate(document, heights, HEIGHT)
        for (let panel = 0; panel < panels; panel += 1) {
          const shown = pages.filter((page) => page.panel === panel).flatMap((page) => range(page.rows))
          expect(shown).toEqual(rows.map((_, index) => index))
        }
        expect(pages.flatMap((page) => range(page.blocks))).toEqual(blocks.map((_, index) => index))
        for (const [index, page] of pages.entries()) {
          expect(page).toMatchObject({ number: index + 1, count: pages.length, continued: index > 0 })
          expect(usedBy(page, heights)).toBeLessThanOrEqual(HEIGHT)
          if (index > 0) expect(range(page.rows).length + range(page.blocks).length).toBeGreaterThan(0)
          const last = page.blocks.to - 1
          if (page.blocks.to < blocks.length && last > page.blocks.from) expect(blocks[last]!.kind).toBe('item')
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a total is not first on a page nor a heading last, where a better break was on the page', () => {
    fc.assert(
      fc.property(anyDocument, ({ rows }) => {
        const kinds = rows.map(({ kind }) => kind)
        const heights = heightsOf([rows.map(({ height }) => height)], [])
        const pages = paginate(documentOf(kinds, []), heights, HEIGHT)
        for (const page of pages.slice(0, -1)) {
          const { from, to } = page.rows
          const good = (end: number): boolean =>
            kinds[end] !== 'total' && kinds[end - 1] !== 'heading' && end !== kinds.length - 1
          const better = Array.from({ length: to - from }, (_, index) => from + index + 1).some(good)
          if (better) expect(good(to)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a page', () => {
  test('holds a schedule and its notes when they just fit', () => {
    const heights = heightsOf([Array.from({ length: 20 }, () => 20)], [100, 80])
    const pages = paginate(
      documentOf(
        Array.from({ length: 20 }, (): Kind => 'line'),
        ['item', 'item'],
      ),
      heights,
      HEIGHT,
    )
    expect(pages).toHaveLength(1)
    const over = paginate(
      documentOf(
        Array.from({ length: 20 }, (): Kind => 'line'),
        ['item', 'item'],
      ),
      { ...heights, blocks: [100, 81] },
      HEIGHT,
    )
    expect(over.map((page) => range(page.blocks))).toEqual([[0], [1]])
  })

  test('an item that would end the document on a page of its own takes its short section along', () => {
    const plain = documentOf(['line'], ['item', 'heading', 'item', 'item', 'heading', 'item', 'item'])
    const heights = heightsOf([[20]], [200, 20, 100, 100, 20, 100, 30])
    expect(paginate(plain, heights, HEIGHT).map((page) => range(page.blocks))).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6],
    ])
    // A long section stays where it is.
    const long = documentOf(['line'], ['heading', ...Array.from({ length: 6 }, () => 'item' as const)])
    const of = heightsOf([[20]], [20, 90, 90, 90, 90, 90, 100])
    expect(paginate(long, of, HEIGHT).map((page) => range(page.blocks))).toEqual([[0, 1, 2, 3, 4, 5], [6]])
  })

  test('takes the row before a total along to the next page', () => {
    // Room for 29 rows; the thirtieth is the total of those before it.
    const kinds: Kind[] = [...Array.from({ length: 29 }, (): Kind => 'line'), 'total', 'line', 'line']
    const pages = paginate(documentOf(kinds, []), heightsOf([kinds.map(() => 20)], []), HEIGHT)
    expect(pages.map((page) => page.rows)).toEqual([
      { from: 0, to: 28 },
      { from: 28, to: 32 },
    ])
  })

  test('stands alone for what is taller than it', () => {
    const pages = paginate(
      documentOf(['line', 'line'], ['heading', 'item', 'item']),
      {
        ...heightsOf([[900, 20]], [10, 900, 20]),
      },
      HEIGHT,
    )
    expect(pages.map((page) => [range(page.rows), range(page.blocks)])).toEqual([
      [[0], []],
      [[1], []],
      [[], [0, 1]],
      [[], [2]],
    ])
  })

  test('repeats what heads the columns of lines that go on, and leaves neither heading behind', () => {
    const plain = documentOf(['line'], [])
    const blocks = [{ kind: 'heading' as const, text: '' }, row(true), ...Array.from({ length: 40 }, () => row(false))]
    const heights = {
      ...heightsOf(
        [[20]],
        blocks.map(() => 20),
      ),
      title: 660 - 80,
    }
    const pages = paginate({ ...plain, blocks }, heights, HEIGHT)
    expect(pages.map((page) => [page.blocks.from, page.blocks.to, page.blocks.head])).toEqual([
      [0, 3, undefined],
      [3, 34, 1],
      [34, 42, 1],
    ])
    const tight = paginate({ ...plain, blocks }, { ...heights, title: heights.title + 10 }, HEIGHT)
    expect(range(tight[0]!.blocks)).toEqual([])
    expect(tight[1]!.blocks.from).toBe(0)
  })

  test('is one even for a schedule without lines', () => {
    expect(paginate(documentOf([], []), heightsOf([[]], []), HEIGHT)).toHaveLength(1)
  })
})

function range({ from, to }: { from: number; to: number }): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
