/** A change of a remark that a person leaves at a cell. */
import { z } from '../schema.ts'
import { cellRefSchema } from '../filing.ts'
import { textSchema } from '../text_schema.ts'
import { meetsRows, oneByOne, type ChangeKind } from './change_kind.ts'

/** A remark that a person leaves at a cell, whatever the layer; several can stand at one cell. */
export const commentSchema = cellRefSchema.extend({
  text: textSchema().trim().min(1).max(10_000),
  author: textSchema().max(500),
  /** ISO 8601 instant in UTC at which it was written. */
  time: z.iso.datetime(),
})
export type CellComment = z.infer<typeof commentSchema>

const schema = z.strictObject({
  kind: z.literal('comment'),
  /** Its id, unique in the workbook. */
  comment: z.uuid(),
  before: commentSchema.nullable(),
  after: commentSchema.nullable(),
})

/** A comment made, changed or removed. */
export type CommentEdit = z.infer<typeof schema>

const mark = ({ comment: id }: CommentEdit): string => `comment ${id}`

export const comment = {
  schema,
  structural: false,
  reshapes: false,
  apply: oneByOne((held, { comment: id, after }) => {
    const others = held.comments.filter((one) => one.id !== id)
    const all = after === null ? others : [...others, { id, ...after }]
    held.comments = all.toSorted((a, b) => (a.time === b.time ? (a.id < b.id ? -1 : 1) : a.time < b.time ? -1 : 1))
  }),
  leaves: (edit) => [mark(edit)],
  meets: (edit) => [[mark(edit), 'comment'], ...(edit.after ? meetsRows(edit.after) : [])],
  toldAt: ({ before, after }) => [before, after].filter((one) => one !== null),
} satisfies ChangeKind<CommentEdit>
