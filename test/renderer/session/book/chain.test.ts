/**
 * Engines of scenarios that stand on one another: in step with every change, equal to engines built afresh.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBook, type Book } from '../../../../renderer/session/book/book.ts'
import { createSheets } from '../../../../renderer/session/book/sheets.ts'
import { createEngine } from '../../../../shared/calc/engine.ts'
import { inverse } from '../../../../shared/model/change_set.ts'
import type { Change } from '../../../../shared/model/changes/kinds.ts'
import type { ScenarioDefinition } from '../../../../shared/model/changes/scenario.ts'
import type { Filing } from '../../../../shared/model/filing.ts'

const LINES = ['fees', 'interest', 'total'] as const

const FILING: Filing = {
  id: 'small',
  title: 'Small',
  schedules: [
    {
      id: 'income',
      columns: [{ id: 'q1', label: 'Q1', kind: 'duration' }],
      lines: [
        { id: 'fees', label: 'Fees', kind: 'input' },
        { id: 'interest', label: 'Interest', kind: 'input' },
        { id: 'total', label: 'Total', kind: 'formula', formula: 'fees + interest' },
      ],
      cells: [
        { schedule: 'income', line: 'fees', column: 'q1', input: '10' },
        { schedule: 'income', line: 'interest', column: 'q1', input: '20' },
      ],
    },
  ],
}

const IDS = ['base_case', 'downside', 'severe'] as const

function at(line: string): { schedule: string; line: string; column: string } {
  return { schedule: 'income', line, column: 'q1' }
}

/** Severe on downside on base case, each with the inputs given as `line: text`. */
function chained(inputs: Partial<Record<(typeof IDS)[number], Record<string, string>>> = {}): Book {
  const scenarios = IDS.map((id, index) => ({
    id,
    name: id,
    description: '',
    position: index + 1,
    ...(index > 0 && { standsOn: IDS[index - 1]! }),
    cells: Object.entries(inputs[id] ?? {}).map(([line, input]) => ({ ...at(line), input })),
  }))
  return readBook([{ filing: FILING, scenarios, comments: [] }])
}

function edit(book: Book, scenario: string | null, line: string, after: string | null): Change {
  return { kind: 'cell', ...at(line), scenario, before: book.input('small', scenario, at(line)), after }
}

function definitionOf(book: Book, scenario: string): ScenarioDefinition {
  const { id: _id, inputCount: _count, ...definition } = book.scenarios('small').find(({ id }) => id === scenario)!
  return definition
}

describe('a scenario on another', () => {
  it('shows what stands below it, its own inputs over that, and says where each comes from', () => {
    const book = chained({ base_case: { fees: '11', interest: '21' }, downside: { fees: '12' } })
    expect(book.chain('small', 'severe')).toEqual(['base_case', 'downside', 'severe'])
    expect(book.standing('small', 'severe', at('fees'))).toEqual({
      scenario: 'downside',
      name: 'downside',
      input: '12',
    })
    expect(book.standing('small', 'base_case', at('total'))).toBeUndefined()
    expect(book.inherited('small', 'downside', at('fees'))?.scenario).toBe('base_case')
    expect(book.inherited('small', 'base_case', at('fees'))).toBeUndefined()
    expect(String(createSheets(book).engine('small', 'severe').value(at('total')))).toBe('33')
  })

  it('keeps what it stands on and its lock through a change of its place', () => {
    const book = chained()
    const before = definitionOf(book, 'downside')
    const locked = { ...before, locked: true, position: 9 }
    book.apply('small', [{ kind: 'scenario', scenario: 'downside', before, after: locked }])
    expect(definitionOf(book, 'downside')).toEqual(locked)
    expect(book.chain('small', 'severe')).toEqual(['base_case', 'downside', 'severe'])
  })

  it('falls to the input below where its own is taken back, in a preview as in the edit', () => {
    const book = chained({ base_case: { fees: '11' }, downside: { fees: '12' } })
    const sheets = createSheets(book)
    const lifted = [{ ...at('fees'), input: null }]
    const [through] = sheets.through('small', 'downside', lifted)
    expect(through?.input).toBe('11')
    const falling = sheets.fallingEngine('small', 'downside')
    expect(String(falling.suppose(lifted, 'scenario', () => falling.value(at('total'))))).toBe('31')
    const change = edit(book, 'downside', 'fees', null)
    book.apply('small', [change])
    sheets.apply('small', [change])
    expect(String(sheets.engine('small', 'downside').value(at('total')))).toBe('31')
  })

  it('has engines equal to ones built afresh after any changes, and is as it was after their inverse', () => {
    const cell = fc.record({
      scenario: fc.constantFrom(null, ...IDS),
      line: fc.constantFrom(...LINES),
      text: fc.constantFrom('1', '2', '= interest * 2', null),
    })
    const move = fc.record({
      moved: fc.constantFrom(...IDS),
      under: fc.constantFrom(null, ...IDS),
    })
    const values = (book: Book, sheets = createSheets(book)): string[] =>
      [null, ...IDS].flatMap((id) =>
        LINES.map((line) => `${id} ${line} ${String(sheets.engine('small', id).value(at(line)))}`),
      )
    const afresh = (book: Book): string[] =>
      [null, ...IDS].flatMap((id) => {
        const engine = createEngine(book.filing('small')!, book.effectiveCells('small', id))
        return LINES.map((line) => `${id} ${line} ${String(engine.value(at(line)))}`)
      })
    fc.assert(
      fc.property(fc.array(fc.oneof(cell, move), { maxLength: 14 }), (steps) => {
        const book = chained({ base_case: { fees: '11' }, severe: { interest: '5' } })
        const sheets = createSheets(book)
        const start = values(book, sheets)
        const done: Change[] = []
        for (const step of steps) {
          const change = 'line' in step ? edit(book, step.scenario, step.line, step.text) : onto(book, step)
          if (!change) continue
          book.apply('small', [change])
          sheets.apply('small', [change])
          done.push(change)
          expect(values(book, sheets)).toEqual(afresh(book))
        }
        const back = inverse(done)
        book.apply('small', back)
        sheets.apply('small', back)
        expect(values(book, sheets)).toEqual(start)
      }),
    )
  })
})

/** The move of a scenario onto another; undefined where that would loop. */
function onto(book: Book, { moved, under }: { moved: string; under: string | null }): Change | undefined {
  if (under !== null && book.chain('small', under).includes(moved)) return undefined
  const before = definitionOf(book, moved)
  return { kind: 'scenario', scenario: moved, before, after: { ...before, standsOn: under } }
}
