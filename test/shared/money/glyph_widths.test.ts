/** The table of widths is what the shipped fonts say. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TABLE, tableSource } from './font_widths.ts'

test('the widths of figures are those of the fonts', () => {
  expect(readFileSync(TABLE, 'utf8')).toBe(tableSource())
})
