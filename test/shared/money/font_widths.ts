/**
 * The widths that figures have in the shipped fonts, as the source of shared/money/glyph_widths.ts. Run by itself (`node
 * test/shared/money/font_widths.ts`) it writes that file again, after a font or a type size changed; its test holds that it is what the fonts say.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFont, type FontFile } from './font_file.ts'

const ROOT = join(import.meta.dirname, '../../..')
const FONTS = join(ROOT, 'node_modules')

/** The file that is made. */
export const TABLE = join(ROOT, 'shared/money/glyph_widths.ts')

type Points = readonly Record<string, number>[]

/** Figures on screen: plain, of totals, errors, and what a scenario changed. */
const SCREEN: Points = [400, 560, 600, 650].map((wght) => ({ wght }))
/** The cuts of figures on paper: plain, and of last totals. */
const PAPER = [400, 600]
/** A cut has no axes. */
const AS_CUT: Points = [{}]

const KINDS = { digit: '0123456789', separator: ',.', parenthesis: '()', percent: '%', currency: '$', hash: '#' }

/** Up to the next ten-thousandth: nothing is wider than its figure here. */
function widest(fonts: readonly FontFile[], characters: string, points: Points): number {
  const all = fonts.flatMap((font) =>
    points.flatMap((point) => Array.from(characters, (one) => font.advance(one, point))),
  )
  return Math.ceil(Math.max(...all) * 10_000 - 1e-6) / 10_000
}

function widths(fonts: readonly FontFile[], points: Points): string {
  const parts = Object.entries(KINDS).map(([kind, characters]) => `  ${kind}: ${widest(fonts, characters, points)},\n`)
  return `{\n${parts.join('')}}`
}

/** The source of the table. */
export function tableSource(): string {
  const inter = readFont(join(FONTS, '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'))
  const serif = PAPER.map((weight) =>
    readFont(join(FONTS, `@fontsource/source-serif-4/files/source-serif-4-latin-${weight}-normal.woff2`)),
  )
  return `/**
 * How wide figures are in the shipped fonts, in ems: the widest of the weights and sizes that they are set in, tabular figures.
 * Made from the font files by test/shared/money/font_widths.ts; not to be changed by hand.
 */
export type FigureWidths = Record<'${Object.keys(KINDS).join("' | '")}', number>

/** Inter, on screen. */
export const SCREEN_WIDTHS: FigureWidths = ${widths([inter], SCREEN)}

/** Source Serif 4, on paper. */
export const PAPER_WIDTHS: FigureWidths = ${widths(serif, AS_CUT)}
`
}

if (import.meta.main) writeFileSync(TABLE, tableSource())
