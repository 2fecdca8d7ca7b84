/**
 * What stands open in a draft before it is filed, as facts: tie-outs that fail, cells that show an error, figures that are
 * blank, what is flagged, what cannot be tested, notes that speak of another period. Nothing here forbids filing.
 */
import { CellError } from '../../../shared/calc/cell_error.ts'
import type { Beside } from '../../../shared/checks/beside.ts'
import { awaitsFigure } from '../../../shared/checks/blanks.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { cellTitle, columnName, scheduleName } from '../../../shared/model/lookup.ts'
import { datedNotes } from '../../../shared/templates/note_times.ts'
import { counted } from '../../../shared/money/count.ts'
import { listed } from '../../../shared/money/listed.ts'
import type { TieOut } from '../../../shared/checks/tie_out.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import { OPEN } from './wording.ts'

export type Matter = { heading: string; texts: string[] }

/**
 * `held` counts the tie-outs that hold, within rounding too. `isUnready` where figures fail, err or are missing: filing then
 * is nothing to do by a stray key.
 */
export type OpenMatters = { held: number; groups: Matter[]; isUnready: boolean }

/** Texts named in one list; the rest is counted. */
const MOST = 50

function stands({ texts }: Matter): boolean {
  return texts.length > 0
}

/** What stands open in the base layer of the filing that the engine computes, with what is known beside it. */
export function openMatters(filing: Filing, engine: Engine, { commented, carried }: Beside): OpenMatters {
  // Errors are listed cell by cell.
  const all = tieOuts(filing, engine, commented, carried)
  const texts = (status: TieOut['status']): string[] =>
    all.filter(({ kind, filed }) => filed === status && kind !== 'error').map(({ text }) => text)
  const blank = blanks(filing, engine)
  const unready = [
    matter(texts('fail'), 'does not tie', 'do not tie'),
    matter(errors(filing, engine), 'cell shows an error', 'cells show an error'),
    { heading: OPEN.blank(blank.count), texts: blank.texts },
  ]
  const others = [
    matter(texts('flagged'), 'is flagged', 'are flagged'),
    matter(texts('not_testable'), 'cannot be tested', 'cannot be tested'),
    matter(notes(filing), 'note names a date or an amount', 'notes name dates or amounts'),
  ]
  const held = all.filter(({ filed }) => filed === 'pass' || filed === 'within_rounding').length
  return { held, groups: [...unready, ...others].filter(stands), isUnready: unready.some(stands) }
}

function matter(found: string[], one: string, many: string): Matter {
  const heading = counted(found.length, one, many)
  if (found.length <= MOST) return { heading, texts: found }
  return { heading, texts: [...found.slice(0, MOST), OPEN.more(found.length - MOST)] }
}

function errors(filing: Filing, engine: Engine): string[] {
  return filing.schedules.flatMap((schedule) =>
    schedule.lines.flatMap((line) =>
      schedule.columns.flatMap((column) => {
        const value = engine.value({ schedule: schedule.id, line: line.id, column: column.id }, 'base')
        if (!(value instanceof CellError)) return []
        return [`${scheduleName(schedule)}: ${cellTitle({ schedule, line, column })}, ${value.code}`]
      }),
    ),
  )
}

/** The blank inputs of every line and column that prints, counted. */
function blanks(filing: Filing, engine: Engine): { count: number; texts: string[] } {
  const texts: string[] = []
  let count = 0
  for (const schedule of filing.schedules) {
    for (const column of schedule.columns) {
      if (column.filingCopy === false) continue
      const blank = schedule.lines.filter(
        (line) => line.filingCopy !== false && awaitsFigure({ filing, schedule, line, column }, engine),
      ).length
      if (blank === 0) continue
      count += blank
      texts.push(`${scheduleName(schedule)}, ${columnName(schedule, column)}: ${OPEN.blank(blank)}`)
    }
  }
  return { count, texts }
}

function notes(filing: Filing): string[] {
  return datedNotes(filing).map(({ schedule, mark, named }) => {
    return OPEN.dated(scheduleName(schedule), mark, listed(named))
  })
}
