/**
 * Both samples rolled through eight quarters, with figures entered for each new period and nothing else touched: nothing points nowhere,
 * every total ties, each period opens at the close before it, the year to date is the sum of its quarters, and what was carried agrees with
 * the filing before.
 */
import { describe, expect, test } from 'vitest'
import { IMPAC_2007_Q3 } from '../../../../db/samples/impac_2007_q3/filing.ts'
import { IMPAC_2009 } from '../../../../db/samples/impac_2009/filing.ts'
import { periodOf } from '../../../../shared/calendar/periods.ts'
import { createEngine, type Engine } from '../../../../shared/calc/engine.ts'
import { cellFormat, hasCell, structureFormula, takesInput } from '../../../../shared/calc/layout.ts'
import { isAmount } from '../../../../shared/calc/value.ts'
import { carriedSources } from '../../../../shared/checks/carried.ts'
import { tieOuts } from '../../../../shared/checks/tie_outs.ts'
import { filingSchema, type CellInput, type CellRef, type Filing } from '../../../../shared/model/filing.ts'
import { nextDetails, rollForward } from '../../../../shared/templates/roll/roll_forward.ts'
import { rollforwards } from '../../../../shared/templates/roll/roll_lines.ts'
import { isMeasured } from '../../../../shared/money/format.ts'
import { isOfLayers } from '../../../../shared/templates/roll/roll_tax_year.ts'
import { byEntity } from '../../structure/by_entity.ts'
import { cellsOf, comparedByProofs, figure, scheduleOf } from '../filing_fixture.ts'
import { sentence } from '../../worded.ts'

/** The filing with a figure in every cell that is entered, as a controller fills in a quarter; an opening at the start only. */
function filledIn(filing: Filing, step: number): Filing {
  const engine = createEngine(filing)
  return {
    ...filing,
    schedules: filing.schedules.map((schedule) => {
      const compared = comparedByProofs(schedule)
      const openings = new Set(rollforwards(schedule).map(({ opening }) => opening.id))
      const more = schedule.lines.flatMap((line, at) => {
        const first = schedule.columns.findIndex((column) => hasCell(line, column))
        return schedule.columns.flatMap((column, place): CellInput[] => {
          const ref = { schedule: schedule.id, line: line.id, column: column.id }
          const isEntered = takesInput(line, column) && !structureFormula(line, column) && line.format !== 'text'
          const isOpening =
            openings.has(line.id) &&
            !(
              step === 0 &&
              (place === first || (column.entity && column.entity.of === schedule.columns[0]!.entity?.of))
            )
          // Where the consolidated figure is no sum of its entities, theirs are not made up.
          const consolidated = column.entity && schedule.columns.find(({ id }) => id === column.entity!.of)!
          const isHeld =
            consolidated &&
            (structureFormula(line, consolidated)?.by !== 'column' || isOpen(engine, ref, consolidated.id))
          // Rows for further layers stay free, as dates and choices that nobody makes, and what a proof compares.
          const isFree = isOfLayers(schedule) || !isMeasured(cellFormat(line, column)) || compared.has(line.id)
          if (!isEntered || isFree || isOpening || isHeld || engine.value(ref, 'base') !== null) return []
          const input = cellFormat(line, column) === 'shares' ? '76084' : `${(at + 1) * 101 + place * 7 + step * 13}`
          return [{ ...ref, input }]
        })
      })
      return more.length === 0 ? schedule : { ...schedule, cells: [...schedule.cells, ...more] }
    }),
  }
}

/** True where an input stands over the sum of the entities. */
function isOpen(engine: Engine, ref: CellRef, consolidated: string): boolean {
  return engine.input({ ...ref, column: consolidated }, 'base') !== null
}

function next(filing: Filing, id: string): Filing {
  const made = rollForward(filing, { id, details: nextDetails(filing, 'quarter') })
  if (made.kind === 'refused') throw new Error(sentence(made))
  return made.filing
}

/** A formula of one column alone gives no figures by entity: the dividends of the first quarter are typed before they are split. */
const DIVIDENDS_TYPED: Filing = {
  ...IMPAC_2007_Q3,
  schedules: IMPAC_2007_Q3.schedules.map((schedule) => ({
    ...schedule,
    cells: schedule.cells.map((one) =>
      one.line === 'common_dividends' && one.column === 'q1_2007' ? { ...one, input: '7608' } : one,
    ),
  })),
}

const SAMPLES = [
  IMPAC_2007_Q3,
  IMPAC_2009,
  byEntity(DIVIDENDS_TYPED, { schedules: ['income', 'reconciliation', 'equity'] }),
]

describe.each(SAMPLES)('$id', (sample) => {
  const line: Filing[] = [filledIn(sample, 0)]
  for (let step = 1; step <= 8; step += 1) line.push(filledIn(next(line.at(-1)!, `rolled_${step}`), step))

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('after %i quarters', (step) => {
    const [before, filing] = [line[step - 1]!, line[step]!]
    const engine = createEngine(filing)
    expect(filingSchema.parse(filing)).toEqual(filing)
    expect(filing.predecessor).toBe(before.id)
    expect(cellsOf(filing).filter((ref) => figure(engine, ref).startsWith('#'))).toEqual([])
    const old = createEngine(before)
    const carried = carriedSources(filing, (id) =>
      id === before.id ? { filing: before, value: (ref) => old.value(ref, 'base') } : undefined,
    )
    expect(carried.size).toBeGreaterThan(0)
    const all = tieOuts(filing, engine, new Set(), carried)
    expect(all.filter(({ status }) => status === 'fail').map(({ text }) => text)).toEqual([])
    for (const schedule of filing.schedules) {
      for (const { opening, closing } of rollforwards(schedule)) {
        for (const column of schedule.columns.filter((one) => one.kind !== 'computed' && hasCell(opening, one))) {
          const at = (one: string): string => figure(engine, { schedule: schedule.id, line: one, column: column.id })
          // Known once, it is known in every later period.
          expect([schedule.id, column.id, at(opening.id) !== '', at(closing.id) !== '']).toEqual([
            schedule.id,
            column.id,
            true,
            true,
          ])
        }
      }
      for (const column of schedule.columns) {
        const period = periodOf(column)
        if (period?.kind !== 'to_date' || column.formula === undefined) continue
        // A tax year adds up what is to date and a forecast, not quarters.
        const quarters = column.formula.match(/q\d_\d{4}/g)
        if (!quarters) continue
        for (const one of schedule.lines) {
          if (one.kind !== 'input' || one.format !== undefined || !hasCell(one, column)) continue
          const value = (id: string) => engine.value({ schedule: schedule.id, line: one.id, column: id }, 'base')
          const parts = quarters.map(value).filter(isAmount)
          if (parts.length < quarters.length) continue
          const sum = parts.reduce((total, part) => total.plus(part))
          expect([one.id, String(value(column.id))]).toEqual([one.id, String(sum)])
        }
      }
    }
    // The headlines find their figures in the new period.
    for (const headline of filing.headlines ?? []) {
      for (const name of headline.lines) expect(scheduleOf(filing, name.split('.')[0]!)).toBeDefined()
    }
  })
})
