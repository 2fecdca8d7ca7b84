/**
 * How long a loss lives: the law of a layer by its kind and year, and the last year in which it can be used. Short years and layers
 * of subsidiaries acquired under other rules are left to whoever types the last year.
 */
import { ruled, step, whole, worked, yearLike } from './arguments.ts'

/** The second of the kinds of losses; the first is operating. */
const CAPITAL = 2

/** Laws of a layer in the order of the choice `layer_law`, with the years that a loss lives; null is without end. */
const LAWS = [
  { words: 'A net operating loss of a year begun before August 6, 1997 lives fifteen years', years: 15 },
  { words: 'A net operating loss of the years 1998 to 2017 lives twenty years', years: 20 },
  { words: 'A net operating loss of a year begun after 2017 does not expire', years: null },
  { words: 'A capital loss lives five years', years: 5 },
] as const

function lawOf(kind: number, year: number): number {
  if (kind === CAPITAL) return 4
  return year < 1998 ? 1 : year < 2018 ? 2 : 3
}

const TAKES = ['kind (1 operating, 2 capital)', 'year of the loss'] as const

export const tax_layer_law = ruled(
  {
    least: 2,
    most: 2,
    takes: TAKES,
    help: 'The law under which a loss is carried: 1 fifteen years, 2 twenty years, 3 without end, 4 capital losses, five years.',
    source: '26 USC 172(b)(1)(A); 26 USC 1212(a)(1)(B)',
  },
  (args) => {
    const law = lawOf(args.choice(0, 'kind of loss', 2), args.year(1, 'year of the loss'))
    return worked(whole(law), step(`${LAWS[law - 1]!.words}.`, whole(law), 'text'))
  },
)

export const tax_layer_last_year = ruled(
  {
    least: 2,
    most: 2,
    takes: TAKES,
    help: 'The last year in which a loss can be used; blank where it does not expire.',
    source: '26 USC 172(b)(1)(A); 26 USC 1212(a)(1)(B)',
  },
  (args) => {
    const year = args.year(1, 'year of the loss')
    const { words, years } = LAWS[lawOf(args.choice(0, 'kind of loss', 2), year) - 1]!
    const last = years === null ? null : yearLike(year + years, args.cell(1, 'year of the loss'))
    return worked(last, step(`A loss of ${year}`, null), step(`${words}.`, null))
  },
)
