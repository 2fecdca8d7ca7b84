/**
 * The engines of a filing go on through acts of structure: they stay the same engines, in whatever scenario, and are what engines made
 * afresh would be.
 */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { readBook, type Book } from '../../../../renderer/session/book/book.ts'
import { createSheets, type Sheets } from '../../../../renderer/session/book/sheets.ts'
import { inverse } from '../../../../shared/model/change_set.ts'
import type { Change } from '../../../../shared/model/changes/kinds.ts'
import { Choices, numbers, runs } from '../../../shared/calc/choices.ts'
import { both } from '../../../shared/calc/snapshots.ts'
import { draftAfter } from '../../../shared/structure/draft_after.ts'
import { randomAct, randomDraft } from '../../../shared/structure/random_drafts.ts'

function scenariosOf(book: Book, filing: string): (string | null)[] {
  return [null, ...book.scenarios(filing).map(({ id }) => id)]
}

function figures(book: Book, sheets: Sheets, filing: string): unknown {
  return scenariosOf(book, filing).map((scenario) => both(sheets.engine(filing, scenario)))
}

it('keeps its engines through acts of structure and their undoing, each as one made afresh', () => {
  let acts = 0
  fc.assert(
    fc.property(numbers(700), numbers(120), (structure, chosen) => {
      const choices = new Choices(chosen)
      let draft = randomDraft(new Choices(structure))
      const { id } = draft.filing
      const scenarios = draft.scenarios.map((one, position) => ({
        ...one,
        description: '',
        position,
        cells: [...one.cells],
      }))
      const book = readBook([{ filing: draft.filing, scenarios, comments: [...draft.comments] }])
      const sheets = createSheets(book)
      const engines = scenariosOf(book, id).map((scenario) => sheets.engine(id, scenario))
      const apply = (changes: readonly Change[]): void => {
        book.apply(id, changes)
        sheets.apply(id, changes)
        expect(scenariosOf(book, id).map((scenario) => sheets.engine(id, scenario))).toEqual(engines)
        expect(figures(book, sheets, id)).toEqual(figures(book, createSheets(book), id))
      }
      for (let number = 0; number < 4; number++) {
        const { plan } = randomAct(choices, draft, number)
        if (plan.kind === 'refused') continue
        acts++
        apply(plan.changes)
        if (choices.chance(40)) apply(inverse(plan.changes))
        else draft = draftAfter(draft, plan.changes)
      }
    }),
    runs(60),
  )
  expect(acts).toBeGreaterThan(60)
})
