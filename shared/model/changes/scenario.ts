/**
 * A change of a scenario itself: made, named, described, moved, put on another, locked, removed. Its inputs are changes of their own.
 */
import { z } from '../schema.ts'
import { idSchema, text, type CellInput } from '../filing.ts'
import { textSchema } from '../text_schema.ts'
import { marks, oneByOne, type ChangeKind, type Meeting } from './change_kind.ts'

/** A scenario: a named overlay of inputs on a filing; its inputs are cell changes of their own. */
export const scenarioDefinitionSchema = z.strictObject({
  name: textSchema().trim().min(1).max(120),
  description: text,
  /** Its place among the filing's scenarios; moving it is allowed while it is locked. */
  position: z.int(),
  /** The scenario of the same filing over which it lies; null or absent: the base layer. Chains do not loop. */
  standsOn: idSchema.nullable().optional(),
  /** A locked scenario takes no change but its unlocking; absent: not locked. */
  locked: z.boolean().optional(),
})
export type ScenarioDefinition = z.infer<typeof scenarioDefinitionSchema>

const schema = z.strictObject({
  kind: z.literal('scenario'),
  scenario: idSchema,
  before: scenarioDefinitionSchema.nullable(),
  after: scenarioDefinitionSchema.nullable(),
})

/**
 * A scenario made, changed or removed; null is "does not exist". A scenario is removed only when it is empty of inputs, not
 * locked, and carries no other scenario.
 */
export type ScenarioEdit = z.infer<typeof schema>

export const scenario = {
  schema,
  structural: false,
  reshapes: false,
  apply: oneByOne(({ scenarios }, { scenario: id, after }) => {
    if (after === null) scenarios.delete(id)
    else scenarios.set(id, { definition: after, cells: scenarios.get(id)?.cells ?? new Map<string, CellInput>() })
  }),
  leaves: ({ scenario: id, before }) => [marks.scenario(id), ...(before === null ? [marks.made(id)] : [])],
  meets({ scenario: id, before, after }) {
    const met: Meeting[] = [[marks.scenario(id), 'scenario']]
    if (before === null || after === null) met.push([marks.filled(id), 'scenario'])
    if (after?.standsOn != null) met.push([marks.made(after.standsOn), 'scenario'])
    return met
  },
} satisfies ChangeKind<ScenarioEdit>
