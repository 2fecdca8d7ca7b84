/**
 * The sheet a document goes on, and that its columns fit it.
 */
import { describe, expect, test } from 'vitest'
import type { Filing } from '../../../shared/model/filing.ts'
import { contentWidth, headWords, layoutsFor } from '../../../shared/print/layout.ts'
import { printed, sample } from './sample_documents.ts'

/** A filing of one schedule with so many columns of seven-digit figures. */
function wide(columns: number): Filing {
  const ids = Array.from({ length: columns }, (_, index) => `c${index}`)
  return {
    id: 'wide',
    title: 'Wide',
    status: 'draft',
    schedules: [
      {
        id: 'wide',
        columns: ids.map((id) => ({ id, label: `Pool ${id}`, kind: 'component' as const })),
        lines: [
          { id: 'a', label: 'Unpaid principal balance at the beginning of the period', kind: 'input' },
          { id: 'b', label: 'Total', kind: 'formula', formula: '= a', rule: 'double', currency: true },
        ],
        cells: ids.map((column) => ({ schedule: 'wide', line: 'a', column, input: '-1234567' })),
      },
    ],
  }
}

describe('layoutsFor', () => {
  test.each([
    [1, 'portrait', 9.5, 1],
    [4, 'portrait', 9.5, 1],
    [7, 'landscape', 9.5, 1],
    [10, 'landscape', 7.5, 1],
    [30, 'landscape', 8.5, 4],
  ])('%i columns: %s at %f points in %i panels', (columns, orientation, size, panels) => {
    const document = printed(wide(columns), 'wide', { mode: 'filing' })
    const [layout] = layoutsFor(document)
    expect(layout).toMatchObject({ orientation, size })
    expect(layout!.panels).toHaveLength(panels)
  })

  test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    '%i columns all stand within the margins',
    (columns) => {
      for (const layout of layoutsFor(printed(wide(columns), 'wide', { mode: 'workpaper' }))) {
        let next = 0
        for (const panel of layout.panels) {
          expect(panel.from).toBe(next)
          next += panel.widths.length
          const width = layout.label + panel.widths.reduce((sum, column) => sum + column, 0)
          expect(width).toBeLessThanOrEqual(contentWidth(layout.orientation) + 0.01)
          expect(layout.label).toBeGreaterThan(80)
        }
        expect(next).toBe(columns)
      }
    },
  )

  test('the reconciliation stands upright, the trusts lie across', () => {
    const upright = layoutsFor(printed(sample('impac_2007_q3'), 'reconciliation', { mode: 'filing' }))
    expect(upright.map(({ orientation, size }) => [orientation, size])).toEqual([
      ['portrait', 9.5],
      ['portrait', 9],
      ['portrait', 8.5],
      ['portrait', 8],
    ])
    expect(layoutsFor(printed(sample('impac_2009'), 'trusts', { mode: 'filing' }))[0]!.orientation).toBe('landscape')
  })
})

describe('headWords', () => {
  test.each([
    ['September 30, 2007', ['September 30,', '2007']],
    ['Sept. 30, 2007', ['Sept. 30,', '2007']],
    ['Increase (decrease)', ['Increase', '(decrease)']],
    ['Pool 12', ['Pool 12']],
    ['', []],
  ])('%j breaks into %j', (label, words) => {
    expect(headWords(label)).toEqual(words)
  })
})
