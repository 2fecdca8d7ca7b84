/**
 * The book applies change sets as the file does, and an inverse takes them back whole.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBook, type Book } from '../../../../renderer/session/book/book.ts'
import { createSheets } from '../../../../renderer/session/book/sheets.ts'
import { visibleRows } from '../../../../renderer/session/reading/rows.ts'
import { inverse } from '../../../../shared/model/change_set.ts'
import type { Change } from '../../../../shared/model/changes/kinds.ts'
import type { Filing } from '../../../../shared/model/filing.ts'

const FILING: Filing = {
  id: 'small',
  title: 'Small',
  schedules: [
    {
      id: 'income',
      columns: [{ id: 'q1', label: 'Q1', kind: 'duration' }],
      lines: [
        { id: 'fees', label: 'Fees', kind: 'input', parent: 'total' },
        { id: 'interest', label: 'Interest', kind: 'input', parent: 'total' },
        { id: 'total', label: 'Total', kind: 'formula', formula: 'fees + interest' },
      ],
      cells: [
        { schedule: 'income', line: 'fees', column: 'q1', input: '10' },
        { schedule: 'income', line: 'interest', column: 'q1', input: '20' },
      ],
      facts: [{ line: 'fees', column: 'q1', origin: 'not_disclosed', completable: true }],
    },
  ],
}

function book(): Book {
  return readBook([
    {
      filing: FILING,
      comments: [],
      scenarios: [
        {
          id: 's1',
          name: 'Scenario 1',
          description: '',
          position: 1,
          cells: [{ schedule: 'income', line: 'fees', column: 'q1', input: '15' }],
        },
      ],
    },
  ])
}

function edit(scenario: string | null, line: string, before: string | null, after: string | null): Change {
  return { kind: 'cell', schedule: 'income', line, column: 'q1', scenario, before, after }
}

const TOTAL = { schedule: 'income', line: 'total', column: 'q1' }

/** The inputs of both layers and what they come to. */
function state(one: Book, sheets: ReturnType<typeof createSheets>): unknown[] {
  return [
    one.filing('small')!.schedules[0]!.cells.toSorted((a, b) => (a.line < b.line ? -1 : 1)),
    one.effectiveCells('small', 's1').toSorted((a, b) => (a.line < b.line ? -1 : 1)),
    ...['fees', 'interest', 'total'].flatMap((line) =>
      [null, 's1'].map((scenario) => String(sheets.engine('small', scenario).value({ ...TOTAL, line }))),
    ),
  ]
}

describe('the book and its engines', () => {
  it('takes many edits of one act as it takes them one by one', () => {
    const edits = fc.array(
      fc.record({
        line: fc.constantFrom('fees', 'interest'),
        after: fc.constantFrom(null, '', '1', '= interest * 2', '7'),
        scenario: fc.constantFrom(null, 's1'),
      }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(edits, (all) => {
        const changes = all.map(({ line, after, scenario }) => edit(scenario, line, null, after))
        const [whole, single] = [book(), book()]
        const [ofWhole, ofSingle] = [createSheets(whole), createSheets(single)]
        for (const sheets of [ofWhole, ofSingle]) for (const scenario of [null, 's1']) sheets.engine('small', scenario)
        whole.apply('small', changes)
        ofWhole.apply('small', changes)
        for (const change of changes) {
          single.apply('small', [change])
          ofSingle.apply('small', [change])
        }
        expect(state(whole, ofWhole)).toEqual(state(single, ofSingle))
      }),
    )
  })

  it('reads inputs by layer', () => {
    const one = book()
    const fees = { ...TOTAL, line: 'fees' }
    expect(one.input('small', null, fees)).toBe('10')
    expect(one.input('small', 's1', fees)).toBe('15')
    expect(one.input('small', 's1', { ...fees, line: 'interest' })).toBeNull()
    expect(one.scenarios('small')).toEqual([
      { id: 's1', name: 'Scenario 1', description: '', position: 1, inputCount: 1 },
    ])
  })

  it('keeps every engine in step: a base edit reaches each scenario, a scenario edit only its own', () => {
    const one = book()
    const sheets = createSheets(one)
    const apply = (changes: Change[]): void => {
      one.apply('small', changes)
      sheets.apply('small', changes)
    }
    const total = (scenario: string | null): string => String(sheets.engine('small', scenario).value(TOTAL))
    expect([total(null), total('s1')]).toEqual(['30', '35'])
    apply([edit(null, 'interest', '20', '21')])
    expect([total(null), total('s1')]).toEqual(['31', '36'])
    apply([edit('s1', 'fees', '15', null)])
    expect([total(null), total('s1')]).toEqual(['31', '31'])
    const made = { name: 'Two', description: '', position: 2 }
    apply([{ kind: 'scenario', scenario: 's2', before: null, after: made }, edit('s2', 'fees', null, '100')])
    expect([total(null), total('s1'), total('s2')]).toEqual(['31', '31', '121'])
    apply([edit('s2', 'fees', '100', null), { kind: 'scenario', scenario: 's2', before: made, after: null }])
    expect(one.hasScenario('small', 's2')).toBe(false)
  })

  it('keeps the source of a completed figure with its fact, and forgets it when taken back', () => {
    const one = book()
    const source = (): string | undefined => one.filing('small')!.schedules[0]!.facts![0]!.source
    one.apply('small', [edit(null, 'fees', '10', null)])
    const completed = [{ ...edit(null, 'fees', null, '11'), source: 'Form 10-K' } as Change]
    one.apply('small', completed)
    expect(source()).toBe('Form 10-K')
    one.apply('small', inverse(completed))
    expect(source()).toBeUndefined()
  })

  it('is as it was after any changes and their inverse', () => {
    const step = fc.record({
      line: fc.constantFrom('fees', 'interest'),
      base: fc.boolean(),
      text: fc.constantFrom('1', '2', null),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const one = book()
        const look = (): unknown => [
          one
            .scenarioCells('small', 's1')
            .map(({ line, input }) => `${line}=${input}`)
            .toSorted((a, b) => a.localeCompare(b, 'en')),
          ['fees', 'interest'].map((line) => one.input('small', null, { ...TOTAL, line })),
        ]
        const before = look()
        const done: Change[] = []
        for (const { line, base, text } of steps) {
          const scenario = base ? null : 's1'
          const change = edit(scenario, line, one.input('small', scenario, { ...TOTAL, line }), text)
          one.apply('small', [change])
          done.push(change)
        }
        one.apply('small', inverse(done))
        expect(look()).toEqual(before)
      }),
    )
  })
})

describe('visible rows', () => {
  it('leaves out the details of a folded line and nothing else', () => {
    const schedule = FILING.schedules[0]!
    const open = visibleRows('small', schedule, new Set())
    expect(open.map(({ line, depth, hasDetails }) => [line.id, depth, hasDetails])).toEqual([
      ['fees', 1, false],
      ['interest', 1, false],
      ['total', 0, true],
    ])
    const folded = visibleRows('small', schedule, new Set(['small/income/total']))
    expect(folded.map(({ line, folded: isFolded }) => [line.id, isFolded])).toEqual([['total', true]])
  })
})

function listed(filing: Filing): string[] {
  return filing.schedules[0]!.cells.map(({ line, column, input }) => `${line}@${column}=${input}`).toSorted((a, b) =>
    a.localeCompare(b, 'en'),
  )
}

describe('what a base edit leaves', () => {
  const LINES = ['fees', 'interest', 'rent', 'gains']
  const step = fc.record({
    line: fc.constantFrom(...LINES),
    column: fc.constantFrom('q1', 'q2'),
    text: fc.constantFrom('1', '2', '', null),
  })

  function wide(): Book {
    const [schedule] = FILING.schedules
    const columns = ['q1', 'q2'].map((id) => ({ id, label: id, kind: 'duration' as const }))
    const lines = LINES.map((id) => ({ id, label: id, kind: 'input' as const }))
    return readBook([
      { filing: { ...FILING, schedules: [{ ...schedule!, columns, lines }] }, comments: [], scenarios: [] },
    ])
  }

  it('lists each input once, as a plain list of them would, and leaves every filing handed out as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), (acts) => {
        const one = wide()
        const plain = new Map([
          ['fees@q1', '10'],
          ['interest@q1', '20'],
        ])
        const handedOut: { filing: Filing; inputs: string[] }[] = []
        for (const act of acts) {
          handedOut.push({ filing: one.filing('small')!, inputs: listed(one.filing('small')!) })
          one.apply(
            'small',
            act.map(({ line, column, text }) => ({
              kind: 'cell',
              schedule: 'income',
              line,
              column,
              scenario: null,
              before: null,
              after: text,
            })),
          )
          for (const { line, column, text } of act) {
            if (text === null) plain.delete(`${line}@${column}`)
            else plain.set(`${line}@${column}`, text)
          }
          const inputs = [...plain]
            .map(([name, text]) => `${name}=${text}`)
            .toSorted((a, b) => a.localeCompare(b, 'en'))
          expect(listed(one.filing('small')!)).toEqual(inputs)
          for (const line of LINES) {
            for (const column of ['q1', 'q2']) {
              const ref = { schedule: 'income', line, column }
              expect(one.input('small', null, ref)).toBe(plain.get(`${line}@${column}`) ?? null)
            }
          }
        }
        for (const { filing, inputs } of handedOut) expect(listed(filing)).toEqual(inputs)
      }),
    )
  })

  it('reads the inputs of a schedule that was made, and none of one that was removed', () => {
    const one = wide()
    const [schedule] = one.filing('small')!.schedules
    const ref = { schedule: 'income', line: 'fees', column: 'q1' }
    const removed: Change[] = [
      { kind: 'schedule', schedule: 'income', before: { definition: schedule!, at: 0 }, after: null },
    ]
    one.apply('small', removed)
    expect(one.input('small', null, ref)).toBeNull()
    one.apply('small', inverse(removed))
    expect(one.input('small', null, ref)).toBe('10')
    one.apply('small', [edit(null, 'fees', '10', '11')])
    expect(one.input('small', null, ref)).toBe('11')
    expect(listed(one.filing('small')!)).toEqual(['fees@q1=11', 'interest@q1=20'])
  })
})
