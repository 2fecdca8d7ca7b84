/**
 * What the tests of db/ share: a folder of their own, small filings, change sets, a clock that stands still.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { WorkbookFailure } from '../../db/failure.ts'
import type { ExportPiece } from '../../db/log_export.ts'
import type { Workbook, WorkbookOptions } from '../../db/workbook.ts'
import type { CellEdit } from '../../shared/model/changes/cell.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import type { ScenarioDefinition, ScenarioEdit } from '../../shared/model/changes/scenario.ts'
import type { Filing } from '../../shared/model/filing.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A path for a workbook in a new folder, which is removed after the test. */
export function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-db-'))
  folders.push(folder)
  return join(folder, 'Books.tieout')
}

const NOON = '2026-03-04T12:00:00.000Z'

export function options(more: Partial<WorkbookOptions> = {}): WorkbookOptions {
  return { now: () => new Date(NOON), author: 'A. Controller', productVersion: '0.1.0', ...more }
}

/** A filed filing with a heading, a confined line, an `all` column, a completable cell; and a draft. */
export function filings(): Filing[] {
  const filed: Filing = {
    id: 'press_release',
    title: 'Press release',
    registrant: 'Example Mortgage Holdings',
    status: 'filed',
    periodEnd: '2007-09-30',
    schedules: [
      {
        id: 'income',
        title: 'Operations',
        kind: 'income',
        columns: [
          { id: 'q3', label: 'Q3 2007', kind: 'duration' },
          { id: 'q2', label: 'Q2 2007', kind: 'duration' },
          { id: 'variance', label: 'Variance', kind: 'computed', formula: '@q3 - @q2', all: true },
        ],
        lines: [
          { id: 'expenses', label: 'Expenses', kind: 'heading' },
          { id: 'provision', label: 'Provision for loan losses', kind: 'input', deduction: true },
          { id: 'fee', label: 'Termination fee', kind: 'input', only: ['q3'] },
          { id: 'net', label: 'Net loss', kind: 'formula', formula: '0 - provision - fee', rule: 'double' },
        ],
        cells: [
          { schedule: 'income', line: 'provision', column: 'q3', input: '789445' },
          { schedule: 'income', line: 'provision', column: 'q2', input: '184211' },
          { schedule: 'income', line: 'fee', column: 'q3', input: '(1,250)' },
        ],
        facts: [{ line: 'net', column: 'q3', origin: 'published', perSource: '-788195' }],
      },
      {
        id: 'equity',
        columns: [{ id: 'opening', label: '12/31/2006', kind: 'instant', end: '2006-12-31' }],
        lines: [{ id: 'total', label: 'Total stockholders’ equity', kind: 'input' }],
        cells: [],
        facts: [{ line: 'total', column: 'opening', origin: 'not_disclosed', completable: true }],
      },
    ],
  }
  const draft: Filing = {
    id: 'plan',
    title: 'Plan for 2008',
    status: 'draft',
    schedules: [
      {
        id: 'income',
        columns: [{ id: 'fy', label: '2008', kind: 'duration' }],
        lines: [
          { id: 'a', label: 'A', kind: 'input' },
          { id: 'b', label: 'B', kind: 'input' },
        ],
        cells: [{ schedule: 'income', line: 'a', column: 'fy', input: '= b * 2' }],
      },
    ],
  }
  return [filed, draft]
}

/** An edit of line `a` or `b` of the draft's base. */
export function draftEdit(line: 'a' | 'b', before: string | null, after: string | null): CellEdit {
  return { kind: 'cell', scenario: null, schedule: 'income', line, column: 'fy', before, after }
}

/** An edit of the provision of the filed filing; in a scenario unless `scenario` is null. */
export function provisionEdit(scenario: string | null, before: string | null, after: string | null): CellEdit {
  return { kind: 'cell', scenario, schedule: 'income', line: 'provision', column: 'q3', before, after }
}

export function scenarioEdit(
  scenario: string,
  before: ScenarioDefinition | null,
  after: ScenarioDefinition | null,
): ScenarioEdit {
  return { kind: 'scenario', scenario, before, after }
}

export function named(name: string, more: Partial<ScenarioDefinition> = {}): ScenarioDefinition {
  return { name, description: '', position: 0, ...more }
}

export function set(filing: string, ...changes: Change[]): ChangeSet {
  return { id: randomUUID(), filing, title: 'A change', place: null, changes }
}

/** The failure that the act throws; anything else fails the test. */
export function failure(act: () => unknown): WorkbookFailure {
  try {
    act()
  } catch (error) {
    if (error instanceof WorkbookFailure) return error
    throw error
  }
  throw new Error('Nothing was thrown')
}

/** As `failure`, of what is awaited. */
export async function rejection(work: Promise<unknown>): Promise<WorkbookFailure> {
  try {
    await work
  } catch (error) {
    if (error instanceof WorkbookFailure) return error
    throw error
  }
  throw new Error('Nothing was thrown')
}

/** The whole change log as CSV text. */
export function wholeLog(workbook: Workbook): string {
  let piece: ExportPiece = workbook.exportLog()
  let text = piece.text
  while (piece.next) {
    piece = workbook.exportLog(piece.next)
    text += piece.text
  }
  return text
}
