/**
 * Acts on scenarios as the screen proposes them, carried out by the workbook file itself: what the screen calls possible
 * the file takes, what it refuses is refused with a reason, and undo leaves no trace.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWorkbook, type Workbook } from '../../../../db/workbook.ts'
import { readBook, type Book } from '../../../../renderer/session/book/book.ts'
import {
  duplicating,
  locking,
  making,
  moving,
  posting,
  problemOf,
  removing,
  revising,
  type Proposal,
} from '../../../../renderer/session/scenarios/scenario_changes.ts'
import { createSheets } from '../../../../renderer/session/book/sheets.ts'
import type { Change } from '../../../../shared/model/changes/kinds.ts'
import { filings, newPath, options } from '../../../db/workbook_fixture.ts'
import { sentence } from '../../../shared/worded.ts'

const PLAN = 'plan'
const A = { schedule: 'income', line: 'a', column: 'fy' }
const B = { schedule: 'income', line: 'b', column: 'fy' }

type Desk = { file: Workbook; book: () => Book; act: (proposal: Proposal) => string }

/** A workbook file with the sample filings; `act` commits a proposal and returns its scenario. */
function desk(): Desk {
  const file = createWorkbook(newPath(), filings(), options({ backUpOnOpen: false }))
  const book = (): Book => readBook(file.read().filings)
  return {
    file,
    book,
    act(proposal) {
      if (proposal.kind === 'refused') throw new Error(sentence(proposal))
      const { title, changes, scenario } = proposal
      file.commit({ id: crypto.randomUUID(), filing: PLAN, title, place: null, changes })
      return scenario
    },
  }
}

function statement(name: string, standsOn: string | null = null) {
  return { name, description: '', standsOn }
}

function enter({ file, book }: Desk, scenario: string | null, line: 'a' | 'b', after: string | null): void {
  const ref = line === 'a' ? A : B
  const change: Change = { kind: 'cell', ...ref, scenario, before: book().input(PLAN, scenario, ref), after }
  file.commit({ id: crypto.randomUUID(), filing: PLAN, title: 'An edit', place: null, changes: [change] })
}

function of({ book }: Desk, scenario: string): { book: Book; filing: string; scenario: string } {
  return { book: book(), filing: PLAN, scenario }
}

function reason(proposal: Proposal): string {
  return proposal.kind === 'refused' ? sentence(proposal) : ''
}

describe('acts on scenarios', () => {
  it('refuse a name in use however it is written, a loop, a blank name, and say at which field', () => {
    const one = desk()
    const low = one.act(making(one.book(), PLAN, statement('Base case')))
    const high = one.act(making(one.book(), PLAN, statement('Downside', low)))
    expect(problemOf(one.book(), PLAN, null, statement('  base CASE '))?.at).toBe('name')
    expect(problemOf(one.book(), PLAN, low, statement('Base case'))).toBeUndefined()
    expect(problemOf(one.book(), PLAN, null, statement(' '))?.at).toBe('name')
    expect(sentence(problemOf(one.book(), PLAN, low, statement('as FILED'))!)).toContain('the filing itself')
    const loop = problemOf(one.book(), PLAN, low, statement('Base case', high))
    expect(loop?.at).toBe('standsOn')
    expect(sentence(loop!)).toContain('loop')
    expect(reason(revising(of(one, low), statement('Base case', high)))).toBe(sentence(loop!))
    expect(reason(making(one.book(), PLAN, statement('DOWNSIDE')))).toContain('exists already')
  })

  it('refuse to remove what others stand on, and every change of a locked one but its place and unlocking', () => {
    const one = desk()
    const low = one.act(making(one.book(), PLAN, statement('Base case')))
    const high = one.act(making(one.book(), PLAN, statement('Downside', low)))
    expect(reason(removing(of(one, low)))).toContain('“Downside” builds on it')
    one.act(locking(of(one, high), true))
    expect(reason(removing(of(one, high)))).toContain('locked')
    expect(reason(revising(of(one, high), statement('Other', low)))).toContain('locked')
    expect(reason(posting(of(one, high)))).toContain('locked')
    expect(reason(posting(of(one, low)))).toContain('“Downside” is locked')
    one.act(moving(of(one, high), -1))
    expect(
      one
        .book()
        .scenarios(PLAN)
        .map(({ id }) => id),
    ).toEqual([high, low])
    expect(reason(moving(of(one, high), -1))).toContain('first')
    one.act(locking(of(one, high), false))
    one.act(removing(of(one, high)))
    one.act(removing(of(one, low)))
    expect(one.book().scenarios(PLAN)).toEqual([])
  })

  it('duplicate a scenario right after it, with its inputs and what it stands on, unlocked, under a free name', () => {
    const one = desk()
    const low = one.act(making(one.book(), PLAN, statement('Base case')))
    const high = one.act(making(one.book(), PLAN, statement('Downside', low)))
    enter(one, high, 'b', '7')
    one.act(moving(of(one, high), -1))
    one.act(locking(of(one, high), true))
    const copy = one.act(duplicating(of(one, high)))
    const again = one.act(duplicating(of(one, high)))
    const shown = one.book().scenarios(PLAN)
    expect(shown.map(({ name }) => name)).toEqual(['Downside', 'Downside copy 2', 'Downside copy', 'Base case'])
    for (const id of [copy, again]) {
      expect(shown.find((head) => head.id === id)).toMatchObject({ standsOn: low, inputCount: 1 })
      expect(shown.find((head) => head.id === id)?.locked ?? false).toBe(false)
      expect(one.book().input(PLAN, id, B)).toBe('7')
    }
  })

  it('post what is in force to the draft, and what stood on it shows the same figures', () => {
    const one = desk()
    enter(one, null, 'b', '3')
    const low = one.act(making(one.book(), PLAN, statement('Base case')))
    const middle = one.act(making(one.book(), PLAN, statement('Downside', low)))
    const high = one.act(making(one.book(), PLAN, statement('Severe', middle)))
    enter(one, low, 'a', '100')
    enter(one, middle, 'b', '5')
    enter(one, high, 'a', '90')
    const figures = (id: string | null): string[] =>
      [A, B].map((ref) => String(createSheets(one.book()).engine(PLAN, id).value(ref)))
    const before = { middle: figures(middle), high: figures(high) }
    const proposal = posting(of(one, middle))
    one.act(proposal)
    expect(
      one
        .book()
        .scenarios(PLAN)
        .map(({ id }) => id),
    ).toEqual([low, high])
    expect(figures(null)).toEqual(before.middle)
    expect(figures(high)).toEqual(before.high)
    one.file.undo(one.file.read().undo!.number)
    expect(figures(null)).toEqual(['6', '3'])
    expect(figures(middle)).toEqual(before.middle)
  })

  it('never post over the figures as filed', () => {
    const one = desk()
    const made = making(one.book(), 'press_release', statement('Base case'))
    if (made.kind === 'refused') throw new Error(sentence(made))
    one.file.commit({
      id: crypto.randomUUID(),
      filing: 'press_release',
      title: 'Made',
      place: null,
      changes: made.changes,
    })
    expect(reason(posting({ book: one.book(), filing: 'press_release', scenario: made.scenario }))).toContain(
      'as filed',
    )
  })

  it('are each taken by the file or refused beforehand; undoing them all is identity', () => {
    const act = fc.record({
      kind: fc.constantFrom('make', 'revise', 'duplicate', 'up', 'down', 'lock', 'unlock', 'remove', 'post', 'enter'),
      which: fc.nat(5),
      under: fc.nat(5),
      name: fc.constantFrom('Base case', 'Downside', 'severe', 'Other'),
      text: fc.constantFrom('1', '2', '= b + 1'),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (steps) => {
        const one = desk()
        const stored = (): unknown => one.file.read().filings
        const start = stored()
        const first = one.file.read().number
        for (const { kind, which, under, name, text } of steps) {
          const book = one.book()
          const heads = book.scenarios(PLAN)
          const id = heads[which % Math.max(heads.length, 1)]?.id
          const standsOn = [null, ...heads.map((head) => head.id)][under % (heads.length + 1)] ?? null
          const proposal = propose()
          if (proposal?.kind === 'changes' && proposal.changes.length > 0) one.act(proposal)

          function propose(): Proposal | undefined {
            if (kind === 'make') return making(book, PLAN, statement(name, standsOn))
            if (id === undefined) return undefined
            const at = { book, filing: PLAN, scenario: id }
            if (kind === 'revise') return revising(at, statement(name, standsOn))
            if (kind === 'duplicate') return duplicating(at)
            if (kind === 'up' || kind === 'down') return moving(at, kind === 'up' ? -1 : 1)
            if (kind === 'lock' || kind === 'unlock') return locking(at, kind === 'lock')
            if (kind === 'remove') return removing(at)
            if (kind === 'post') return posting(at)
            const before = book.input(PLAN, id, A)
            if (heads.find((head) => head.id === id)?.locked || before === text) return undefined
            const change: Change = { kind: 'cell', ...A, scenario: id, before, after: text }
            return { kind: 'changes', title: 'An edit', changes: [change], scenario: id }
          }
        }
        for (let { number, undo } = one.file.read(); undo; { number, undo } = one.file.read()) {
          one.file.undo(undo.number)
          expect(one.file.read().number).toBe(number + 1)
        }
        expect(one.file.read().number).toBeGreaterThanOrEqual(first)
        expect(stored()).toEqual(start)
        one.file.close()
      }),
      { numRuns: 40 },
    )
  })
})
