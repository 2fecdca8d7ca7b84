/**
 * Versions of a filing: its figures as they were filed are kept for good, whatever comes later, and are found out where the file was
 * tampered with.
 */
import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFile } from '../../db/open.ts'
import { connect } from '../../db/connection.ts'
import { MIGRATIONS } from '../../db/migrate.ts'
import { createWorkbook, openWorkbook, type Workbook } from '../../db/workbook.ts'
import { keptFigures, keptValue, recomputedOtherwise } from '../../shared/analysis/kept_figures.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { headOfFiling } from '../../shared/model/lookup.ts'
import { plain, type Decimal } from '../../shared/money/decimal.ts'
import { runs } from '../shared/calc/choices.ts'
import { draftEdit, failure, filings, newPath, options, set } from './workbook_fixture.ts'

function filingNow(workbook: Workbook, id = 'plan'): Filing {
  return workbook.read().filings.find(({ filing }) => filing.id === id)!.filing
}

/** The filing filed, or reopened with a reason. */
function status(workbook: Workbook, to: 'filed' | 'draft', id = 'plan'): Change {
  const stored = workbook.read().filings
  const at = stored.findIndex(({ filing }) => filing.id === id)
  const head = headOfFiling(stored[at]!.filing)
  return {
    kind: 'filing',
    before: { definition: head, at },
    after: { definition: { ...head, status: to }, at },
    ...(to === 'draft' && { reason: 'An error' }),
  }
}

function act(workbook: Workbook, change: Change, id = 'plan'): number {
  return workbook.commit(set(id, change)).number
}

const B = { schedule: 'income', line: 'b', column: 'fy' }
const A = { ...B, line: 'a' }

/** The amount of a cell in a version. */
function kept(workbook: Workbook, number: number, ref = A, id = 'plan'): string {
  return plain(keptValue(workbook.version(id, number), ref) as Decimal)
}

const numbers = (workbook: Workbook, id = 'plan'): number[] => workbook.versions(id).map(({ number }) => number)

describe('a draft that is filed', () => {
  test('has its figures kept under the number of the act', () => {
    const workbook = createWorkbook(newPath(), filings(), options())
    act(workbook, draftEdit('b', null, '21'))
    const filed = act(workbook, status(workbook, 'filed'))
    expect(workbook.versions('plan')).toEqual([
      { number: filed, time: '2026-03-04T12:00:00.000Z', author: 'A. Controller', title: 'A change' },
    ])
    expect(workbook.version('plan', filed)).toEqual(keptFigures(filingNow(workbook)))
    expect(kept(workbook, filed)).toBe('42')
    expect(recomputedOtherwise(workbook.version('plan', filed))).toEqual([])
    workbook.close()
  })

  test('keeps them when it is reopened, corrected and filed again, which is another version', () => {
    const path = newPath()
    const workbook = createWorkbook(path, filings(), options())
    act(workbook, draftEdit('b', null, '21'))
    const first = act(workbook, status(workbook, 'filed'))
    act(workbook, status(workbook, 'draft'))
    act(workbook, draftEdit('b', '21', '22'))
    const second = act(workbook, status(workbook, 'filed'))
    workbook.close()
    const again = openWorkbook(path, options())
    expect(numbers(again)).toEqual([first, second])
    expect([kept(again, first), kept(again, second)]).toEqual(['42', '44'])
    again.close()
  })

  test('filed again as it was, is no other version', () => {
    const workbook = createWorkbook(newPath(), filings(), options())
    const first = act(workbook, status(workbook, 'filed'))
    act(workbook, status(workbook, 'draft'))
    act(workbook, status(workbook, 'filed'))
    expect(numbers(workbook)).toEqual([first])
    workbook.close()
  })
})

test('a filing that was filed from the beginning has its figures kept when it is reopened', () => {
  const workbook = createWorkbook(newPath(), filings(), options())
  expect(numbers(workbook, 'press_release')).toEqual([])
  act(workbook, status(workbook, 'draft', 'press_release'), 'press_release')
  expect(numbers(workbook, 'press_release')).toEqual([1])
  const net = { schedule: 'income', line: 'net', column: 'q3' }
  expect(kept(workbook, 1, net, 'press_release')).toBe('-788195')
  act(
    workbook,
    { kind: 'cell', scenario: null, schedule: 'income', line: 'provision', column: 'q3', before: '789445', after: '1' },
    'press_release',
  )
  expect(kept(workbook, 1, net, 'press_release')).toBe('-788195')
  workbook.close()
})

test('a workbook of the second version keeps versions from then on', () => {
  const path = newPath()
  createFile(path, filings(), { ...options(), migrations: MIGRATIONS.slice(0, 2), backUpOnOpen: false })
  const workbook = openWorkbook(path, options())
  expect(workbook.notices).toEqual([expect.stringMatching(/brought to the format/)])
  const filed = act(workbook, status(workbook, 'filed'))
  act(workbook, status(workbook, 'draft', 'press_release'), 'press_release')
  expect([numbers(workbook), numbers(workbook, 'press_release')]).toEqual([[filed], [filed]])
  workbook.close()
  expect(failure(() => openWorkbook(path, options({ migrations: MIGRATIONS.slice(0, 2) }))).message).toMatch(
    /needs version 0\.4\.0 or later/,
  )
})

/** A closed workbook with one version, its file open without guards. */
function tampered(by: (db: ReturnType<typeof connect>) => void): string {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options({ backUpOnOpen: false }))
  act(workbook, status(workbook, 'filed'))
  workbook.close()
  const db = connect(path)
  by(db)
  db.close()
  return path
}

describe('kept figures', () => {
  test('are never changed or deleted', () => {
    tampered((db) => {
      expect(() => db.exec("UPDATE version SET hash = 'x'")).toThrow(/never changed/)
      expect(() => db.exec('DELETE FROM version')).toThrow(/never deleted/)
      expect(() => db.exec("UPDATE version_figures SET figures = x'00'")).toThrow(/never changed/)
      expect(() => db.exec('DELETE FROM version_figures')).toThrow(/never deleted/)
      expect(() => db.exec('REPLACE INTO version_figures SELECT * FROM version_figures')).toThrow(/never deleted/)
    })
  })

  test('that differ are found on opening', () => {
    const path = tampered((db) => {
      db.exec('DROP TRIGGER version_figures_are_final')
      db.exec("UPDATE version_figures SET figures = x'789c030000000001'")
      db.exec(
        "CREATE TRIGGER version_figures_are_final BEFORE UPDATE ON version_figures\nBEGIN\n  SELECT RAISE(ABORT, 'the figures of a version are never changed');\nEND",
      )
    })
    expect(failure(() => openWorkbook(path, options())).kind).toBe('damaged')
  })

  test('that were taken away are found on opening', () => {
    const path = tampered((db) => {
      const sql = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'version_stays'").pluck().get() as string
      db.exec('DROP TRIGGER version_stays')
      db.exec('DELETE FROM version')
      db.exec(sql)
    })
    expect(failure(() => openWorkbook(path, options())).kind).toBe('damaged')
  })
})

test('whatever is done, a version stays as it was filed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom('file', 'reopen', 'undo', 'redo'), fc.integer({ min: 0, max: 3 })), {
        maxLength: 14,
      }),
      (acts) => {
        const workbook = createWorkbook(newPath(), filings(), options({ backUpOnOpen: false }))
        const seen = new Map<number, string>()
        for (const one of acts) {
          const { undo, redo } = workbook.read()
          const now = filingNow(workbook)
          const isDraft = now.status === 'draft'
          if (typeof one === 'number') {
            const stood = now.schedules[0]!.cells.find(({ line }) => line === 'b')?.input ?? null
            if (isDraft && stood !== String(one)) act(workbook, draftEdit('b', stood, String(one)))
          } else if (one === 'file' && isDraft) act(workbook, status(workbook, 'filed'))
          else if (one === 'reopen' && !isDraft) act(workbook, status(workbook, 'draft'))
          else if (one === 'undo' && undo) workbook.undo(undo.number)
          else if (one === 'redo' && redo) workbook.redo(redo.number)
          const after = filingNow(workbook)
          for (const number of new Set([...seen.keys(), ...numbers(workbook)])) {
            const figures = JSON.stringify(workbook.version('plan', number))
            expect(figures).toBe(seen.get(number) ?? figures)
            seen.set(number, figures)
          }
          // A filing that is filed is what its newest version holds, but for its head.
          if (after.status === 'filed') {
            const newest = workbook.version('plan', numbers(workbook).at(-1)!)
            expect(newest).toEqual(keptFigures(after))
          }
        }
        workbook.close()
      },
    ),
    runs(60),
  )
})

function made(registrant: string, names: string[]): Change {
  return { kind: 'registrant', registrant, before: null, after: { id: registrant, names } }
}

test('registrants are kept beside the filings, each name with one of them', () => {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options())
  act(workbook, made('example', ['Example Mortgage Holdings', 'Example Mortgage']))
  expect(failure(() => act(workbook, made('other', ['EXAMPLE MORTGAGE']))).message).toMatch(/another registrant/)
  expect(failure(() => act(workbook, made('example', ['Example']))).kind).toBe('stale')
  workbook.close()
  const again = openWorkbook(path, options())
  expect(again.read().registrants).toEqual([
    { id: 'example', names: ['Example Mortgage Holdings', 'Example Mortgage'] },
  ])
  again.undo(again.read().undo!.number)
  expect(again.read().registrants).toEqual([])
  again.close()
})

test('a change set that is no act on the filing itself keeps none', () => {
  const workbook = createWorkbook(newPath(), filings(), options())
  workbook.commit({ ...set('plan', draftEdit('b', null, '1')), id: randomUUID() })
  expect(numbers(workbook)).toEqual([])
  workbook.close()
})

test('a version whose filing was undone is kept, and not listed until redo files it again', () => {
  const workbook = createWorkbook(newPath(), filings(), options())
  act(workbook, draftEdit('b', null, '21'))
  const filed = act(workbook, status(workbook, 'filed'))
  workbook.undo(filed)
  expect(numbers(workbook)).toEqual([])
  expect(kept(workbook, filed)).toBe('42')
  expect(workbook.checkVersion('plan')).toEqual([])
  workbook.redo(filed)
  expect(numbers(workbook)).toHaveLength(1)
  expect(kept(workbook, numbers(workbook)[0]!)).toBe('42')
  // Undone, and another edit closes redo: what was never filed is no version, also where it is filed so later.
  workbook.undo(filed)
  act(workbook, draftEdit('b', '21', '22'))
  expect(numbers(workbook)).toEqual([])
  act(workbook, draftEdit('b', '22', '21'))
  const again = act(workbook, status(workbook, 'filed'))
  expect(numbers(workbook)).toEqual([again])
  workbook.close()
})
