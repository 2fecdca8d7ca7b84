/** The tables of fields: they state everything that their forms hold, and are drawn as the form stands. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { sampleFilings } from '../../../../db/samples/samples.ts'
import { COLUMN_FIELDS } from '../../../../renderer/features/structure/column_fields.ts'
import { columnForm } from '../../../../renderer/features/structure/column_form.ts'
import { LINE_FIELDS } from '../../../../renderer/features/structure/line_fields.ts'
import { lineForm, type LineForm } from '../../../../renderer/features/structure/line_form.ts'
import { SCHEDULE_FIELDS } from '../../../../renderer/features/structure/schedule_fields.ts'
import { scheduleForm } from '../../../../renderer/features/structure/schedule_form.ts'
import { FieldTableForm, type FieldTable } from '../../../../renderer/ui/field_table.tsx'

const filing = sampleFilings()[0]!
const schedule = filing.schedules[0]!
const line = schedule.lines.find(({ kind }) => kind === 'input')!
const column = schedule.columns[0]!

function statedBy<F, A>(table: FieldTable<F, A>): string[] {
  return table
    .flatMap(({ rows }) => rows)
    .flatMap((row) => ('as' in row ? [row] : row))
    .flatMap((row) => [row.key, ...(row.as === 'several' && row.partly ? [row.partly] : [])])
}

/** The form of a line as it is drawn. */
function drawn(change: Partial<LineForm>, problems: Partial<Record<keyof LineForm, string>> = {}): string {
  return renderToStaticMarkup(
    createElement(FieldTableForm<LineForm, { filing: typeof filing; schedule: typeof schedule; own: string }>, {
      table: LINE_FIELDS,
      form: { ...lineForm(line), ...change },
      about: { filing, schedule, own: line.id },
      problems,
      onChange: () => undefined,
    }),
  )
}

describe('a table of fields', () => {
  it('states every part of its form, each once', () => {
    expect(statedBy(LINE_FIELDS).toSorted()).toEqual(Object.keys(lineForm(line)).toSorted())
    expect(statedBy(COLUMN_FIELDS).toSorted()).toEqual(Object.keys(columnForm(column, undefined)).toSorted())
    expect(statedBy(SCHEDULE_FIELDS).toSorted()).toEqual(Object.keys(scheduleForm(schedule)).toSorted())
  })

  it('shows a field only where it means something', () => {
    expect(drawn({})).toContain('Currency sign')
    expect(drawn({ kind: 'heading' })).not.toContain('<h3>Figures</h3>')
    expect(drawn({ kind: 'text' })).not.toContain('Currency sign')
    expect(drawn({ formula: '' })).not.toContain('The formula serves')
    expect(drawn({ formula: '= a' })).toContain('The formula serves')
    expect(drawn({ parent: 'a' })).toContain('If ticked, a detail prints under its line')
  })

  it('says at a field why it is refused, in place of its hint', () => {
    expect(drawn({})).toContain('Formulas use this id for the line.')
    const refused = drawn({}, { id: 'Taken.' })
    expect(refused).toContain('<p class="problem"')
    expect(refused).not.toContain('Formulas use this id for the line.')
  })
})
