/**
 * The places of the cells of a filing, counted schedule by schedule, line by line. Knows structure, not values.
 */
import type { CellRef, Filing, Schedule } from '../model/filing.ts'
import { positionOf, type Found } from '../model/lookup.ts'

type Sheet = { schedule: Schedule; offset: number }

export class SlotPlaces {
  private readonly filing: Filing
  private readonly sheets: readonly Sheet[]
  /** How many cells the filing has; each has a place below. */
  readonly count: number

  constructor(filing: Filing) {
    this.filing = filing
    let offset = 0
    this.sheets = filing.schedules.map((schedule) => {
      const sheet = { schedule, offset }
      offset += schedule.lines.length * schedule.columns.length
      return sheet
    })
    this.count = offset
  }

  /** The place of a cell; undefined where the filing has none. */
  of(ref: CellRef): number | undefined {
    const sheet = this.sheets[positionOf(this.filing.schedules, ref.schedule)]
    if (!sheet) return undefined
    const line = positionOf(sheet.schedule.lines, ref.line)
    const column = positionOf(sheet.schedule.columns, ref.column)
    return line < 0 || column < 0 ? undefined : sheet.offset + line * sheet.schedule.columns.length + column
  }

  /** The cell at a place. */
  at(slot: number): Found {
    const { schedule, offset } = this.sheets.findLast((sheet) => sheet.offset <= slot)!
    const column = schedule.columns[(slot - offset) % schedule.columns.length]!
    const line = schedule.lines[Math.floor((slot - offset) / schedule.columns.length)]!
    return { filing: this.filing, schedule, line, column }
  }
}
