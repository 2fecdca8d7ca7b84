/**
 * A change of one input, in a scenario or in the base layer (as filed, or the draft).
 * Computes nothing: what the input does to figures is calc's to say.
 */
import { z } from '../schema.ts'
import { cellName } from '../cell.ts'
import { cellRefSchema, idSchema, inputSchema, text, type CellFact, type CellInput, type Schedule } from '../filing.ts'
import { marks, meetsRows, NEEDS_DRAFT, type ChangeKind } from './change_kind.ts'
import { heldFiling } from './held.ts'

const schema = z.strictObject({
  kind: z.literal('cell'),
  ...cellRefSchema.shape,
  /** Null is the base layer. */
  scenario: idSchema.nullable(),
  before: inputSchema.nullable(),
  after: inputSchema.nullable(),
  /** Where the figure of a completed input was found; only in the base layer of a filed filing. */
  source: text.optional(),
})

/** An input set, changed or removed. */
export type CellEdit = z.infer<typeof schema>

/**
 * The schedule with base inputs replaced, all at once, and their sources kept as facts of the cells. `places` follows. The
 * list that was handed out stays as it is; a copy of it is cheap, looking through it would not be.
 */
function withBaseInputs(schedule: Schedule, edits: readonly CellEdit[], places: Map<string, number>): Schedule {
  const cells = schedule.cells.slice()
  let facts = schedule.facts
  for (const edit of edits) {
    const { line, column, after, source } = edit
    const name = cellName(edit)
    const at = places.get(name)
    if (after !== null) {
      if (at === undefined) places.set(name, cells.length)
      cells[at ?? cells.length] = { schedule: schedule.id, line, column, input: after }
    } else if (at !== undefined) {
      places.delete(name)
      // The last one takes its place: inputs stand in no order.
      const last = cells.pop()!
      if (at < cells.length) {
        cells[at] = last
        places.set(cellName(last), at)
      }
    }
    if (source !== undefined) facts = withSource({ ...schedule, facts }, edit)
  }
  return { ...schedule, cells, facts }
}

/** The facts with the source of a completed figure; a figure taken back leaves none. */
function withSource({ facts = [] }: Schedule, { line, column, after, source }: CellEdit): CellFact[] {
  return facts.map((fact) => {
    if (fact.line !== line || fact.column !== column) return fact
    const { source: _replaced, ...rest } = fact
    return after === null ? rest : { ...rest, source }
  })
}

export const cell = {
  schema,
  structural: false,
  reshapes: false,
  /** A schedule is made anew once, however many of its inputs change. */
  apply(workbook, filing, edits) {
    const held = heldFiling(workbook, filing)
    const ofBase = new Map<string, CellEdit[]>()
    for (const edit of edits) {
      const { schedule, line, column, after } = edit
      if (edit.scenario === null) {
        const known = ofBase.get(schedule)
        if (known) known.push(edit)
        else ofBase.set(schedule, [edit])
        continue
      }
      const cells: Map<string, CellInput> | undefined = held.scenarios.get(edit.scenario)?.cells
      if (!cells) throw new Error(`There is no scenario ${edit.scenario} in ${filing}.`)
      if (after === null) cells.delete(cellName(edit))
      else cells.set(cellName(edit), { schedule, line, column, input: after })
    }
    if (ofBase.size === 0) return
    const schedules = held.filing.schedules.map((one) => {
      const own = ofBase.get(one.id)
      return own ? withBaseInputs(one, own, held.places) : one
    })
    held.filing = { ...held.filing, schedules }
  },
  leaves: (edit) => [
    marks.cell(edit.scenario, edit),
    edit.scenario === null ? NEEDS_DRAFT : marks.filled(edit.scenario),
  ],
  meets: (edit) => [
    [marks.cell(edit.scenario, edit), 'cell'],
    ...meetsRows(edit),
    ...(edit.scenario === null ? [] : [[marks.made(edit.scenario), 'scenario'] as const]),
  ],
  toldAt: (edit) => [edit],
} satisfies ChangeKind<CellEdit>
