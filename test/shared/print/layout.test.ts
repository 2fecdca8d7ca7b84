/**
 * The sheet a document goes on, and that its columns fit it.
 */
import { describe, expect, test } from 'vitest'
import type { Filing } from '../../../shared/model/filing.ts'
import { layoutsFor, type Layout } from '../../../shared/print/layout.ts'
import { contentWidth } from '../../../shared/print/paper.ts'
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
          expect(width).toBeLessThanOrEqual(contentWidth(layout.paper, layout.orientation) + 0.01)
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

describe('paper', () => {
  const reconciliation = printed(sample('impac_2007_q3'), 'reconciliation', { mode: 'filing' })

  test.each(['letter', 'a4'] as const)('%s: every orientation and margin holds all columns', (paper) => {
    for (const orientation of ['automatic', 'portrait', 'landscape'] as const) {
      for (const margins of ['normal', 'narrow', 'wide'] as const) {
        const [layout] = layoutsFor(reconciliation, { paper, orientation, margins })
        const width = layout!.label + layout!.panels[0]!.widths.reduce((sum, column) => sum + column, 0)
        expect(width).toBeLessThanOrEqual(contentWidth(layout!.paper, layout!.orientation) + 0.01)
        if (orientation !== 'automatic') expect(layout!.orientation).toBe(orientation)
      }
    }
  })
})

describe('a scenario beside what was filed', () => {
  const cells = Array.from({ length: 30 }, (_, index) => ({
    schedule: 'wide',
    line: 'a',
    column: `c${index}`,
    input: '-2234567',
  }))

  test('is spread over pages between periods, not within one, each page as wide as the others need', () => {
    const document = printed(wide(30), 'wide', { mode: 'workpaper', cells })
    expect(document.columns).toHaveLength(90)
    const [{ panels }] = layoutsFor(document) as [Layout]
    expect(panels.length).toBeGreaterThan(5)
    for (const panel of panels) expect([panel.from % 3, panel.widths.length % 3]).toEqual([0, 0])
    const counts = panels.map(({ widths }) => widths.length)
    expect(Math.max(...counts.slice(0, -1)) - Math.min(...counts.slice(0, -1))).toBe(0)
  })
})
