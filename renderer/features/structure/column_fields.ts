/**
 * The fields of a column: what it is called, what it is, how it shows, where it comes from. A table; drawn by ui/field_table.tsx.
 */
import type { Filing, Schedule } from '../../../shared/model/filing.ts'
import { columnOf } from '../../../shared/model/lookup.ts'
import type { FieldTable } from '../../ui/field_table.tsx'
import { idHint, isPeriod, type ColumnForm } from './column_form.ts'
import { formulaOf } from './formula_field.tsx'
import { COLUMN_FORMATS, COLUMN_KINDS, headsOf, idWords, ORIGINS, HINTS } from './wording.ts'

/** `own` is the id under which the column stands, `began` the form as it was opened. */
type About = { filing: Filing; schedule: Schedule; own: string; began: ColumnForm }

export const COLUMN_FIELDS: FieldTable<ColumnForm, About> = [
  {
    rows: [
      { as: 'text', key: 'label', label: 'Head', first: true, className: 'wide' },
      { as: 'choice', key: 'kind', label: 'Is', options: COLUMN_KINDS },
      {
        as: 'code',
        key: 'id',
        label: 'Id',
        hint: (form, { own, began }) => idHint(began, form) ?? idWords('the column', form.id === own),
      },
      {
        as: 'date',
        key: 'end',
        label: ({ kind }) => (kind === 'duration' ? 'Ends on' : 'As of'),
        placeholder: '3/31/2008',
        // An entity's column ends when its consolidated one does.
        when: ({ kind }, { schedule, own }) => isPeriod(kind) && !columnOf(schedule, own)?.entity,
      },
      { as: 'text', key: 'group', label: 'Under the head', hint: (_form, { schedule }) => headsOf(schedule) },
    ],
  },
  {
    title: 'Figures',
    rows: [
      {
        as: 'own',
        key: 'formula',
        label: 'Formula',
        hint: HINTS.columnFormula,
        Control: formulaOf(({ filing, schedule, own }) => ({
          filing,
          cell: { schedule: schedule.id, line: schedule.lines[0]?.id ?? '', column: own },
        })),
      },
      { as: 'tick', key: 'all', label: HINTS.computesAll },
      { as: 'choice', key: 'format', label: 'Format', options: COLUMN_FORMATS },
      { as: 'lines', key: 'choices', label: 'Choices', hint: HINTS.choices, when: ({ format }) => format === 'choice' },
      { as: 'text', key: 'decimals', label: 'Decimals shown', placeholder: 'as the format' },
    ],
  },
  {
    title: 'Where it comes from',
    rows: [
      { as: 'choice', key: 'origin', label: 'Origin', options: ORIGINS },
      { as: 'text', key: 'how', label: 'How, or why' },
      { as: 'tick', key: 'filingCopy', label: 'Shown in the filing copy' },
    ],
  },
]
