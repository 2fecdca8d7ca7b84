/** What becomes of a form while it is filled in: the plan, or the reason at the field that it is about. */
import { expect, it } from 'vitest'
import { judge, type PlanOf } from '../../../../renderer/session/structure/form_judgement.ts'
import type { StructurePlan } from '../../../../shared/structure/plan.ts'
import { refused } from '../../../../shared/refusals/refusal.ts'

type Form = { id: string; label: string; formula: string }

const BEFORE: Form = { id: 'a', label: 'A', formula: '' }
const REF = { schedule: 's', line: 'a', column: 'q' }

/** A refusal in the words given. */
const no = (fault: string) => refused({ code: 'formula_fault', fault })

/** Takes no id `taken` and no blank label; a formula `bad` has a span, one `over` stands over figures. */
const planOf: PlanOf<Form> = ({ id, label, formula }, drop): StructurePlan => {
  if (id === BEFORE.id && label === BEFORE.label && formula === '') return refused({ code: 'nothing_changes' })
  if (id === 'taken') return no('The id is taken.')
  if (label === '') return no('Enter a label for the line.')
  if (formula === 'bad') return { ...no('Not read.'), span: { at: 0, end: 3 } }
  if (formula === 'over' && drop === undefined) return { ...no('Figures.'), dependents: [REF] }
  if (formula === 'never') return { ...no('Figures.'), dependents: [REF] }
  if (id === 'x' && label === 'X') return no('Not both.')
  return { kind: 'plan', changes: [], title: `${id} ${label} ${String(drop)}` }
}

const judged = (change: Partial<Form>, drop?: boolean) => judge({ ...BEFORE, ...change }, BEFORE, drop, planOf)

it('is the plan where there is one', () => {
  expect(judged({ label: 'B' })).toMatchObject({ plan: { title: 'a B undefined' }, problems: {}, general: null })
})

it('is neither plan nor problem while nothing differs', () => {
  expect(judged({})).toMatchObject({ plan: null, isSame: true, problems: {}, general: null })
})

it('says a reason at the one field that was changed, or whose change alone is refused for it', () => {
  expect(judged({ id: 'taken' }).problems).toEqual({ id: 'The id is taken.' })
  expect(judged({ id: 'taken', label: 'B', formula: 'c' }).problems).toEqual({ id: 'The id is taken.' })
  expect(judged({ id: 'b', label: '' }).problems).toEqual({ label: 'Enter a label for the line.' })
  expect(judged({ id: 'b', label: 'B', formula: 'bad' }).problems).toEqual({ formula: 'Not read.' })
})

it('says a reason of the whole where no field alone is at fault', () => {
  expect(judged({ id: 'x', label: 'X' })).toMatchObject({ problems: {}, general: 'Not both.' })
})

it('offers the ways on that lead to a plan where figures stand in the way', () => {
  expect(judged({ formula: 'over' })).toMatchObject({ plan: null, general: 'Figures.', cells: [REF] })
  expect(judged({ formula: 'over' }).ways.map(({ drop }) => drop)).toEqual([true, false])
  expect(judged({ formula: 'over' }, true).plan?.title).toBe('a A true')
  expect(judged({ formula: 'never' }).ways).toEqual([])
})

const NO = { code: 'formula_fault', fault: 'No.' } as const

it('says what the form itself cannot say', () => {
  expect(judge(BEFORE, BEFORE, undefined, () => ({ at: 'label', refusal: NO })).problems).toEqual({ label: 'No.' })
})

it('says all that the form cannot say', () => {
  const others = [{ at: 'id' as const, refusal: { code: 'formula_fault' as const, fault: 'Nor that.' } }]
  const planned = () => ({ at: 'label' as const, refusal: NO, others })
  expect(judge(BEFORE, BEFORE, undefined, planned).problems).toEqual({ label: 'No.', id: 'Nor that.' })
})
