/**
 * Notes renumbered as lines move, and changed, added, removed and moved themselves.
 */
import { describe, expect, test } from 'vitest'
import type { Schedule } from '../../../shared/model/filing.ts'
import { deleteLines } from '../../../shared/structure/deletion.ts'
import { moveLines } from '../../../shared/structure/line_order.ts'
import { addNote, changeNote, moveNote, removeNote, renumberNotes } from '../../../shared/structure/notes.ts'
import type { Draft } from '../../../shared/structure/plan.ts'
import { done, impac, planned, refusal, schedule, trusts } from './sample_drafts.ts'

function noted(marks: string[], texts = marks.map((mark) => `Note ${mark} as written`)): Schedule {
  const lines = marks.map((mark, at) => ({ id: `l${at}`, label: `L${at}`, kind: 'input' as const, notes: [mark] }))
  const notes = marks.toSorted().map((mark) => ({ mark, text: texts[marks.indexOf(mark)]! }))
  return { id: 's', columns: [{ id: 'x', label: 'X', kind: 'duration' }], lines, cells: [], notes }
}

function draftOf(one: Schedule): Draft {
  return { filing: { id: 'f', title: 'F', schedules: [one] }, at: 0, scenarios: [], comments: [] }
}

const marks = (one: Schedule): string[] => one.lines.flatMap(({ notes }) => notes ?? [])

describe('renumberNotes', () => {
  test('numbers in the order of citing, heads first, those not cited last, and carries references between notes', () => {
    const one: Schedule = {
      ...noted(['4', '2'], ['Fourth: see notes (1), 2 and 4.', 'See note 5 to the financial statements, and note 9.']),
      groups: [{ label: 'Three Months Ended', columns: ['x'], notes: ['3'] }],
    }
    const all = { ...one, notes: [{ mark: '1', text: 'One' }, ...one.notes!, { mark: '3', text: 'See Note (4)' }] }
    const { schedule: after, changed } = renumberNotes(all)
    expect(changed).toBe(true)
    expect(marks(after)).toEqual(['2', '3'])
    expect(after.groups![0]!.notes).toEqual(['1'])
    expect(after.notes).toEqual([
      { mark: '1', text: 'See Note (2)' },
      { mark: '2', text: 'Fourth: see notes (4), 3 and 2.' },
      { mark: '3', text: 'See note 5 to the financial statements, and note 9.' },
      { mark: '4', text: 'One' },
    ])
    expect(renumberNotes(after)).toEqual({ schedule: after, changed: false })
  })

  test('marks that are no whole numbers stay', () => {
    expect(renumberNotes(noted(['b', 'a'])).changed).toBe(false)
    expect(renumberNotes(noted(['2', 'a'])).changed).toBe(false)
  })

  test('the samples are numbered in order', () => {
    for (const one of [...impac().filing.schedules, ...trusts().filing.schedules])
      expect(renumberNotes(one).changed, one.id).toBe(false)
  })
})

describe('acts on lines renumber', () => {
  test('in the same change set as the move, and take it back with it', () => {
    const draft = draftOf(noted(['1', '2', '3']))
    const plan = planned(moveLines(draft, { schedule: 's', lines: ['l2'], to: 0 }))
    const after = schedule(done(draft, plan), 's')
    expect(marks(after)).toEqual(['1', '2', '3'])
    expect(after.notes!.map(({ text }) => text)).toEqual(
      ['Note 3 as written', 'Note 1 as written', 'Note 2 as written'].map((text, at) =>
        text.replace(/\d/, `${at + 1}`),
      ),
    )
  })

  test('a note that loses its line goes last; notes out of order on purpose stay while their order does', () => {
    const draft = draftOf(noted(['1', '2']))
    const after = schedule(done(draft, deleteLines(draft, { schedule: 's', lines: ['l0'] })), 's')
    expect(marks(after)).toEqual(['1'])
    expect(after.notes!.map(({ mark }) => mark)).toEqual(['1', '2'])
    const odd = draftOf({
      ...noted(['2', '1']),
      lines: [...noted(['2', '1']).lines, { id: 'z', label: 'Z', kind: 'input' }],
    })
    expect(marks(schedule(done(odd, moveLines(odd, { schedule: 's', lines: ['z'], to: 0 })), 's'))).toEqual(['2', '1'])
  })
})

describe('acts on notes', () => {
  test('a note is added to a line, in its place in the order', () => {
    const draft = impac()
    const plan = planned(addNote(draft, { schedule: 'reconciliation', text: 'New', line: 'net_earnings' }))
    expect(plan.title).toBe('Added a note to Net loss in Reconciliation to taxable income')
    const after = schedule(done(draft, plan), 'reconciliation')
    expect(after.lines.find(({ id }) => id === 'net_earnings')!.notes).toEqual(['2'])
    expect(after.notes![1]).toEqual({ mark: '2', text: 'New' })
    expect(after.lines.find(({ id }) => id === 'adjustments')!.notes).toEqual(['3'])
  })

  test('a note is changed, and its mark only to a free one', () => {
    const draft = impac()
    const after = done(draft, changeNote(draft, { schedule: 'equity', mark: '1', to: { text: 'Other words' } }))
    expect(schedule(after, 'equity').notes).toEqual([{ mark: '1', text: 'Other words' }])
    expect(refusal(changeNote(draft, { schedule: 'reconciliation', mark: '1', to: { mark: '2' } })).reason).toContain(
      'is taken',
    )
    expect(refusal(changeNote(draft, { schedule: 'equity', mark: '1', to: { text: ' ' } })).reason).toContain(
      'Remove the note',
    )
    const lettered = schedule(
      done(draft, changeNote(draft, { schedule: 'equity', mark: '1', to: { mark: 'a' } })),
      'equity',
    )
    expect(lettered.lines.find(({ id }) => id === 'opening')!.notes).toEqual(['a'])
  })

  test('a note is removed with its marks, and the others close up', () => {
    const draft = impac()
    const count = schedule(draft, 'reconciliation').notes!.length
    const after = schedule(done(draft, removeNote(draft, { schedule: 'reconciliation', mark: '3' })), 'reconciliation')
    expect(after.notes!.map(({ mark }) => mark)).toEqual(Array.from({ length: count - 1 }, (_, at) => `${at + 1}`))
    expect(after.lines.find(({ id }) => id === 'actual_loan_losses')!.notes).toBeUndefined()
    expect(after.lines.find(({ id }) => id === 'remic_gaap_earnings')!.notes).toEqual(['3'])
  })

  test('a note is moved among the notes, its marks with it', () => {
    const draft = impac()
    const after = schedule(
      done(draft, moveNote(draft, { schedule: 'reconciliation', mark: '3', to: 0 })),
      'reconciliation',
    )
    expect(after.lines.find(({ id }) => id === 'actual_loan_losses')!.notes).toEqual(['1'])
    expect(after.groups![0]!.notes).toEqual(['2'])
    expect(refusal(moveNote(draft, { schedule: 'reconciliation', mark: '3', to: 2 })).reason).toBe(
      'Nothing would change.',
    )
  })
})
