/** The table of widths is what the shipped fonts say. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SCREEN_WIDTHS, TABULAR } from '../../../shared/money/glyph_widths.ts'
import { TABLE, tableSource } from './font_widths.ts'

test('the widths of figures are those of the fonts', () => {
  expect(readFileSync(TABLE, 'utf8')).toBe(tableSource())
})

test.each([
  ['0', SCREEN_WIDTHS.digit],
  [',', SCREEN_WIDTHS.separator],
  [')', SCREEN_WIDTHS.parenthesis],
])('%s is as wide in a label as in a figure', (character, ems) => {
  expect(TABULAR.find(({ characters }) => characters.includes(character))?.ems).toBe(ems)
})
