/**
 * Random filings, formulas and edits for the property tests: small, with ids shared between schedules,
 * and with everything in them that the engine treats differently.
 */
import type { CellInput, Column, Filing, Format, Layer, Line, Schedule } from '../../../shared/model/filing.ts'
import type { Choices } from './choices.ts'

const SCHEDULES = ['alpha', 'beta', 'gamma']
const LINES = ['l0', 'l1', 'l2', 'l3', 'l4', 'l5', 'l6', 'l7']
const COLUMNS = ['c0', 'c1', 'c2', 'c3']

const AMOUNTS = [
  '1',
  '0',
  '-3',
  '100',
  '(1,234)',
  '0.5',
  '2',
  '-0.005',
  '333.33',
  '7',
  '0.00000000000000000001',
  '9999999999999999999.99999999999999999999',
  '-9999999999999999999.99999999999999999999',
  '5000000000000000000',
]
const ODD_INPUTS = [
  '2007-09-30',
  '9/30/2007',
  'First',
  'sec',
  '',
  '  ',
  'n/a',
  '-',
  '12.5%',
  '$5',
  '1,23',
  '=',
  '= (',
  '=1;2',
  '=l0 l1',
  '=unknown(1)',
]
const EXPONENTS = ['2', '-1', '0', '0.5', '3', '-2', '1000001', '-2000000.5', '40']

/** Where a formula is written, so that most of what it names stands before it. */
type Place = { schedule: number; line: number; backward: boolean }

/** Formula text with its equals sign. */
export function formula(choices: Choices, place: Place): string {
  return `=${expression(choices, place, 3)}`
}

function expression(choices: Choices, place: Place, depth: number): string {
  const inner = (): string => expression(choices, place, depth - 1)
  const argument = (): string => (choices.chance(50) ? range(choices, place) : inner())
  if (depth === 0) return leaf(choices, place)
  switch (choices.upTo(20)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return leaf(choices, place)
    case 4:
    case 5:
    case 6:
      return choices.times(2, 3, () => inner()).join(choices.pick([' + ', ' - ']))
    case 7:
    case 8:
      return `sum(${choices.times(1, 2, argument).join(', ')})`
    case 9:
      return `${choices.pick(['min', 'max', 'average', 'count', 'sum'])}(${choices.times(1, 2, argument).join(', ')})`
    case 10:
      return `(${inner()}) * ${choices.chance(50) ? '10%' : inner()}`
    case 11:
      return `(${inner()}) / ${choices.chance(50) ? '3' : inner()}`
    case 12:
      return `(${inner()}) ^ ${choices.pick(EXPONENTS)}`
    case 13:
      return `if(${inner()} ${choices.pick(['<', '>=', '=', '<>', '>', '<='])} ${inner()}, ${inner()}${choices.chance(70) ? `, ${inner()}` : ''})`
    case 14:
      return `${choices.pick(['iferror', 'needs', 'and', 'or'])}(${inner()}, ${inner()})`
    case 15:
      return `${choices.pick(['abs', 'not', 'is_blank', 'round', '-'])}(${inner()})`
    case 16:
      return `round(${inner()}, ${choices.pick(['0', '2', '-2', '20', '21', '0.5'])})`
    case 17:
      return `percent_change(${reference(choices, place)}, ${inner()})`
    case 18:
      return `printed(${reference(choices, place)})`
    case 19:
      return `tax_oldest_first(${inner()}, ${choices.pick(['1', '2', '3', inner()])}, ${range(choices, place)})`
    default:
      return `as_filed(${reference(choices, place)})`
  }
}

function leaf(choices: Choices, place: Place): string {
  if (choices.chance(75)) return reference(choices, place)
  return choices.pick(['1', '0', '2', '100', '0.01', '12.5%', '9999999999999999999'])
}

function scheduleOf(choices: Choices, place: Place): number {
  if (choices.chance(70)) return place.schedule
  return choices.upTo(place.backward ? place.schedule : SCHEDULES.length - 1)
}

function lineOf(choices: Choices, place: Place, schedule: number): string {
  if (choices.chance(2)) return 'nowhere'
  const most = place.backward && schedule === place.schedule ? Math.max(place.line - 1, 0) : LINES.length - 1
  return LINES[choices.upTo(most)]!
}

function reference(choices: Choices, place: Place): string {
  if (choices.chance(8)) return `@${choices.pick([...COLUMNS, 'previous'])}`
  const schedule = scheduleOf(choices, place)
  const line = lineOf(choices, place, schedule)
  const column = choices.chance(25) ? `@${choices.pick([...COLUMNS, 'previous'])}` : ''
  return `${schedule === place.schedule ? '' : `${SCHEDULES[schedule]}.`}${line}${column}`
}

function range(choices: Choices, place: Place): string {
  if (choices.chance(30)) {
    const [first, last] = [choices.upTo(3), choices.upTo(3)]
    return `@${COLUMNS[Math.min(first, last)]}..@${COLUMNS[Math.max(first, last)]}`
  }
  const schedule = scheduleOf(choices, place)
  const ends = [lineOf(choices, place, schedule), lineOf(choices, place, schedule)]
  if (!choices.chance(5)) ends.sort()
  const name = schedule === place.schedule ? '' : `${SCHEDULES[schedule]}.`
  return `${name}${ends.join('..')}${choices.chance(20) ? `@${choices.pick([...COLUMNS, 'previous'])}` : ''}`
}

function column(choices: Choices, i: number): Column {
  const id = COLUMNS[i]!
  const kind = choices.upTo(9)
  if (i < 2 || kind < 6) return { id, label: id, kind: 'duration' }
  const formulas = [
    '= @c0 - @c1',
    '= sum(@c0..@c1)',
    '= printed(@c0) - printed(@c1)',
    '= percent_change(@c0, @c1)',
    '= @c0 / @c1',
  ]
  const shown: Partial<Column> = choices.chance(30) ? { format: 'percent', decimals: choices.upTo(2) } : {}
  return { id, label: id, kind: 'computed', formula: choices.pick(formulas), ...(kind > 7 && { all: true }), ...shown }
}

function line(choices: Choices, schedule: number, i: number, backward: boolean): Line {
  const id = LINES[i]!
  const kind = choices.upTo(19)
  const parent = choices.chance(25) && i > 0 ? LINES[choices.upTo(LINES.length - 1)] : undefined
  const common = { id, label: id, ...(parent !== undefined && parent !== id && { parent }) }
  if (kind === 18) return { ...common, kind: 'heading' }
  if (kind === 19) return { ...common, kind: 'text' }
  const formats: Format[] = ['amount', 'amount', 'amount', 'amount', 'per_share', 'shares', 'percent']
  return {
    ...common,
    kind: kind < 10 ? 'input' : 'formula',
    ...(kind >= 10 && { formula: formula(choices, { schedule, line: i, backward }) }),
    ...(kind >= 10 && choices.chance(25) && { columns: choices.some(COLUMNS) }),
    ...(choices.chance(15) && { only: choices.some(COLUMNS) }),
    format: choices.chance(10) ? choices.pick(['date', 'choice']) : choices.pick(formats),
    ...(choices.chance(20) && { decimals: choices.upTo(3) }),
    ...(choices.chance(80) && { choices: ['First', 'Second', 'Third'] }),
  }
}

/** A filing of one to three schedules; most have no cycle of their own, so that cycles do not hide the rest. */
export function filing(choices: Choices): Filing {
  const backward = choices.upTo(9) < 8
  const schedules = choices.times(1, SCHEDULES.length, (s): Schedule => {
    const columns = choices.times(2, COLUMNS.length, (i) => column(choices, i))
    const lines = choices.times(3, LINES.length, (i) => line(choices, s, i, backward))
    const cells: CellInput[] = []
    for (const { id, kind } of lines) {
      for (const each of columns) {
        if (choices.upTo(99) < (kind === 'input' ? 75 : 5)) {
          const place = { schedule: s, line: lines.findIndex((one) => one.id === id), backward }
          cells.push({ schedule: SCHEDULES[s]!, line: id, column: each.id, input: input(choices, place, 8) })
        }
      }
    }
    return { id: SCHEDULES[s]!, columns, lines, cells }
  })
  return { id: 'random', title: 'Random', schedules }
}

function input(choices: Choices, place: Place, formulas: number): string {
  const kind = choices.upTo(99)
  if (kind >= 100 - formulas) return formula(choices, place)
  if (kind > 84 - formulas) return choices.pick(ODD_INPUTS)
  if (kind > 50) return `${choices.upTo(9999)}`
  return choices.pick(AMOUNTS)
}

export type RandomEdit = { layer: Layer; inputs: CellInput[] }

/** Edits of one to four cells in either layer: amounts, blanks, formulas, and inputs taken back. */
export function edits(choices: Choices, { schedules }: Filing, most: number): RandomEdit[] {
  const backward = choices.upTo(9) < 7
  const change = (): CellInput => {
    const s = choices.upTo(schedules.length - 1)
    const { id, lines, columns } = schedules[s]!
    const l = choices.upTo(lines.length - 1)
    const ref = { schedule: id, line: lines[l]!.id, column: choices.pick(columns).id }
    const place = { schedule: s, line: l, backward }
    return { ...ref, input: choices.chance(25) ? null : input(choices, place, 35) }
  }
  return choices.times(1, most, () => ({
    layer: choices.chance(35) ? 'base' : 'scenario',
    inputs: choices.times(1, 4, change),
  }))
}
