/** Where a line has no cell in a column, a row says so: no rule is drawn there, while a blank cell is ruled with its line. */
import { expect, test } from 'vitest'
import { taxFiling } from '../templates/tax_filing.ts'
import { printed } from './sample_documents.ts'

test('a total of the current year has no cell in the year before, a figure that is not entered yet has a blank one', () => {
  const { rows, columns } = printed(taxFiling(), 'excise', { mode: 'workpaper' })
  const cells = (id: string) => rows.find((row) => row.id === id)!.cells
  expect(columns.map(({ id }) => id)).toEqual(['fy_2026', 'fy_2025'])
  expect(cells('line_4_required')[1]).toEqual({ kind: 'blank', isNone: true })
  expect(cells('capital_gain_gross')[0]).toEqual({ kind: 'blank' })
  expect(cells('line_8_distributed')[1]).toMatchObject({ kind: 'figure' })
})
