/**
 * A question to the figures that can be printed: goal seek, a sensitivity table of one or two inputs, a ranking of the inputs. The question
 * alone travels, so that paper answers it by the engine and never repeats what a screen once showed.
 * Must not answer it: that is analysis.
 */
import { z } from '../model/schema.ts'
import { cellRefSchema, headlineIdSchema, idSchema } from '../model/filing.ts'

/** An amount as plain text, `-1201235` or `0.1`: exact on its way through an address. */
const amount = z
  .string()
  .max(60)
  .regex(/^-?\d+(?:\.\d+)?$/)

const range = z.strictObject({ by: cellRefSchema, from: amount, to: amount, step: amount })

export const questionSchema = z.discriminatedUnion('kind', [
  /** Which amount of `by` brings `target` to the value. */
  z.strictObject({ kind: z.literal('goal_seek'), target: cellRefSchema, value: amount, by: cellRefSchema }),
  z.strictObject({ kind: z.literal('one_way'), range, outputs: z.array(cellRefSchema).min(1).max(100) }),
  z.strictObject({ kind: z.literal('two_way'), rows: range, columns: range, output: cellRefSchema }),
  /** `relative` is the change of each input as a fraction; `period` is a column id. */
  z.strictObject({ kind: z.literal('ranking'), headline: headlineIdSchema, period: idSchema, relative: amount }),
])

export type Question = z.infer<typeof questionSchema>

export type RangeAsked = z.infer<typeof range>

/** The question as a part of a query. */
export function questionText(question: Question): string {
  return encodeURIComponent(JSON.stringify(question))
}

/** What a decoded part of a query asks; undefined where it is no question. */
export function readQuestion(text: string): Question | undefined {
  try {
    return questionSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
