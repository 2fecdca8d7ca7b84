/**
 * What edits of many cells ask, as one question for each kind, in words. Pure.
 */
import type { KindAnswers, RefusedCell } from '../../../shared/analysis/many.ts'
import type { AskedKind } from '../../../shared/analysis/edit.ts'
import { countText } from '../../../shared/money/count.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { ASKED } from './wording.ts'

/** A question with its choices and the one chosen; '' is none. */
export type ShownQuestion = {
  id: string
  text: string
  choices: readonly { id: string; label: string }[]
  chosen: string
}

/** The answer that leaves the cells as they are. */
const NONE = ''

const MANY: Record<AskedKind, (count: string, unit: string) => { text: string; labels?: string[] }> = {
  thousand_times_larger: (count, unit) => ({
    text: ASKED.larger(count, unit),
    labels: ['Enter a thousandth of each', 'Enter them as given'],
  }),
  thousand_times_smaller: (count, unit) => ({
    text: ASKED.smaller(count, unit),
    labels: ['Enter a thousand times each', 'Enter them as given'],
  }),
  books_of_draft: (count) => ({ text: ASKED.books(count) }),
}

/**
 * The questions among refused cells, with the answers made. `proposed`: the choice that stands for amounts in another unit
 * where no answer was made; what moves the books of a draft is never proposed.
 */
export function kindQuestions(
  refusals: readonly RefusedCell[],
  made: Readonly<Record<string, string>>,
  { unit, proposed }: { unit: string; proposed?: '0' | '1' | undefined },
): ShownQuestion[] {
  const asking = refusals.filter(({ asks }) => asks)
  const kinds = Map.groupBy(asking, (one): AskedKind => one.asks!.about)
  return [...kinds].map(([about, cells]) => {
    const [first] = cells
    const many = cells.length > 1 ? MANY[about](countText(cells.length), unit) : undefined
    const labels = many?.labels ?? first!.asks!.choices
    const choices = [
      ...labels.map((label, at) => ({ id: String(at), label })),
      { id: NONE, label: cells.length > 1 ? 'Leave these cells as they are' : 'Leave this cell as it is' },
    ]
    const standing = (about === 'books_of_draft' ? undefined : proposed) ?? NONE
    return { id: about, text: many?.text ?? refusalText(first!.refusal), choices, chosen: made[about] ?? standing }
  })
}

/** The answers to what edits ask, as a plan takes them; undefined where none was made. */
export function kindAnswers(questions: readonly ShownQuestion[]): KindAnswers | undefined {
  const chosen = questions.filter((one) => one.chosen !== NONE)
  if (chosen.length === 0) return undefined
  return Object.fromEntries(
    chosen.map(({ id, choices, chosen: answer }) => [id, choices.findIndex((choice) => choice.id === answer)]),
  )
}
