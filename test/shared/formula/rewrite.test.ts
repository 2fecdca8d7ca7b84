/**
 * Renaming in formula text: what is carried, what is left, and that a filing renamed throughout computes the same.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import { CellError } from '../../../shared/calc/cell_error.ts'
import { namesIn, referencesOf, renameInFormula, type Renaming } from '../../../shared/formula/rewrite.ts'
import { isText } from '../../../shared/calc/layout.ts'
import type { Filing, Layer, Line } from '../../../shared/model/filing.ts'
import { Choices, numbers, runs } from '../calc/choices.ts'
import { edits, filing as randomFiling, formula } from '../calc/random_filing.ts'
import { LAYERS, cellsOf, valueText } from '../calc/snapshots.ts'

const line = (from: string, to: string, schedule = 's'): Renaming => ({ kind: 'line', schedule, from, to })
const column = (from: string, to: string, schedule = 's'): Renaming => ({ kind: 'column', schedule, from, to })
const schedule = (from: string, to: string): Renaming => ({ kind: 'schedule', from, to })

describe('renameInFormula', () => {
  test.each<[string, Renaming, string]>([
    ['= a + b', line('a', 'first'), '= first + b'],
    ['=  A+s.a  - t.a', line('a', 'x'), '=  x+s.x  - t.a'],
    ['= t.a + a', line('a', 'x', 't'), '= t.x + a'],
    ['= sum( a .. c ) + sum(s.a..s.c)', line('c', 'z'), '= sum( a .. z ) + sum(s.a..s.z)'],
    ['= sum(t.a..t.c@q1)', line('a', 'z', 't'), '= sum(t.z..t.c@q1)'],
    ['= a@a + @a', line('a', 'z'), '= z@a + @a'],
    ['= a@a + @a + t.a@a', column('a', 'z'), '= a@z + @z + t.a@a'],
    ['= t.a@a - sum(t.a@a..@b)', column('a', 'z', 't'), '= t.a@z - sum(t.a@z..@b)'],
    ['= sum(@q1..@q2) / sum(a @ q1 .. @ q2)', column('q2', 'q3'), '= sum(@q1..@q3) / sum(a @ q1 .. @ q3)'],
    ['= s.s + s + t.s@s + sum(s.a..s.b)', schedule('s', 'z'), '= z.s + s + t.s@s + sum(z.a..z.b)'],
    ['= sum(a, sums) * sumsum', line('sums', 'sum_of'), '= sum(a, sum_of) * sumsum'],
    ['= a +', line('a', 'z'), '= a +'],
    ['a + 1', line('a', 'z'), 'z + 1'],
    ['= -2.5% * a^2', line('a', 'z'), '= -2.5% * z^2'],
  ])('%s with %o is %s', (text, change, expected) => {
    expect(renameInFormula(text, { schedule: 's' }, change)).toBe(expected)
  })

  test('there and back is the text as it was, where the new id was free', () => {
    fc.assert(
      fc.property(numbers(60), (list) => {
        const choices = new Choices(list)
        const text = formula(choices, { schedule: choices.upTo(2), line: choices.upTo(7), backward: false })
        const own = { schedule: choices.pick(['alpha', 'beta', 'gamma']) }
        const place = choices.pick(['alpha', 'beta', 'gamma'])
        const change = choices.pick<Renaming>([
          line('l1', 'free', place),
          column('c1', 'free', place),
          schedule(place, 'free'),
        ])
        const back = { ...change, from: change.to, to: change.from }
        if (change.kind === 'schedule') {
          const there = renameInFormula(text, own, change)
          expect(renameInFormula(there, own, back)).toBe(text)
        } else expect(renameInFormula(renameInFormula(text, own, change), own, back)).toBe(text)
      }),
      runs(2000),
    )
  })

  test('a filing renamed throughout computes the same', () => {
    let carried = 0
    fc.assert(
      fc.property(numbers(400), numbers(120), (structure, acts) => {
        const filing = randomFiling(new Choices(structure))
        const choices = new Choices(acts)
        const history = edits(choices, filing, 4)
        const kind = choices.pick<Renaming['kind']>(['line', 'column', 'schedule'])
        const changes: Renaming[] =
          kind === 'line'
            ? [line(choices.pick(['l0', 'l2', 'l3']), 'free', choices.pick(filing.schedules).id)]
            : kind === 'schedule'
              ? [schedule(choices.pick(filing.schedules).id, 'free')]
              : // Columns match across schedules by id, so an id is renamed wherever it stands.
                filing.schedules.map(({ id }) => column('c1', 'free', id))
        const after = changes.reduce(renamedFiling, filing)
        if (JSON.stringify(after).includes('free')) carried += 1
        const [engine, renamed] = [createEngine(filing), createEngine(after)]
        for (const edit of history) {
          engine.apply(edit.inputs, edit.layer)
          renamed.apply(
            edit.inputs.map((input) => renamedInput(input, changes, linesOf(filing, input.schedule))),
            edit.layer,
          )
        }
        for (const layer of LAYERS) expect(values(after, renamed, layer)).toEqual(values(filing, engine, layer))
      }),
      runs(600),
    )
    expect(carried).toBeGreaterThan(300)
  })
})

/** Values in the order of the cells, which renaming keeps; of errors the code alone, since members are named by id. */
function values(filing: Filing, engine: ReturnType<typeof createEngine>, layer: Layer): string[] {
  return cellsOf(filing).map((ref) => {
    const value = engine.value(ref, layer)
    return value instanceof CellError ? value.code : valueText(value)
  })
}

const text = (formulaText: string, own: string, change: Renaming): string =>
  formulaText.startsWith('=') ? renameInFormula(formulaText, { schedule: own }, change) : formulaText

type Input = { schedule: string; line: string; column: string; input: string | null }

const linesOf = (filing: Filing, own: string): readonly Line[] => filing.schedules.find(({ id }) => id === own)!.lines

/** An input of a line of words is words, whatever it starts with. */
function renamedInput(input: Input, changes: readonly Renaming[], lines: readonly Line[]): Input {
  const line = lines.find(({ id }) => id === input.line)!
  return changes.reduce((now, change) => {
    const { schedule: own } = now
    const moved = { ...now, input: now.input === null || isText(line) ? now.input : text(now.input, own, change) }
    if (change.kind === 'schedule') return own === change.from ? { ...moved, schedule: change.to } : moved
    if (own !== change.schedule || now[change.kind] !== change.from) return moved
    return { ...moved, [change.kind]: change.to }
  }, input)
}

function renamedFiling(filing: Filing, change: Renaming): Filing {
  const id = (kind: 'line' | 'column', own: string, old: string): string =>
    change.kind === kind && change.schedule === own && old === change.from ? change.to : old
  return {
    ...filing,
    schedules: filing.schedules.map((each) => ({
      ...each,
      id: change.kind === 'schedule' && each.id === change.from ? change.to : each.id,
      columns: each.columns.map((one) => ({
        ...one,
        id: id('column', each.id, one.id),
        ...(one.formula !== undefined && { formula: text(one.formula, each.id, change) }),
      })),
      lines: each.lines.map((one) => ({
        ...one,
        id: id('line', each.id, one.id),
        ...(one.parent !== undefined && { parent: id('line', each.id, one.parent) }),
        ...(one.formula !== undefined && { formula: text(one.formula, each.id, change) }),
        ...(one.columns && { columns: one.columns.map((of) => id('column', each.id, of)) }),
        ...(one.only && { only: one.only.map((of) => id('column', each.id, of)) }),
      })),
      cells: each.cells.map((one) => renamedInput(one, [change], each.lines)),
    })),
  }
}

describe('referencesOf', () => {
  test('gives schedule, line, column and the ends of ranges, with offsets', () => {
    expect(referencesOf('= a + t.b@q - sum(c..d@q, @x..@y)')).toMatchObject([
      { type: 'reference', line: 'a', at: 2, end: 3 },
      { type: 'reference', schedule: 't', line: 'b', column: 'q' },
      { type: 'line_range', first: 'c', last: 'd', column: 'q' },
      { type: 'column_range', first: 'x', last: 'y' },
    ])
  })

  test('is empty where the text does not parse', () => {
    expect(referencesOf('= a + ')).toEqual([])
  })
})

test('namesIn says what each name of a reference names', () => {
  const written = '= 1 + sum(t.first .. t.last @ q1)'
  const [reference] = referencesOf(written)
  expect(namesIn(written, reference!).map(({ kind, at, end }) => [kind, written.slice(at, end)])).toEqual([
    ['schedule', 't'],
    ['line', 'first'],
    ['schedule', 't'],
    ['line', 'last'],
    ['column', 'q1'],
  ])
})
