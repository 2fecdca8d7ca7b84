/**
 * Estimate against return: what the return changes lands where a later filing opened with the estimate, in schedules of tax only; a draft takes it with its new
 * source, and agrees then. Figures are made up and worked out beside the expectations.
 */
import { expect, test } from 'vitest'
import { isReturn, landings, takenFromReturn, type LaterFiling } from '../../../shared/analysis/true_ups.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { carriedSources } from '../../../shared/checks/carried.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { cellName, readCellName } from '../../../shared/model/cell.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { plain } from '../../../shared/money/decimal.ts'
import { isAmount, type Value } from '../../../shared/calc/value.ts'
import { NEXT, REPORT, RETURN } from './return_filings.ts'

const ESTIMATES = new Set([REPORT.id])

function side(filing: Filing, all: readonly Filing[] = []): LaterFiling {
  const engine = createEngine(filing)
  const of = (id: string) => all.find((one) => one.id === id)
  const carried = carriedSources(filing, (id) => {
    const found = of(id)
    return found && { filing: found, value: (ref) => createEngine(found).value(ref, 'base') }
  })
  return { filing, value: (ref) => engine.value(ref, 'base'), carried }
}

function text(value: Value): string {
  return isAmount(value) ? plain(value) : ''
}

test('a return stands behind another document of its period', () => {
  expect(isReturn(REPORT, RETURN)).toBe(true)
  expect(isReturn(RETURN, REPORT)).toBe(false)
  expect(isReturn(NEXT, RETURN)).toBe(false)
})

test('the true-up lands in the layer of the loss and in the inventory, and leaves equity', () => {
  const found = landings(side(RETURN), ESTIMATES, [side(NEXT, [REPORT])])
  expect(found.map(({ filing }) => filing.id)).toEqual(['q1_2008'])
  expect(
    found[0]!.trueUps.map(({ at, stands, becomes }) => `${cellName(at)}: ${text(stands)} to ${text(becomes)}`),
  ).toEqual([
    // 50 opened, 700 added, 300 or 420 deducted.
    'temporary_differences.loan_losses_opening@m3_2008: 450 to 330',
    // A loss of 900 less 700 and more 300 or 420.
    'nol.layer_1@opening: 500 to 620',
    // 80 accumulated less the loss.
    'earnings_and_profits.accumulated_ep@fy_2008: -420 to -540',
  ])
})

test('what a draft takes it shows with the return as its source, and nothing is left to land', () => {
  const [landing] = landings(side(RETURN), ESTIMATES, [side(NEXT, [REPORT])])
  const before = createEngine(NEXT)
  const changes = takenFromReturn(landing!, RETURN, (ref) => before.input(ref, 'base'))
  expect(changes.map(({ kind }) => kind)).toEqual(['cell', 'fact', 'cell', 'fact', 'cell', 'fact'])
  const taken: Filing = {
    ...NEXT,
    schedules: NEXT.schedules.map((one) => {
      const own = changes.filter(({ schedule }) => schedule === one.id)
      const cells = one.cells.map((cell) => {
        const edit = own.find(
          (change) => change.kind === 'cell' && change.line === cell.line && change.column === cell.column,
        )
        return edit?.kind === 'cell' ? { ...cell, input: edit.after } : cell
      })
      const facts = (one.facts ?? []).map((fact) => {
        const edit = own.find(
          (change) => change.kind === 'fact' && change.line === fact.line && change.column === fact.column,
        )
        return edit?.kind === 'fact' && edit.after ? edit.after : fact
      })
      return { ...one, cells, ...(one.facts && { facts }) }
    }),
  }
  const after = side(taken, [REPORT, RETURN])
  expect(landings(side(RETURN), ESTIMATES, [after])).toEqual([])
  const open = tieOuts(taken, createEngine(taken), new Set(), after.carried).filter(
    ({ kind, status }) => kind === 'carried' && status === 'fail',
  )
  expect(open).toEqual([])
  expect(text(after.value(readCellName('nol.layer_1@opening')!))).toBe('620')
})
