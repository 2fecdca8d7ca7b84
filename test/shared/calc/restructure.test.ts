/**
 * Another structure taken over: whatever came, went, moved or is read otherwise, the engine and every scenario over its base are what
 * they would be if they were built afresh, and what does not differ is not read again.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellInput, Column, Filing, Line, Schedule } from '../../../shared/model/filing.ts'
import { inputsBetween } from '../../../shared/model/inputs_apart.ts'
import { Choices, numbers, runs } from './choices.ts'
import { edits, filing as randomFiling } from './random_filing.ts'
import { LAYERS, Standing, both, cellsOf, changeTexts, differences, snapshot, valueText } from './snapshots.ts'

const COUNT = 3

/** Everything that an engine tells: values, what reads what, and the inputs of its scenario. */
function told(engine: Engine): unknown {
  const cells = cellsOf(engine.filing())
  return {
    values: both(engine),
    inputs: engine.scenarioInputs(),
    links: LAYERS.map((layer) =>
      cells.map((ref) =>
        [engine.precedents(ref, layer), engine.dependents(ref, layer)].map((list) => list.map(cellName)),
      ),
    ),
  }
}

/** The filing with some lines, columns and schedules moved, taken out, or read otherwise, as another one has them. */
function mixed(choices: Choices, at: Filing, other: Filing): Filing {
  const items = <T extends { id: string }>(own: readonly T[], others: readonly T[]): T[] => {
    const kept = own
      .filter(() => !choices.chance(10))
      .map((one) => {
        return choices.chance(15) ? (others.find(({ id }) => id === one.id) ?? one) : one
      })
    if (kept.length === 0) kept.push(own[0]!)
    const added = others.filter(({ id }) => choices.chance(40) && !kept.some((one) => one.id === id))
    for (const one of added) kept.splice(choices.upTo(kept.length), 0, one)
    if (kept.length > 1 && choices.chance(40)) {
      const [moved] = kept.splice(choices.upTo(kept.length - 1), 1)
      kept.splice(choices.upTo(kept.length), 0, moved!)
    }
    return kept
  }
  const schedules = items(at.schedules, other.schedules).map((schedule): Schedule => {
    const there = other.schedules.find(({ id }) => id === schedule.id) ?? schedule
    const next = choices.chance(30)
      ? schedule
      : {
          ...schedule,
          lines: choices.chance(70) ? items<Line>(schedule.lines, there.lines) : schedule.lines,
          columns: choices.chance(50) ? items<Column>(schedule.columns, there.columns) : schedule.columns,
        }
    return choices.chance(50)
      ? next
      : { ...next, cells: [...next.cells, ...there.cells].filter(() => !choices.chance(10)) }
  })
  return { ...at, schedules: schedules.map((one) => ({ ...one, cells: standing(one) })) }
}

/** The inputs of cells that the schedule has, each once. */
function standing({ cells, lines, columns }: Schedule): CellInput[] {
  const there = cells.filter(
    (cell) => lines.some(({ id }) => id === cell.line) && columns.some(({ id }) => id === cell.column),
  )
  return [...new Map(there.map((cell) => [`${cell.line}@${cell.column}`, cell])).values()]
}

test('after any structures and edits through any of them, each of several scenarios equals one built afresh', () => {
  fc.assert(
    fc.property(numbers(900), numbers(600), numbers(120), (structure, acts, whose) => {
      const [make, choice] = [new Choices(structure), new Choices(whose)]
      let at = randomFiling(make)
      const first = createEngine(at)
      const engines = [first, first.layer([]), first.layer([])]
      let standings = engines.map(() => new Standing(at))
      const history = new Choices(acts)
      for (let step = 0; step < 4; step++) {
        for (const edit of edits(history, at, 4)) {
          const i = choice.upTo(COUNT - 1)
          engines[i]!.apply(edit.inputs, edit.layer)
          for (const [n, standing] of standings.entries()) if (n === i || edit.layer === 'base') standing.apply(edit)
        }
        const next = mixed(make, standings[0]!.base(), randomFiling(make))
        const before = engines.map((engine) => snapshot(engine, 'scenario'))
        const i = choice.upTo(COUNT - 1)
        // What differs is enough to be told, and so is the whole.
        const inputs = choice.chance(60) ? inputsBetween(standings[0]!.base(), next) : undefined
        const changes = changeTexts(engines[i]!.restructure(next, inputs))
        standings = standings.map((standing) => {
          const now = new Standing(next)
          const cells = new Set(cellsOf(next).map(cellName))
          const kept = standing.scenario().filter((input) => cells.has(cellName(input)))
          if (kept.length > 0) now.apply({ layer: 'scenario', inputs: kept })
          return now
        })
        for (const [n, engine] of engines.entries()) {
          expect(told(engine)).toEqual(told(createEngine(standings[n]!.base(), standings[n]!.scenario())))
        }
        const now = snapshot(engines[i]!, 'scenario')
        const gone = [...before[i]!].filter(([name, old]) => old !== '' && !now.has(name))
        expect(changes).toEqual([...differences(before[i]!, now), ...gone.map(([name, old]) => `${name}: ${old} -> `)])
        at = next
      }
    }),
    runs(250),
  )
})

test('a structure that is supposed is like one that stands, and leaves no trace in any scenario', () => {
  fc.assert(
    fc.property(numbers(900), numbers(600), numbers(120), (structure, acts, whose) => {
      const [make, choice, history] = [new Choices(structure), new Choices(whose), new Choices(acts)]
      const at = randomFiling(make)
      const first = createEngine(at)
      const engines = [first, first.layer([]), first.layer([])]
      const base = new Standing(at)
      for (const edit of edits(history, at, 6)) {
        engines[choice.upTo(COUNT - 1)]!.apply(edit.inputs, edit.layer)
        if (edit.layer === 'base') base.apply(edit)
      }
      const next = mixed(make, base.base(), randomFiling(make))
      const before = engines.map(told)
      const values = engines.map((engine) => snapshot(engine, 'scenario'))
      const marks = engines.map((engine) => engine.mark())
      let isHeard = false
      for (const engine of engines) engine.watch(() => (isHeard = true))
      const i = choice.upTo(COUNT - 1)
      engines[i]!.supposeFiling(next, base.base(), () => {
        for (const [n, engine] of engines.entries()) {
          expect(told(engine)).toEqual(told(createEngine(next, engine.scenarioInputs())))
          const now = snapshot(engine, 'scenario')
          const moved = [...values[n]!].filter(([name, was]) => now.has(name) && now.get(name) !== was)
          const found = marks[n]!().map(({ at: ref, value }): [string, string] => [cellName(ref), valueText(value)])
          expect(new Map(found)).toEqual(new Map(moved))
        }
        for (const edit of edits(history, next, 3)) engines[choice.upTo(COUNT - 1)]!.apply(edit.inputs, edit.layer)
      })
      expect(engines.map(told)).toEqual(before)
      expect(isHeard).toBe(false)
    }),
    runs(120),
  )
})

test('a structure with an id twice is refused, and nothing changes', () => {
  fc.assert(
    fc.property(numbers(600), numbers(600), (one, other) => {
      const filing = randomFiling(new Choices(one))
      const engine = createEngine(filing)
      const before = told(engine)
      const next = randomFiling(new Choices(other))
      const last = next.schedules.at(-1)!
      const doubled = { ...last, lines: [...last.lines, last.lines[0]!] }
      const twice = { ...next, schedules: [...next.schedules.slice(0, -1), doubled] }
      expect(() => engine.restructure(twice)).toThrow('twice')
      expect(told(engine)).toEqual(before)
      engine.restructure(next)
      expect(told(engine)).toEqual(told(createEngine(next)))
    }),
    runs(60),
  )
})

const LINES = 400

/** Lines that count how often what they say is read. */
class Counted {
  reads = 0
  readonly lines: Line[]

  constructor() {
    this.lines = Array.from({ length: LINES }, (_, n) =>
      this.line(`l${n}`, n % 10 === 9 ? `= sum(l${n - 9}..l${n - 1})` : undefined),
    )
  }

  line(id: string, formula?: string): Line {
    const read = (): void => void this.reads++
    return {
      id,
      label: id,
      get kind() {
        read()
        return formula === undefined ? ('input' as const) : ('formula' as const)
      },
      get formula() {
        read()
        return formula
      },
    }
  }
}

test('what a line put in does not touch is not read again', () => {
  const counted = new Counted()
  const columns = ['a', 'b', 'c', 'd'].map((id): Column => ({ id, label: id, kind: 'duration' }))
  const cells = counted.lines.flatMap(({ id }, n) =>
    n % 10 === 9 ? [] : columns.map((column) => ({ schedule: 's', line: id, column: column.id, input: `${n}` })),
  )
  const filing: Filing = { id: 'f', title: 'F', schedules: [{ id: 's', columns, lines: counted.lines, cells }] }
  const engine = createEngine(filing)
  counted.reads = 0
  const put = counted.line('put')
  const lines = counted.lines.toSpliced(203, 0, put)
  const entered = { schedule: 's', line: 'put', column: 'a', input: '1000' }
  const next = { ...filing, schedules: [{ ...filing.schedules[0]!, lines, cells: [...cells, entered] }] }
  const changes = engine.restructure(next, [entered])
  expect(changeTexts(changes)).toEqual(['s.put@a:  -> 1000', 's.l209@a: 1836 -> 2836'])
  // The new line in its columns, and the lines of one range.
  expect(counted.reads).toBeLessThan(200)
  counted.reads = 0
  engine.restructure(filing, [])
  expect(valueText(engine.value({ schedule: 's', line: 'l209', column: 'a' }))).toBe('1836')
  expect(counted.reads).toBeLessThan(200)
  expect(told(engine)).toEqual(told(createEngine(filing)))
})

function items<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(n))
}

test('a schedule of very many cells comes and goes', () => {
  const [lines, columns] = [3_000, 60]
  const wide: Schedule = {
    id: 'wide',
    columns: items(columns, (n) => ({ id: `c${n}`, label: `${n}`, kind: 'duration' })),
    lines: items(lines, (n) => ({
      id: `l${n}`,
      label: `${n}`,
      kind: 'formula',
      formula: n === 0 ? '= 1' : `= l${n - 1}`,
    })),
    cells: [],
  }
  const small: Schedule = {
    id: 'small',
    columns: wide.columns.slice(0, 1),
    lines: [{ id: 'last', label: 'Last', kind: 'formula', formula: `= iferror(wide.l${lines - 1}@c59, 0)` }],
    cells: [],
  }
  const without: Filing = { id: 'f', title: 'F', schedules: [small] }
  const engine = createEngine(without)
  const last = { schedule: 'small', line: 'last', column: 'c0' }
  const shown = [{ ...without, schedules: [small, wide] }, without, { ...without, schedules: [wide, small] }].map(
    (next) => {
      engine.restructure(next, [])
      return valueText(engine.value(last))
    },
  )
  expect(shown).toEqual(['1', '0', '1'])
})

test('a cycle names its members in the order of the filing also after a column was moved, in the base and in a scenario', () => {
  const line = { id: 'a', label: 'a', kind: 'formula' as const, formula: '= a@q1 + a@q2' }
  const columns = ['q1', 'q2'].map((id) => ({ id, label: id, kind: 'duration' as const }))
  const filing: Filing = { id: 'f', title: 'f', schedules: [{ id: 's', columns, lines: [line], cells: [] }] }
  const engine = createEngine(filing, [])
  const next = { ...filing, schedules: [{ ...filing.schedules[0]!, columns: columns.toReversed() }] }
  engine.restructure(next, [])
  for (const layer of ['base', 'scenario'] as const) {
    const value = engine.value({ schedule: 's', line: 'a', column: 'q1' }, layer)
    expect(value).toMatchObject({ code: '#CYCLE!', members: ['s.a@q2', 's.a@q1'] })
  }
})
