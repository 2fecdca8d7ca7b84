/**
 * The fields of a line, in the order in which a line is thought of: what it is called, what it computes, how it shows, where it
 * belongs. A table; drawn by ui/field_table.tsx.
 */
import type { Filing, Line, Schedule } from '../../../shared/model/filing.ts'
import { entitiesOf } from '../../../shared/model/entities.ts'
import { columnName, lineName, scheduleName } from '../../../shared/model/lookup.ts'
import type { FieldTable } from '../../ui/field_table.tsx'
import type { Option } from '../../ui/fields.tsx'
import { formulaOf } from './formula_field.tsx'
import { isInFilingCopy, tickedCopy, type LineForm } from './line_form.ts'
import { entityOptions, idWords, LINE_FORMATS, LINE_KINDS, ORIGINS, RULES, SIGNS, TYPES, HINTS } from './wording.ts'

/** `own` is the id under which the line stands. */
type About = { filing: Filing; schedule: Schedule; own: string }

/** Lines under which a line may fold: none that lies under it itself. */
function parents(_form: LineForm, { schedule: { lines }, own }: About): Option<string>[] {
  const under = new Set([own])
  for (let grown = true; grown;) {
    const more = lines.filter(({ id, parent }) => parent !== undefined && under.has(parent) && !under.has(id))
    for (const { id } of more) under.add(id)
    grown = more.length > 0
  }
  const free = lines.filter(({ id }) => !under.has(id))
  return [
    { value: '', label: 'None: a line of its own' },
    ...free.map((line) => ({ value: line.id, label: lineName({ schedule: { lines }, line }) })),
  ]
}

function holdsFigures({ kind }: Pick<Line, 'kind'>): boolean {
  return kind === 'input' || kind === 'formula'
}

/** Lines of the other schedules that an adjustment can mirror. */
function sources(_form: LineForm, { filing, schedule }: About): Option<string>[] {
  const others = filing.schedules.filter(({ id }) => id !== schedule.id)
  return [
    { value: '', label: 'None' },
    ...others.flatMap((other) =>
      other.lines.filter(holdsFigures).map((line) => ({
        value: `${other.id}.${line.id}`,
        label: lineName({ schedule: other, line }),
        group: scheduleName(other),
      })),
    ),
  ]
}

function columns(_form: LineForm, { schedule }: About): Option<string>[] {
  return schedule.columns.map((column) => ({ value: column.id, label: columnName(schedule, column) }))
}

export const LINE_FIELDS: FieldTable<LineForm, About> = [
  {
    rows: [
      { as: 'text', key: 'label', label: 'Label', first: true, className: 'wide' },
      { as: 'choice', key: 'kind', label: 'Holds', options: LINE_KINDS },
      { as: 'code', key: 'id', label: 'Id', hint: ({ id }, { own }) => idWords('the line', id === own) },
    ],
  },
  {
    title: 'Figures',
    when: ({ kind }) => kind !== 'heading',
    rows: [
      {
        as: 'own',
        key: 'formula',
        label: 'Formula',
        hint: ({ kind }) => (kind === 'formula' ? undefined : HINTS.lineFormula),
        Control: formulaOf(({ filing, schedule, own }) => ({
          filing,
          cell: { schedule: schedule.id, line: own, column: schedule.columns[0]?.id ?? '' },
        })),
        when: holdsFigures,
      },
      {
        as: 'several',
        key: 'columns',
        label: 'The formula serves',
        options: columns,
        partly: 'isPartlyServed',
        when: (form) => holdsFigures(form) && form.formula.trim() !== '',
      },
      { as: 'several', key: 'only', label: 'The line has cells in', options: columns, partly: 'isConfined' },
      { as: 'choice', key: 'format', label: 'Format', options: LINE_FORMATS, when: holdsFigures },
      {
        as: 'lines',
        key: 'choices',
        label: 'Choices',
        hint: HINTS.choices,
        when: (form) => holdsFigures(form) && form.format === 'choice',
      },
      { as: 'text', key: 'decimals', label: 'Decimals shown', placeholder: 'as the format', when: holdsFigures },
      { as: 'choice', key: 'rule', label: 'Rule', options: RULES, when: holdsFigures },
      [
        { as: 'tick', key: 'currency', label: 'Currency sign', when: holdsFigures },
        { as: 'tick', key: 'deduction', label: 'A deduction (a larger amount lowers earnings)', when: holdsFigures },
        { as: 'tick', key: 'proof', label: 'A proof (every amount must be nil)', when: holdsFigures },
      ],
    ],
  },
  {
    title: 'Where it belongs',
    rows: [
      { as: 'choice', key: 'parent', label: 'Detail of', options: parents },
      { as: 'choice', key: 'type', label: 'Adjustment', options: TYPES },
      { as: 'choice', key: 'source', label: 'Mirrors', options: sources, when: holdsFigures },
      {
        as: 'choice',
        key: 'sign',
        label: 'Mirrors it',
        options: SIGNS,
        when: (form) => holdsFigures(form) && form.source !== '',
      },
      {
        as: 'choice',
        key: 'entity',
        label: 'Reads the columns of',
        hint: HINTS.entity,
        options: ({ entity }, { filing }) => entityOptions(entity, entitiesOf(filing.schedules)),
        when: (form, { filing }) =>
          holdsFigures(form) && (form.entity !== '' || entitiesOf(filing.schedules).length > 0),
      },
      {
        as: 'several',
        key: 'notes',
        label: 'Note marks',
        className: 'notes',
        options: (_form, { schedule }) =>
          (schedule.notes ?? []).map(({ mark, text }) => ({ value: mark, label: `(${mark}) ${text}` })),
        empty: HINTS.noNotes,
      },
      { as: 'choice', key: 'origin', label: 'Origin', options: ORIGINS },
      {
        as: 'text',
        key: 'how',
        label: 'How, or why',
        placeholder: ({ origin }) => (origin === 'assumed' ? 'Why it is assumed' : 'The arithmetic behind it'),
      },
      [
        {
          as: 'tick',
          key: 'filingCopy',
          label: 'Shown in the filing copy',
          hint: ({ parent }) => (parent === '' ? undefined : HINTS.detailPrints),
          isTicked: isInFilingCopy,
          set: (isTicked, form) => ({ filingCopy: tickedCopy(form, isTicked) }),
        },
      ],
    ],
  },
]
