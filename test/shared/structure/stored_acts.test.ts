/**
 * Planned acts as the file stores them and as the screen's book applies them: both end where the plan says, and undo leads back.
 */
import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWorkbook, type Workbook } from '../../../db/workbook.ts'
import { readBook, type Book } from '../../../renderer/session/book/book.ts'
import type { Change } from '../../../shared/model/changes/kinds.ts'
import type { Draft } from '../../../shared/structure/plan.ts'
import { newPath, options } from '../../db/workbook_fixture.ts'
import { Choices, numbers, runs } from '../calc/choices.ts'
import { canonical, draftAfter } from './draft_after.ts'
import { randomAct, randomDraft } from './random_drafts.ts'

const AUTHOR = 'Controller'

function commit(workbook: Workbook, filing: string, changes: Change[]): void {
  if (changes.length > 0) workbook.commit({ id: randomUUID(), filing, title: 'Act', place: null, changes })
}

/** The draft in a new workbook. */
function stored({ filing, scenarios, comments }: Draft): Workbook {
  const workbook = createWorkbook(newPath(), [filing], options({ backUpOnOpen: false, author: AUTHOR }))
  const made = scenarios.flatMap(({ id, name, standsOn, cells }, position): Change[] => [
    {
      kind: 'scenario',
      scenario: id,
      before: null,
      after: { name, description: '', position, ...(standsOn !== undefined && { standsOn }) },
    },
    ...cells.map(({ input, ...ref }): Change => ({ kind: 'cell', scenario: id, ...ref, before: null, after: input })),
  ])
  const said = comments.map(({ id, ...comment }): Change => ({
    kind: 'comment',
    comment: id,
    before: null,
    after: comment,
  }))
  commit(workbook, filing.id, [...made, ...said])
  return workbook
}

function draftIn(workbook: Workbook): Draft {
  const [content] = workbook.read().filings
  const { filing, scenarios, comments } = content!
  const own = scenarios.map(({ id, name, standsOn, cells }) => ({ id, name, ...(standsOn && { standsOn }), cells }))
  return { filing, at: 0, scenarios: own, comments }
}

function draftOn(book: Book, id: string): Draft {
  const scenarios = book.scenarios(id).map(({ id: scenario, name, standsOn }) => ({
    id: scenario,
    name,
    ...(standsOn && { standsOn }),
    cells: book.scenarioCells(id, scenario),
  }))
  return { filing: book.filing(id)!, at: book.placeOf(id), scenarios, comments: book.comments(id) }
}

test('what is planned is stored so, shown so, and undone to what stood', () => {
  let count = 0
  fc.assert(
    fc.property(numbers(700), numbers(120), (structure, acts) => {
      const choices = new Choices(acts)
      const workbook = stored(randomDraft(new Choices(structure)))
      const book = readBook(workbook.read().filings)
      const states = [draftIn(workbook)]
      const { id } = states[0]!.filing
      for (let number = 0; number < 5; number++) {
        const before = states.at(-1)!
        const { plan } = randomAct(choices, before, number)
        if (plan.kind === 'refused') continue
        commit(workbook, id, plan.changes)
        book.apply(id, plan.changes)
        const after = canonical(draftAfter(before, plan.changes))
        states.push(draftIn(workbook))
        expect(canonical(states.at(-1)!)).toEqual(after)
        expect(canonical(draftOn(book, id))).toEqual(after)
        count++
      }
      for (const stood of states.slice(0, -1).toReversed()) {
        const { changeSet } = workbook.undo(workbook.read().undo!.number)
        book.apply(id, changeSet.changes)
        expect(canonical(draftIn(workbook))).toEqual(canonical(stood))
        expect(canonical(draftOn(book, id))).toEqual(canonical(stood))
      }
      workbook.close()
    }),
    { ...runs(30), endOnFailure: true },
  )
  expect(count).toBeGreaterThan(50)
})
