/**
 * The fields of a schedule's head: its titles, its kind, what stands around the grid on paper. A table; drawn by ui/field_table.tsx.
 */
import type { Schedule } from '../../../shared/model/filing.ts'
import { scheduleName } from '../../../shared/model/lookup.ts'
import type { FieldTable } from '../../ui/field_table.tsx'
import type { ScheduleForm } from './schedule_form.ts'
import { idWords, SCHEDULE_KINDS, HINTS } from './wording.ts'

/** A schedule as it stands, or a new one among others; `made` is the id that it takes where none is typed. */
type About = { own: Schedule } | { made: (form: ScheduleForm) => string; among: readonly Schedule[] }

const isNew = (_form: ScheduleForm, about: About): boolean => 'made' in about
const stands = (_form: ScheduleForm, about: About): boolean => 'own' in about

export const SCHEDULE_FIELDS: FieldTable<ScheduleForm, About> = [
  {
    rows: [
      { as: 'text', key: 'title', label: 'Title', first: true, className: 'wide' },
      { as: 'text', key: 'short', label: 'Short title', hint: HINTS.short },
      {
        as: 'code',
        key: 'id',
        label: 'Id',
        placeholder: (form, about) => ('made' in about ? about.made(form) : undefined),
        hint: ({ id }, about) => idWords('it', !('own' in about) || about.own.id === id),
      },
      { as: 'choice', key: 'kind', label: 'Kind', options: SCHEDULE_KINDS },
      { as: 'text', key: 'unitLine', label: 'Unit line', placeholder: '(in thousands, except per share amounts)' },
      {
        as: 'text',
        key: 'caption',
        label: 'Head above the labels',
        placeholder: 'For the year ended December 31, 2009',
      },
      {
        as: 'choice',
        key: 'start',
        label: 'Begins with',
        hint: HINTS.startLine,
        options: (_form, about) => [
          { value: '', label: 'No line' },
          ...('own' in about ? about.own.lines : [])
            .filter(({ kind }) => kind === 'input' || kind === 'formula')
            .map(({ id, label }) => ({ value: id, label: label || id })),
        ],
        when: stands,
      },
      { as: 'text', key: 'notesTitle', label: 'Head of the notes', placeholder: 'Notes', when: stands },
    ],
  },
  {
    when: isNew,
    rows: [
      {
        as: 'choice',
        key: 'like',
        label: 'Columns',
        options: (_form, about) => [
          ...('among' in about ? about.among : []).map((one) => ({
            value: one.id,
            label: `Those of ${scheduleName(one)}`,
          })),
          { value: '', label: 'None yet' },
        ],
      },
    ],
  },
]
