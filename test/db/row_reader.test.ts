/** What the file gives is taken at its type where it is read: another type, or another kind of change, is damage. */
import { expect, test } from 'vitest'
import { number, oneOf, optional, rowOf, text } from '../../db/row_reader.ts'
import { readChanges } from '../../db/stored_json.ts'
import { failure } from './workbook_fixture.ts'

const read = rowOf({ id: text, at: number, source: optional(text), kind: oneOf('edit', 'undo') })
const row = { id: 'a', at: 1, source: null, kind: 'edit' }

test('a row of its fields is read as it is', () => expect(read({ ...row })).toEqual(row))

test.each([{ id: 1 }, { id: null }, { at: '1' }, { source: 2 }, { kind: 'redo' }, { at: undefined }])(
  '%o is damage',
  (fault) => expect(failure(() => read({ ...row, ...fault })).kind).toBe('damaged'),
)

test('changes of a kind that there is not are damage', () => {
  for (const changes of ['[{"kind":"spell"}]', '[null]', '[{}]', '{}', '[{"kind":"toString"}]']) {
    expect(failure(() => readChanges(changes)).kind).toBe('damaged')
  }
})
