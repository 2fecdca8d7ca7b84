/** A change of what is said of one figure beside its input: origin, figure per source, remark. */
import { z } from '../schema.ts'
import { cellName } from '../cell.ts'
import { cellRefSchema, factSchema, type CellFact, type Schedule } from '../filing.ts'
import { meetsRows, NEEDS_DRAFT, oneByOne, type ChangeKind } from './change_kind.ts'
import { changeSchedule } from './held.ts'

const schema = z.strictObject({
  kind: z.literal('fact'),
  ...cellRefSchema.shape,
  before: factSchema.nullable(),
  after: factSchema.nullable(),
})

/** What is said of a figure, set, changed or removed. Sources of completed inputs travel with the input. */
export type FactEdit = z.infer<typeof schema>

/** Facts without the one of the cell, and with another in its place. */
function withFact({ facts = [] }: Schedule, { line, column, after }: FactEdit): CellFact[] {
  const at = facts.findIndex((fact) => fact.line === line && fact.column === column)
  if (at >= 0) return after === null ? facts.toSpliced(at, 1) : facts.with(at, after)
  return after === null ? facts : [...facts, after]
}

const mark = (edit: FactEdit): string => `fact ${cellName(edit)}`

export const fact = {
  schema,
  structural: true,
  /** What is said of figures beside their inputs changes no value. */
  reshapes: false,
  apply: oneByOne((held, edit) =>
    changeSchedule(held, edit.schedule, (one) => ({ ...one, facts: withFact(one, edit) })),
  ),
  leaves: (edit) => [NEEDS_DRAFT, mark(edit)],
  meets: (edit) => [[mark(edit), 'cell'], ...meetsRows(edit)],
} satisfies ChangeKind<FactEdit>
