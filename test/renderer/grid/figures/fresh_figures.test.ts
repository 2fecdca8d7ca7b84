/**
 * Which figures the grid takes for new: those that an edit touched, also where it starts a scenario, which has an engine of its own.
 */
import type { GridApi } from 'ag-grid-community'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Touched } from '../../../../renderer/grid/figures/figure_needs.ts'
import { freshFigures } from '../../../../renderer/grid/figures/fresh_figures.ts'
import { go } from '../../../../renderer/session/place/going.ts'
import type { GridRow } from '../../../../renderer/session/reading/rows.ts'
import { item, largeFiling, LEDGER, NET } from '../../../bench/large_filing.ts'
import { type Desk, openService, type Service } from '../../session/open_session.ts'

let service: Service
let desk: Desk
let changes: (Touched | undefined)[]
let draw: () => void

beforeEach(async () => {
  service = openService([largeFiling({ lines: 400, status: 'filed' })])
  desk = await service.openSession(`#/large/${LEDGER}`)
  changes = []
  const api = { refreshCells: () => undefined, getRowNode: () => undefined } as unknown as GridApi<GridRow>
  const figures = freshFigures(desk.session, api, LEDGER, {
    changed: (touched) => void changes.push(touched),
    isToBeTold: () => false,
  })
  draw = () => figures.draw()
})

afterEach(async () => {
  await desk.saved()
  await service.close()
})

it('the first edit of a filed filing, and the way back to as filed, touch what differs and no more', () => {
  desk.enter(item(0, 0), 'q1_2006', '7')
  const { filing, schedule, scenario } = desk.session.getState().place!
  expect(scenario).not.toBeNull()
  draw()
  go(desk.session, { filing, schedule, scenario: null })
  draw()
  for (const touched of changes.splice(0, 2)) {
    expect([...touched!.keys()]).toEqual(expect.arrayContaining([item(0, 0), NET]))
    expect(touched!.size).toBeLessThan(20)
  }
  expect(changes).toEqual([])
})

it('scenarios that differ in very much are taken for different throughout', () => {
  desk.enter(item(0, 0), 'q1_2006', '7')
  draw()
  const { filing, schedule, scenario } = desk.session.getState().place!
  const { cells } = desk.session.workbook().book.filing(filing)!.schedules[0]!
  const engine = desk.session.workbook().sheets.engine(filing, scenario)
  engine.apply(
    cells.map((cell) => ({ ...cell, input: '3' })),
    'scenario',
  )
  go(desk.session, { filing, schedule, scenario: null })
  draw()
  expect(changes.map((touched) => touched === undefined)).toEqual([false, true])
})
