/**
 * Losses by the year in which they arose: what stands open, how a deduction falls on the layers, the oldest first, and what lapses at
 * the end of a layer's last year. A layer's own row is found by the year of its loss, which stands once in a schedule.
 */
import type { Fixed } from '../money/fixed_point.ts'
import { digits, least, ruled, step, total, unusable, worked, yearOf, type Arguments, type Cell } from './arguments.ts'

type Layer = { year: number; opening: Fixed; last: number | null; usable: Fixed }

/** A layer's last year, held against the year of its loss. */
function lastYear(cell: Cell, year: number): number | null {
  const last = yearOf(cell, 'last year of a layer')
  if (last !== null && last < year) unusable(`The layer of ${year} would expire in ${last}, before its year.`)
  return last
}

function openingOf(cell: Cell, year: number): Fixed {
  const opening = cell ?? 0n
  if (opening < 0n) unusable(`The layer of ${year} is ${digits(opening)}; a loss stands as a positive amount.`)
  return opening
}

/** Layers from ranges of years, openings, and (where given) last years and limits; rows without a year are no layers. */
function layersOf(
  args: Arguments,
  at: { years: number; openings: number; lasts?: number; limits?: number },
): readonly Layer[] {
  const years = args.cells(at.years)
  const openings = args.cellsLike(at.openings, 'opening amounts', years.length)
  const read = (place: number | undefined, name: string): readonly Cell[] =>
    place === undefined || args.given[place] === undefined ? [] : args.cellsLike(place, name, years.length)
  const [lasts, limits] = [read(at.lasts, 'last years'), read(at.limits, 'limits')]
  const layers = years.flatMap((cell, row): Layer[] => {
    const year = yearOf(cell, 'year of a layer')
    if (year === null) {
      if ((openings[row] ?? 0n) !== 0n) unusable(`A layer of ${digits(openings[row]!)} has no year.`)
      return []
    }
    const opening = openingOf(openings[row] ?? null, year)
    const limit = limits[row] ?? null
    if (limit !== null && limit < 0n) unusable(`The limit of the layer of ${year} is negative.`)
    return [
      {
        year,
        opening,
        last: lastYear(lasts[row] ?? null, year),
        usable: limit === null ? opening : least(opening, limit),
      },
    ]
  })
  const found = new Set<number>()
  for (const { year } of layers) {
    if (found.has(year)) unusable(`Two layers are of ${year}; their amounts belong in one.`)
    found.add(year)
  }
  return layers.toSorted((a, b) => a.year - b.year)
}

export const tax_losses_open = ruled(
  {
    least: 4,
    most: 5,
    takes: ['first year', 'last year', 'years of the layers', 'opening amounts', '[limits of the layers]'],
    help: 'The open amounts of losses of some years; without a first or last year that side has no bound. A limit of a layer (section 382) caps the amount that counts.',
    source: '26 USC 172(a)(2), (b)(1); 26 USC 382',
  },
  (args) => {
    const first = yearOf(args.cell(0, 'first year'), 'first year')
    const last = yearOf(args.cell(1, 'last year'), 'last year')
    const layers = layersOf(args, { years: 2, openings: 3, limits: 4 }).filter(
      ({ year }) => (first === null || year >= first) && (last === null || year <= last),
    )
    const open = total(layers.map(({ usable }) => usable))
    return worked(
      open,
      ...layers.map(({ year, opening, usable }) =>
        step(
          usable < opening ? `Open of ${year}: ${digits(opening)}, of which its limit allows` : `Open of ${year}`,
          usable,
        ),
      ),
      step('Open together', open),
    )
  },
)

export const tax_layer_used = ruled(
  {
    least: 6,
    most: 7,
    takes: [
      'year',
      'year of this layer',
      'losses used in the year',
      'years of the layers',
      'opening amounts',
      'last years of the layers',
      '[limits of the layers]',
    ],
    help: 'The part of this layer in the losses used in the year: the oldest layer first, each up to its open amount.',
    source: '26 USC 172(b)(2)',
  },
  (args) => {
    const year = args.year(0, 'year')
    const own = yearOf(args.cell(1, 'year of this layer'), 'year of this layer')
    if (own === null) return worked(null)
    const used = args.positive(2, 'amount of losses used')
    const layers = layersOf(args, { years: 3, openings: 4, lasts: 5, limits: 6 })
    for (const layer of layers) {
      if (layer.opening === 0n) continue
      if (layer.year >= year) unusable(`The layer of ${layer.year} can have no opening amount in ${year}.`)
      if (layer.last !== null && layer.last < year)
        unusable(`The layer of ${layer.year} lapsed at the end of ${layer.last}; it has no open amount in ${year}.`)
    }
    if (!layers.some((layer) => layer.year === own)) unusable(`No layer of the range is of ${own}.`)
    const open = total(layers.map(({ usable }) => usable))
    if (used > open) unusable(`Losses used are ${digits(used)}, and the layers hold ${digits(open)}.`)
    const steps = [step(`Losses used in ${year}`, used)]
    let left = used
    for (const layer of layers) {
      const taken = least(left, layer.usable)
      left -= taken
      if (taken !== 0n || layer.year === own) steps.push(step(`Taken from the layer of ${layer.year}`, taken))
      if (layer.year === own) return worked(taken, ...steps)
    }
    return worked(null)
  },
)

export const tax_layer_expired = ruled(
  {
    least: 5,
    most: 5,
    takes: ['year', 'year of the layer', 'last year of the layer', 'opening amount', 'used'],
    help: 'What lapses of a layer at the end of its last year: what was open and not used. A blank last year never comes.',
    source: '26 USC 172(b)(1)(A); 26 USC 1212(a)(1)(B)',
  },
  (args) => {
    const year = args.year(0, 'year')
    const own = yearOf(args.cell(1, 'year of the layer'), 'year of the layer')
    if (own === null) return worked(null)
    const last = lastYear(args.cell(2, 'last year of the layer'), own)
    const opening = openingOf(args.cell(3, 'opening amount'), own)
    const used = args.positive(4, 'amount used')
    if (used > opening) unusable(`The layer of ${own} holds ${digits(opening)}, less than the ${digits(used)} used.`)
    if (last === null || last > year)
      return worked(0n, step(last === null ? 'The layer does not expire' : `The layer lives to the end of ${last}`, 0n))
    return worked(
      opening - used,
      step(`Open at the beginning of ${year}`, opening),
      step('Used in the year', used),
      step(`Lapses at the end of ${year}`, opening - used),
    )
  },
)

export const tax_layer_added = ruled(
  {
    least: 3,
    most: 3,
    takes: ['year', 'year of the layer', 'loss of the year'],
    help: 'The loss of the year, in the layer of its own year; nothing in any other.',
    source: '26 USC 172(b)(1)(A)',
  },
  (args) => {
    const year = args.year(0, 'year')
    const own = yearOf(args.cell(1, 'year of the layer'), 'year of the layer')
    const loss = args.positive(2, 'loss of the year')
    if (own === null) return worked(null)
    if (own > year) unusable(`A layer of ${own} does not exist in ${year}.`)
    const added = own === year ? loss : 0n
    return worked(added, step(own === year ? `Loss of ${year}` : `The layer is of ${own}, not of ${year}`, added))
  },
)

/** A layer from its opening to its close; what is left must not be negative. */
export const tax_layer_closing = ruled(
  {
    least: 4,
    most: 4,
    takes: ['opening amount', 'added', 'used', 'expired'],
    help: 'What is carried to the next year: opening and added, less used and expired.',
    source: '26 USC 172(b)(2)',
  },
  (args) => {
    const opening = args.positive(0, 'opening amount')
    const added = args.positive(1, 'amount added')
    const used = args.positive(2, 'amount used')
    const expired = args.positive(3, 'amount expired')
    const closing = opening + added - used - expired
    if (closing < 0n) unusable(`The layer would close at ${digits(closing)}; a layer is never negative.`)
    return worked(
      closing,
      step('Opening', opening),
      step('Added', added),
      step('Used', used),
      step('Expired', expired),
      step('Closing', closing),
    )
  },
)
