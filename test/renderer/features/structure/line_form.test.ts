/** Lines and columns as forms state them: what a form does not touch stays as it was. */
import { describe, expect, it } from 'vitest'
import { sampleFilings } from '../../../../db/samples/samples.ts'
import {
  columnForm,
  idHint,
  statedColumn,
  withColumnChange,
} from '../../../../renderer/features/structure/column_form.ts'
import {
  isInFilingCopy,
  lineForm,
  statedLine,
  tickedCopy,
  type LineForm,
} from '../../../../renderer/features/structure/line_form.ts'
import type { Column, Line } from '../../../../shared/model/filing.ts'

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
    expect(columns.map((column) => statedColumn(columnForm(column, undefined), column))).toEqual(columns)
  })
})

function stated(change: Partial<LineForm>) {
  return statedLine({ ...lineForm(LINE), ...change }, LINE)
}

it('a proof is stated by its form, and ticked off again', () => {
  const proof = stated({ proof: true })
  expect(proof).toEqual({ ...LINE, proof: true })
  expect(statedLine({ ...lineForm(proof as Line), proof: false }, proof as Line)).toEqual(LINE)
})

it('the entity of a column stays while it is a period, and that of a line is chosen', () => {
  const part: Column = { ...COLUMN, entity: { name: 'trs', of: 'q3_2007' } }
  const form = columnForm(part, undefined)
  expect(statedColumn({ ...form, label: 'Subsidiaries' }, part)).toEqual({ ...part, label: 'Subsidiaries' })
  expect(statedColumn({ ...form, kind: 'component' }, part)).not.toHaveProperty('entity')
  expect(stated({ entity: 'trs' })).toEqual({ ...LINE, entity: 'trs' })
  expect(stated({ entity: '' })).toEqual(LINE)
})

function endingOn(end: string) {
  return statedColumn({ ...columnForm(COLUMN, undefined), end }, COLUMN)
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

  it('states no end of what is no period: a component that ends on a day would stand for the period', () => {
    const form = columnForm({ ...COLUMN, end: '2007-09-30' }, 'Three Months Ended')
    expect(statedColumn({ ...form, kind: 'component' }, COLUMN)).toEqual({ ...COLUMN, kind: 'component' })
    expect(statedColumn({ ...form, kind: 'instant' }, COLUMN)).toMatchObject({ end: '2007-09-30' })
  })

  it('states no end where none is typed', () => {
    expect(endingOn(' ')).toEqual(COLUMN)
  })
})

describe('a column whose period or kind changes', () => {
  const quarter: Column = { id: 'q3_2007', label: 'September 30, 2007', kind: 'duration', end: '2007-09-30' }
  const before = columnForm(quarter, 'Three Months Ended')
  const typed = (...ends: string[]) => ends.reduce((form, end) => withColumnChange(before, form, { end }), before)

  it('is called after the date on which it ends, as it was, key by key', () => {
    expect(typed('2007-09-3', '2007-12-3', '2007-12-31').label).toBe('December 31, 2007')
    expect(typed('2007-12-31', '2008').label).toBe('September 30, 2007')
    const short = columnForm({ ...quarter, label: 'Sept. 30' }, undefined)
    expect(withColumnChange(short, short, { end: '2007-12-31' }).label).toBe('Dec. 31')
    const named = columnForm({ ...quarter, label: 'Q3 2007' }, undefined)
    expect(withColumnChange(named, named, { end: '2008-03-31' }).label).toBe('Q1 2008')
  })

  it('keeps a name of its own, and one that was typed', () => {
    const own = columnForm({ ...quarter, label: 'Budget' }, undefined)
    expect(withColumnChange(own, own, { end: '2007-12-31' }).label).toBe('Budget')
    expect(withColumnChange(before, { ...before, label: 'Plan' }, { end: '2007-12-31' }).label).toBe('Plan')
  })

  it('leaves the head over periods once it is none; another head stays', () => {
    expect(withColumnChange(before, before, { kind: 'component' }).group).toBe('')
    expect(withColumnChange(before, before, { kind: 'instant' }).group).toBe('')
    const assets = columnForm(quarter, 'Trust assets')
    expect(withColumnChange(assets, assets, { kind: 'component' }).group).toBe('Trust assets')
    const back = withColumnChange(before, withColumnChange(before, before, { kind: 'component' }), { kind: 'duration' })
    expect(back.group).toBe('Three Months Ended')
    expect(withColumnChange(before, { ...before, group: 'Year Ended' }, { kind: 'duration' }).group).toBe('Year Ended')
  })

  it('says where the id names another period', () => {
    expect(idHint(before, before)).toBeUndefined()
    expect(idHint(before, { ...before, end: '2007-12-31' })).toBe(
      'The id still names the period that ended September 30, 2007. Roll-forwards and the year to date follow the id.',
    )
    expect(idHint(before, { ...before, id: 'q4_2007', end: '2007-12-31' })).toBeUndefined()
    expect(idHint(before, { ...before, end: '2007-12-3' })).toBeUndefined()
    expect(idHint(before, { ...before, kind: 'component' })).toBe('The id names a period, but the column is not one.')
  })
})
