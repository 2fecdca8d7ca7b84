/** The calls of stored scenarios through the service: revert, history, filtered log and export, as the contract has them. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { browserCalls } from '../../electron/browser/calls.ts'
import { createDownloads } from '../../electron/browser/downloads.ts'
import { createDispatch, createService, type Dispatch } from '../../electron/service/service.ts'
import { createKeeper, type WorkbookKeeper } from '../../electron/service/workbook_keeper.ts'
import type { CallName } from '../../shared/contract/calls.ts'
import { answerSchema, type Answer, type Failure, type Response } from '../../shared/contract/contract.ts'
import type { ScenarioDefinition } from '../../shared/model/changes/scenario.ts'
import { DRAFT, interest, OPTIONS, temporaryFolder } from './workbooks.ts'

const downloads = createDownloads()
let place: ReturnType<typeof temporaryFolder>
let keeper: WorkbookKeeper
let dispatch: Dispatch
let faults: unknown[]

beforeEach(() => {
  place = temporaryFolder()
  faults = []
  const report = (fault: unknown): void => void faults.push(fault)
  keeper = createKeeper({
    path: place.file('My books.tieout'),
    filings: () => [DRAFT],
    noFile: 'make',
    workbook: OPTIONS,
    report,
  })
  const shellCalls = browserCalls(keeper, downloads)
  const service = createService({ keeper, shell: 'browser', productVersion: '1.2.3', shellCalls, emit: () => {} })
  dispatch = createDispatch(service, report)
})

afterEach(async () => {
  await keeper.close()
  place.clear()
  expect(faults).toEqual([])
})

async function answer<N extends CallName>(name: N, request: unknown): Promise<Answer<N>> {
  return answerSchema(name).parse(await dispatch(name, request)) as Answer<N>
}

async function value<N extends CallName>(name: N, request: unknown): Promise<Response<N>> {
  const given = await answer(name, request)
  if (!given.ok) throw new Error(`${name}: ${given.failure.message}`)
  return given.value
}

async function failure(name: CallName, request: unknown): Promise<Failure> {
  const given = await answer(name, request)
  if (given.ok) throw new Error(`${name} did not fail`)
  return given.failure
}

const cell = { schedule: 'income', line: 'interest', column: 'q1' }

function scenarioSet(scenario: string, before: ScenarioDefinition | null, after: ScenarioDefinition | null): unknown {
  const changes = [{ kind: 'scenario', scenario, before, after }]
  return { changeSet: { id: crypto.randomUUID(), filing: DRAFT.id, title: 'Scenario', place: null, changes } }
}

test('an edit is reverted by a new one, which undo takes back', async () => {
  const { number } = await value('commit', { changeSet: interest('100', '250') })
  const reverted = await value('revert', { number })
  expect(reverted).toMatchObject({
    number: number + 1,
    reverses: number,
    undo: { number: number + 1, title: `Reverted change ${number}: Interest, Q1: 100 to 250` },
    redo: null,
    changeSet: { filing: DRAFT.id, changes: [{ ...cell, before: '250', after: '100' }] },
  })
  expect(await failure('revert', { number })).toEqual({
    kind: 'refused',
    message: 'Change 2 was reverted by change 3 already. Nothing was changed.',
  })
  const undone = await value('undo', { expect: reverted.number })
  expect(undone.redo?.number).toBe(reverted.number)
})

test('the history of a cell and the log of it agree', async () => {
  await value('commit', { changeSet: interest('100', '250') })
  await value('undo', { expect: 2 })
  const { entries } = await value('history', { filing: DRAFT.id, ...cell })
  expect(entries).toMatchObject([
    { number: 3, kind: 'undo', scenario: null, before: '250', after: '100', author: 'controller', undone: false },
    { number: 2, kind: 'edit', scenario: null, before: '100', after: '250', reverses: null, undone: true },
  ])
  expect((await value('history', { filing: DRAFT.id, ...cell, scenario: 'none' })).entries).toEqual([])
  expect((await value('history', { filing: DRAFT.id, ...cell, scenario: null, limit: 1 })).entries).toHaveLength(1)
  const log = await value('log', { limit: 10, filing: DRAFT.id, cell })
  expect(log.entries.map(({ number }) => number)).toEqual([3, 2])
})

test('chains and locks cross the contract both ways', async () => {
  const low = { name: 'Low', description: '', position: 0 }
  const high = { name: 'High', description: '', position: 1, standsOn: 'low' }
  await value('commit', scenarioSet('low', null, low))
  await value('commit', scenarioSet('high', null, high))
  await value('commit', scenarioSet('low', low, { ...low, locked: true }))
  const { filings } = await value('load', {})
  expect(filings[0]?.scenarios).toEqual([
    { id: 'low', ...low, locked: true, cells: [] },
    { id: 'high', ...high, cells: [] },
  ])
  expect(await failure('commit', scenarioSet('low', { ...low, locked: true }, null))).toEqual({
    kind: 'refused',
    message: '“Low” is locked. Unlock it first, or duplicate it.',
  })
})

test.each<[CallName, unknown]>([
  ['revert', {}],
  ['revert', { number: -1 }],
  ['revert', { number: 2, expect: 2 }],
  ['history', { filing: 'x', schedule: 'x', line: 'x' }],
  ['history', { filing: 'x', ...cell, scenario: 7 }],
  ['history', { filing: 'x', ...cell, limit: 501 }],
  ['log', { limit: 5, cell: { line: 'x' } }],
  ['log', { limit: 5, filing: 'No id' }],
  ['export_log', { filing: 'x' }],
])('a malformed %s is invalid', async (name, request) => {
  expect((await failure(name, request)).kind).toBe('invalid')
})
