/**
 * The mark of a note put on a line and taken off, and the heading of the notes: what follows, and that undoing is exact.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { filingAfter } from './draft_after.ts'
import { inverse } from '../../../shared/model/change_set.ts'
import { isStructural, type Change } from '../../../shared/model/changes/kinds.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { headNotes, markLine } from '../../../shared/structure/note_marks.ts'
import type { Draft, StructureChanges, StructurePlan } from '../../../shared/structure/plan.ts'
import { sentence, worded } from '../worded.ts'

const filing: Filing = { ...sampleFilings().find(({ id }) => id === 'impac_2007_q3')!, status: 'draft' }
const draft: Draft = { filing, at: 0, scenarios: [], comments: [] }
const schedule = 'reconciliation'

function applied(from: Filing, changes: readonly Change[]): Filing {
  return changes.filter(isStructural).reduce(filingAfter, from)
}

function planned(plan: StructurePlan): StructureChanges {
  if (plan.kind === 'refused') throw new Error(sentence(plan))
  return plan
}

function after(plan: StructurePlan) {
  return applied(filing, planned(plan).changes).schedules.find(({ id }) => id === schedule)!
}

function marksOf({ lines }: ReturnType<typeof after>, id: string): string[] | undefined {
  return lines.find((line) => line.id === id)!.notes
}

function refusal(mark: string, line: string): unknown {
  return worded(markLine(draft, { schedule, mark, line, marked: true }))
}

describe('the mark of a note', () => {
  it('goes on a line beside the marks that it has, in the order of the notes', () => {
    const plan = markLine(draft, { schedule, mark: '10', line: 'taxable_income', marked: true })
    expect(marksOf(after(plan), 'taxable_income')).toEqual(['10', '11'])
    expect(planned(plan).title).toMatch(
      /^Note 10 marks Estimated taxable \(loss\) income .* in Reconciliation to taxable/,
    )
  })

  it('renumbers the notes where they are then cited in another order', () => {
    const plan = markLine(draft, { schedule, mark: '11', line: 'net_earnings', marked: true })
    const { notes } = after(plan)
    const before = filing.schedules.find(({ id }) => id === schedule)!.notes!
    expect(notes!.map(({ mark }) => mark)).toEqual(before.map(({ mark }) => mark))
    expect(notes!.findIndex(({ text }) => text === before[10]!.text)).toBe(1)
    expect(marksOf(after(plan), 'net_earnings')).toEqual(['2'])
    expect(marksOf(after(plan), 'taxable_income')).toEqual(['2'])
    expect(marksOf(after(plan), 'loan_loss_provisions')).toEqual(['4'])
  })

  it('taken off the only line that bears it leaves the note, last', () => {
    const plan = markLine(draft, { schedule, mark: '6', line: 'derivatives_change', marked: false })
    expect(marksOf(after(plan), 'derivatives_change')).toBeUndefined()
    expect(after(plan).notes).toHaveLength(11)
    expect(after(plan).notes!.at(-1)!.text).toBe(filing.schedules.find(({ id }) => id === schedule)!.notes![5]!.text)
  })

  it('is refused where line or note do not exist, and where nothing would change', () => {
    expect(refusal('12', 'net_earnings')).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('no note 12'),
    })
    expect(refusal('1', 'nothing')).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('no line nothing'),
    })
    expect(refusal('6', 'derivatives_change')).toMatchObject({ kind: 'refused', reason: 'Nothing would change.' })
  })

  it('on any line is undone exactly, and never leaves a mark without its note', () => {
    const whole = filing.schedules.find(({ id }) => id === schedule)!
    fc.assert(
      fc.property(
        fc.constantFrom(...whole.lines.map(({ id }) => id)),
        fc.constantFrom(...whole.notes!.map(({ mark }) => mark)),
        fc.boolean(),
        (line, mark, marked) => {
          const plan = markLine(draft, { schedule, mark, line, marked })
          if (plan.kind === 'refused') return
          const done = applied(filing, plan.changes)
          expect(applied(done, inverse(plan.changes))).toEqual(filing)
          const changed = done.schedules.find(({ id }) => id === schedule)!
          const known = new Set(changed.notes!.map((note) => note.mark))
          for (const one of changed.lines) for (const own of one.notes ?? []) expect(known.has(own)).toBe(true)
          expect(changed.notes!.map(({ text }) => text).toSorted()).toEqual(
            whole.notes!.map(({ text }) => text).toSorted(),
          )
        },
      ),
    )
  })
})

it('the heading of the notes is replaced on one line, and blank brings the usual one back', () => {
  const plan = headNotes(draft, { schedule, title: ' Notes to\n the schedule ' })
  expect(after(plan).notesTitle).toBe('Notes to the schedule')
  expect(applied(applied(filing, planned(plan).changes), inverse(planned(plan).changes))).toEqual(filing)
  expect(after(headNotes(draft, { schedule, title: ' ' })).notesTitle).toBeUndefined()
  expect(headNotes(draft, { schedule: 'nothing', title: 'A' }).kind).toBe('refused')
})
