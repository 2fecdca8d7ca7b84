/**
 * What is printed of a scenario that stands on another: the figures that the screen shows.
 */
import { describe, expect, it } from 'vitest'
import { prepareDocuments } from '../../../shared/print/prepare.ts'
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
