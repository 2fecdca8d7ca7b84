/**
 * Acts on filings as the screen proposes them, carried out by the workbook file itself: what the screen calls possible the
 * file takes, what it refuses is refused with a reason, and undo leaves no trace.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleFilings } from '../../../../db/samples/samples.ts'
import { createWorkbook, type Workbook } from '../../../../db/workbook.ts'
import {
  deleting,
  detailing,
  droppingSources,
  filingDraft,
  LONGEST_REASON,
  makingFiling,
  classing,
  reopening,
  type Proposal,
} from '../../../../renderer/session/filings/filing_changes.ts'
import { readBook, type Book } from '../../../../renderer/session/book/book.ts'
import { createEngine } from '../../../../shared/calc/engine.ts'
import { tieOuts } from '../../../../shared/checks/tie_outs.ts'
import { detailsOf, filingId } from '../../../../shared/templates/filing_details.ts'
import { nextDetails, rollForward } from '../../../../shared/templates/roll/roll_forward.ts'
import { duplicateFiling, newFiling, TEMPLATE_IDS } from '../../../../shared/templates/templates.ts'
import { newPath, options } from '../../../db/workbook_fixture.ts'
import { sentence } from '../../../shared/worded.ts'

const Q3 = 'impac_2007_q3'

type Desk = { file: Workbook; book: () => Book; act: (proposal: Proposal) => string }

function desk(): Desk {
  const file = createWorkbook(newPath(), sampleFilings(), options({ backUpOnOpen: false }))
  const book = (): Book => readBook(file.read().filings)
  return {
    file,
    book,
    act(proposal) {
      if (proposal.kind === 'refused') throw new Error(sentence(proposal))
      const { filing, title, changes } = proposal
      file.commit({ id: crypto.randomUUID(), filing, title, place: null, changes })
      return filing
    },
  }
}

function reason(proposal: Proposal): string {
  if (proposal.kind !== 'refused') throw new Error('It was not refused.')
  return sentence(proposal)
}

function rolledQ4(book: Book): Proposal {
  const filing = book.filing(Q3)!
  const details = nextDetails(filing, 'quarter')
  const made = rollForward(filing, { id: filingId(details, 'quarter', book.takenIds()), details })
  if (made.kind === 'refused') throw new Error(sentence(made))
  return makingFiling(book, made.filing, 'Filing rolled forward')
}

function copyOf(book: Book, id: string): Proposal {
  const filing = book.filing(id)!
  const details = { ...detailsOf(filing), title: `Copy of ${filing.title}` }
  const copy = duplicateFiling(filing, filingId(details, 'quarter', book.takenIds()), details)
  return makingFiling(book, copy, 'Filing duplicated')
}

describe('a filing is made', () => {
  it('from templates, rolled forward and duplicated: stored as it was planned, in one change each', () => {
    const { act, book, file } = desk()
    const details = { ...detailsOf(book().filing(Q3)!), title: 'New', periodEnd: '2026-09-30' }
    const filing = newFiling({ id: 'new', details, covers: 'quarter', against: 'before', schedules: TEMPLATE_IDS })
    act(makingFiling(book(), filing, 'Filing made'))
    act(rolledQ4(book()))
    act(copyOf(book(), Q3))
    expect(
      book()
        .filings()
        .map(({ id, status }) => [id, status]),
    ).toEqual([
      [Q3, 'filed'],
      ['impac_2009', 'filed'],
      ['new', 'draft'],
      ['impac_2007_q4', 'draft'],
      ['impac_2007_q3_2', 'draft'],
    ])
    expect(book().filing('new')).toEqual(filing)
    const entries = file.log({ limit: 10 })
    expect(entries.map(({ title }) => title).slice(0, 3)).toEqual([
      'Filing duplicated: Copy of Third quarter 2007 results',
      'Filing rolled forward: Fourth quarter 2007 results',
      'Filing made: New',
    ])
  })

  it('not under an id that the file keeps, also of a deleted one', () => {
    const { act, book } = desk()
    act(deleting(book(), 'impac_2009'))
    const details = { ...detailsOf(book().filing(Q3)!), title: 'New', periodEnd: '2009-12-31' }
    expect(filingId(details, 'year', book().takenIds())).toBe('impac_2009_2')
    const filing = newFiling({ id: 'impac_2009', details, covers: 'year', against: 'before', schedules: ['blank'] })
    expect(reason(makingFiling(book(), filing, 'Filing made'))).toBe('There is a filing impac_2009 already.')
  })
})

describe('a filing is filed, reopened, deleted, described', () => {
  it('filed and reopened with a reason that the log keeps', () => {
    const { act, book, file } = desk()
    const id = act(rolledQ4(book()))
    expect(reason(reopening(book(), id, 'error_restated', 'any'))).toBe(
      '“Fourth quarter 2007 results” is a draft already.',
    )
    act(filingDraft(book(), id))
    expect(book().filing(id)?.status).toBe('filed')
    expect(reason(filingDraft(book(), id))).toBe('“Fourth quarter 2007 results” is filed already.')
    expect(reason(reopening(book(), id, 'error_restated', '  '))).toBe('Enter the reason for reopening the filing.')
    expect(reason(reopening(book(), id, 'error_restated', 'x'.repeat(LONGEST_REASON + 1)))).toContain('at most')
    act(reopening(book(), id, 'error_restated', ' Restated derivatives '))
    expect(book().filing(id)?.status).toBe('draft')
    expect(file.log({ limit: 1 })[0]?.title).toBe(
      'Reopened: Fourth quarter 2007 results. Error, restated. Reason: Restated derivatives',
    )
    expect(book().filing(id)?.corrections).toEqual([{ class: 'error_restated', reason: 'Restated derivatives' }])
    act(filingDraft(book(), id))
    expect(book().filing(id)?.corrections).toHaveLength(1)
    expect(file.versions(id)).toHaveLength(2)
  })

  it('classed before it acts: what belongs to the current period names its draft and leaves the filing filed', () => {
    const { act, book } = desk()
    expect(reason(reopening(book(), Q3, undefined, 'An error'))).toBe('Choose what is corrected.')
    expect(reason(reopening(book(), Q3, 'estimate', 'A true-up'))).toBe(
      'Change of estimate, or return true-up: filed figures stay. Record it in the current period; roll the filing forward first.',
    )
    act(rolledQ4(book()))
    expect(reason(reopening(book(), Q3, 'out_of_period', 'Late invoice'))).toBe(
      'Out-of-period item: filed figures stay. Record it in the current period, in “Fourth quarter 2007 results”.',
    )
    expect(copyOf(book(), Q3).kind).toBe('changes')
    act(reopening(book(), Q3, 'not_issued', 'Locked too early'))
    expect(book().filing(Q3)).toMatchObject({ status: 'draft' })
    expect(book().filing(Q3)?.corrections).toBeUndefined()
  })

  it('classed against another document of its period while it is a draft; a later class takes the place', () => {
    const { act, book } = desk()
    const copy = act(copyOf(book(), Q3))
    expect(reason(classing(book(), copy, Q3, 'estimate', ' '))).toBe('Enter the reason.')
    act(classing(book(), copy, Q3, 'estimate', 'A better count'))
    act(classing(book(), copy, Q3, 'error_revised', 'A wrong count'))
    expect(book().filing(copy)?.corrections).toEqual([{ class: 'error_revised', reason: 'A wrong count', against: Q3 }])
    expect(reason(classing(book(), Q3, copy, 'estimate', 'Any'))).toContain('is filed and locked')
  })

  it('deleted: kept in the file, shown nowhere, brought back by undo', () => {
    const { act, book, file } = desk()
    act(deleting(book(), Q3))
    expect(book().filing(Q3)).toBeUndefined()
    expect(book().takenIds()).toContain(Q3)
    expect(reason(deleting(book(), Q3))).toBe('The filing no longer exists.')
    file.undo(file.read().undo!.number)
    expect(book().filing(Q3)).toEqual(sampleFilings()[0])
  })

  it('details of a draft, each difference in the title of the change; of a filed one refused', () => {
    const { act, book, file } = desk()
    const id = act(rolledQ4(book()))
    const before = detailsOf(book().filing(id)!)
    const after = { ...before, title: ' Annual results 2007 ', form: '', documentDate: '2008-03-14', unaudited: false }
    act(detailing(book(), id, after))
    expect(detailsOf(book().filing(id)!)).toEqual({ ...after, title: 'Annual results 2007' })
    expect(book().filing(id)).not.toHaveProperty('form')
    expect(file.log({ limit: 1 })[0]?.title).toBe(
      'Filing details of Fourth quarter 2007 results: title “Fourth quarter 2007 results” to “Annual results 2007”; form “Press release” to none; document date none to March 14, 2008; audit unaudited to not marked unaudited',
    )
    const same = detailing(book(), id, detailsOf(book().filing(id)!))
    expect(same).toMatchObject({ kind: 'changes', changes: [] })
    expect(reason(detailing(book(), id, { ...after, documentDate: '2007-12-30' }))).toBe(
      'The document is dated before the end of its period.',
    )
    expect(reason(detailing(book(), id, { ...after, title: '' }))).toBe('A filing needs a title.')
    expect(reason(detailing(book(), Q3, after))).toContain('is filed and locked')
  })
})

describe('printed figures of a reopened filing', () => {
  it('that its own differ from are dropped in one change, counted in its title, and come back by undo', () => {
    const { act, book, file } = desk()
    const dropping = (): Proposal => {
      const filing = book().filing(Q3)!
      return droppingSources(book(), Q3, tieOuts(filing, createEngine(filing)))
    }
    expect(reason(dropping())).toContain('is filed and locked')
    act(reopening(book(), Q3, 'error_restated', 'Restated'))
    expect(reason(dropping())).toBe('No printed figure differs from the draft.')
    const cell = { schedule: 'income', line: 'interest_income', column: 'q3_2007' }
    const edit = { kind: 'cell' as const, ...cell, scenario: null, before: '313772', after: '313872' }
    act({ kind: 'changes', filing: Q3, title: 'Interest', changes: [edit] })
    const before = book().filing(Q3)
    const proposal = dropping()
    const count = proposal.kind === 'changes' ? proposal.changes.length : 0
    expect(count).toBeGreaterThan(5)
    act(proposal)
    expect(file.log({ limit: 1 })[0]?.title).toBe(
      `Dropped ${count} printed figures that differed: Third quarter 2007 results`,
    )
    const after = book().filing(Q3)!
    const open = tieOuts(after, createEngine(after)).filter(({ status }) => status === 'fail')
    expect(open).toEqual([])
    // What agrees with the document goes on being held against it, and a figure stays published.
    const facts = (filing: typeof after) => filing.schedules.flatMap(({ facts: own = [] }) => own)
    const printed = (filing: typeof after): number => facts(filing).filter((one) => one.perSource !== undefined).length
    expect(printed(after)).toBe(printed(before!) - count)
    expect(facts(after).map(({ origin }) => origin)).toEqual(facts(before!).map(({ origin }) => origin))
    file.undo(file.read().undo!.number)
    expect(book().filing(Q3)).toEqual(before)
  })
})

it('any sequence of acts is stored as proposed, and undone one by one leaves the file as it was', () => {
  const acts = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), { maxLength: 6 })
  fc.assert(
    fc.property(acts, (choices) => {
      const { act, book, file } = desk()
      const states = [JSON.stringify(file.read().filings)]
      for (const [kind, which] of choices) {
        const shown = book().filings()
        const id = shown[which % Math.max(shown.length, 1)]?.id
        if (id === undefined) continue
        const filing = book().filing(id)!
        const proposal =
          kind === 0
            ? copyOf(book(), id)
            : kind === 1
              ? filingDraft(book(), id)
              : kind === 2
                ? reopening(book(), id, 'error_restated', 'Found an error')
                : kind === 3
                  ? deleting(book(), id)
                  : kind === 4
                    ? detailing(book(), id, { ...detailsOf(filing), form: `Form ${which}` })
                    : book().filing(Q3)
                      ? rolledQ4(book())
                      : deleting(book(), id)
        if (proposal.kind === 'refused' || proposal.changes.length === 0) continue
        act(proposal)
        states.push(JSON.stringify(file.read().filings))
      }
      for (let at = states.length - 1; at > 0; at -= 1) {
        expect(JSON.stringify(file.read().filings)).toBe(states[at])
        file.undo(file.read().undo!.number)
      }
      expect(JSON.stringify(file.read().filings)).toBe(states[0])
      file.close()
    }),
    { numRuns: 8 },
  )
})
