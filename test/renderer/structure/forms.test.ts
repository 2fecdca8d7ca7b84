/** Lines and columns as forms state them: what a form does not touch stays as it was. */
import { describe, expect, it } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { columnForm, statedColumn } from '../../../renderer/structure/column_form.ts'
import {
  isInFilingCopy,
  lineForm,
  statedLine,
  tickedCopy,
  type LineForm,
} from '../../../renderer/structure/line_form.ts'
import type { Column, Line } from '../../../shared/model/filing.ts'

const LINE: Line = { id: 'fees', label: 'Fees', kind: 'input' }
const COLUMN: Column = { id: 'q3', label: 'Q3', kind: 'duration' }

describe('every line and column of the samples', () => {
  const schedules = sampleFilings().flatMap((filing) => filing.schedules)

  it('is stated by its own form as it stands', () => {
    const lines = schedules.flatMap((schedule) => schedule.lines)
    expect(lines.length).toBeGreaterThan(50)
    expect(lines.map((line) => statedLine(lineForm(line), line))).toEqual(lines)
  })

  it('and so is every column', () => {
    const columns = schedules.flatMap((schedule) => schedule.columns)
    expect(columns.length).toBeGreaterThan(5)
    expect(columns.map((column) => statedColumn(columnForm(column, undefined)))).toEqual(columns)
  })
})

function stated(change: Partial<LineForm>) {
  return statedLine({ ...lineForm(LINE), ...change }, LINE)
}

function endingOn(end: string) {
  return statedColumn({ ...columnForm(COLUMN, undefined), end })
}

function tick(line: Line, isTicked: boolean) {
  const form = lineForm(line)
  return statedLine({ ...form, filingCopy: tickedCopy(form, isTicked) }, line)
}

describe('a line form', () => {
  it('states what is ticked and chosen, without blanks around', () => {
    expect(
      stated({
        label: ' Servicing fees ',
        formula: ' a + b ',
        kind: 'formula',
        source: 'income.fees',
        sign: '-1',
        rule: 'double',
        filingCopy: false,
        decimals: '2',
      }),
    ).toEqual({
      id: 'fees',
      label: 'Servicing fees',
      kind: 'formula',
      formula: 'a + b',
      source: { line: 'income.fees', sign: -1 },
      rule: 'double',
      filingCopy: false,
      decimals: 2,
    })
  })

  it('leaves a detail out of the filing copy until it is ticked, and a line in until it is unticked', () => {
    const detail: Line = { ...LINE, parent: 'income' }
    expect([isInFilingCopy(lineForm(LINE)), isInFilingCopy(lineForm(detail))]).toEqual([true, false])
    expect(tick(detail, true)).toEqual({ ...detail, filingCopy: true })
    expect(tick({ ...detail, filingCopy: true }, false)).toEqual(detail)
    expect(tick(LINE, false)).toEqual({ ...LINE, filingCopy: false })
    expect(tick({ ...LINE, filingCopy: false }, true)).toEqual(LINE)
    for (const line of [detail, { ...detail, filingCopy: true }, { ...detail, filingCopy: false }]) {
      expect(statedLine(lineForm(line), line)).toEqual(line)
    }
    // What was not ticked follows where the line goes.
    expect(isInFilingCopy({ ...lineForm(detail), parent: '' })).toBe(true)
    expect(isInFilingCopy({ ...lineForm(LINE), parent: 'income' })).toBe(false)
  })

  it.each(['11', '-1', '1.5', 'two', '1e1'])('takes no %s for decimals', (decimals) => {
    expect(stated({ decimals })).toMatchObject({ at: 'decimals' })
  })

  it('takes 0 and 10 for decimals', () => {
    expect(stated({ decimals: '0' })).toMatchObject({ decimals: 0 })
    expect(stated({ decimals: ' 10 ' })).toMatchObject({ decimals: 10 })
  })

  it('tells all its faults at once, and none that stood before', () => {
    const faults = stated({ label: ' ', id: 'No id', decimals: '99', isConfined: true })
    const all = 'others' in faults ? [faults, ...(faults.others ?? [])] : [faults]
    expect(all.map((one) => 'at' in one && one.at)).toEqual(['label', 'id', 'decimals', 'only'])
    const old: Line = { id: 'Old', label: '', kind: 'formula' }
    expect(statedLine(lineForm(old), old)).toEqual(old)
  })

  it('is not confined to no column at all', () => {
    expect(stated({ isConfined: true, only: [] })).toMatchObject({ at: 'only' })
    expect(stated({ formula: '= 1', isPartlyServed: true, columns: [] })).toMatchObject({ at: 'columns' })
  })
})

describe('a column form', () => {
  it.each(['2008-02-29', '2007-12-31', ' 2000-02-29 '])('takes the date %s', (end) => {
    expect(endingOn(end)).toMatchObject({ end: end.trim() })
  })

  it.each(['2007-02-29', '1900-02-29', '2007-13-01', '2007-04-31', '2007-00-10', '31.12.2007', '2007'])(
    'refuses %s',
    (end) => {
      expect(endingOn(end)).toMatchObject({ at: 'end' })
    },
  )

  it('states no end where none is typed', () => {
    expect(endingOn(' ')).toEqual(COLUMN)
  })
})
