/**
 * What is printed of a scenario that stands on another: the figures that the screen shows.
 */
import { describe, expect, it } from 'vitest'
import { asSet, documentMakers, prepareDocuments } from '../../../shared/print/prepare.ts'
import type { Snapshot } from '../../../shared/contract/contract.ts'
import type { PrintAddress } from '../../../shared/print/address.ts'
import { filings } from '../../db/workbook_fixture.ts'

function provision(input: string) {
  return { schedule: 'income', line: 'provision', column: 'q3', input }
}

const SNAPSHOT: Snapshot = {
  name: 'Books.tieout',
  path: 'Books.tieout',
  shell: 'browser',
  productVersion: '0.1.0',
  author: 'A. Controller',
  number: 3,
  undo: null,
  redo: null,
  registrants: [],
  view: {},
  notices: [],
  filings: [
    {
      filing: filings()[0]!,
      scenarios: [
        { id: 'base_case', name: 'Base case', description: '', position: 1, cells: [provision('800000')] },
        { id: 'downside', name: 'Downside', description: '', position: 2, standsOn: 'base_case', cells: [] },
      ],
      comments: [],
    },
  ],
}

function printed(scenario: string | null, snapshot = SNAPSHOT, setUp: PrintAddress['setUp'] = {}): string {
  const address: PrintAddress = {
    filing: 'press_release',
    schedules: ['income'],
    scenario,
    mode: 'workpaper',
    details: 'changed',
    setUp,
  }
  return JSON.stringify(prepareDocuments(snapshot, address, '2026-03-04T12:00:00.000Z'))
}

describe('printing', () => {
  it('prints the inputs of the whole chain', () => {
    expect(printed(null)).toContain('789,445')
    expect(printed('downside')).toContain('800,000')
    expect(printed('downside')).toContain('Hypothetical: Downside')
    expect(printed('base_case')).toContain('800,000')
  })

  it('sets apostrophes as print does, and leaves what is stored as it was typed', () => {
    const [stored] = SNAPSHOT.filings
    const [schedule] = stored!.filing.schedules
    const titled = { ...schedule!, title: "Stockholders' equity", caption: "(the parent's)" }
    const filing = { ...stored!.filing, schedules: [titled] }
    const text = printed(null, { ...SNAPSHOT, filings: [{ ...stored!, filing }] })
    expect(text).toContain('"title":"Stockholders’ equity"')
    expect(text).toContain('(the parent’s)')
    expect(titled.title).toBe("Stockholders' equity")
  })

  it('prints all schedules of the filing in their order where that is chosen', () => {
    const titles = (setUp: PrintAddress['setUp']): string[] =>
      [...printed(null, SNAPSHOT, setUp).matchAll(/"schedule":"(\w+)","registrant"/g)].map((match) => match[1]!)
    const all = SNAPSHOT.filings[0]!.filing.schedules.map(({ id }) => id)
    expect(all.length).toBeGreaterThan(1)
    expect(titles({})).toEqual(['income'])
    expect(titles({ extent: 'filing' })).toEqual(all)
  })

  it('prints nothing of a filing that was deleted, and says so', () => {
    const [stored] = SNAPSHOT.filings
    const filing = { ...stored!.filing, deleted: true as const }
    const deleted: Snapshot = { ...SNAPSHOT, filings: [{ ...stored!, filing }] }
    expect(printed(null, deleted)).toBe(
      '{"kind":"failed","message":"“Press release” was deleted. Undo brings it back."}',
    )
  })
})

describe('the figures of a set', () => {
  const LINES = 30
  const schedules = ['first', 'second', 'third', 'fourth', 'fifth'].map((id) => ({
    id,
    title: `Pools, ${id}`,
    columns: [{ id: 'q3', label: 'Q3 2007', kind: 'duration' as const }],
    lines: [
      ...Array.from({ length: LINES }, (_, at) => ({ id: `pool_${at}`, label: `Pool ${at}`, kind: 'input' as const })),
      { id: 'total', label: 'Total', kind: 'formula' as const, formula: `= sum(pool_0..pool_${LINES - 1})` },
    ],
    cells: Array.from({ length: LINES }, (_, at) => ({
      schedule: id,
      line: `pool_${at}`,
      column: 'q3',
      input: String(at + 1),
    })),
  }))
  const filing = { id: 'pools', title: 'Pools', status: 'draft' as const, schedules }
  const held = { ...SNAPSHOT, filings: [{ filing, scenarios: [], comments: [] }] }
  const address: PrintAddress = {
    filing: 'pools',
    schedules: ['first'],
    scenario: null,
    mode: 'workpaper',
    details: 'changed',
    setUp: { extent: 'filing' },
  }
  const TIME = '2026-03-04T12:00:00.000Z'

  it('are computed line by line, counted up by schedules, and are the same as at once', () => {
    const told: string[] = []
    const steps = documentMakers(held, address, TIME)
    let step = steps.next()
    for (; !step.done; step = steps.next()) told.push(`${step.value!.done} of ${step.value!.of}`)
    // A line is bound and a line is tied out in a step of its own.
    expect(told.length).toBeGreaterThan(2 * 5 * LINES)
    expect([...new Set(told)]).toEqual(['0 of 5', '1 of 5', '2 of 5', '3 of 5', '4 of 5'])
    expect(told).toEqual(told.toSorted())
    const makers = step.value.kind === 'makers' ? step.value.makers : expect.unreachable('Nothing to make.')
    expect(asSet(makers.map((make) => make()))).toEqual(prepareDocuments(held, address, TIME))
    expect(JSON.stringify(prepareDocuments(held, address, TIME))).toContain('465')
  })

  it('of a filing that is not there are told at the first step', () => {
    expect(documentMakers(held, { ...address, filing: 'gone' }, TIME).next()).toEqual({
      done: true,
      value: { kind: 'failed', message: 'The workbook has no filing gone.' },
    })
  })
})
