/**
 * What stands open in a draft before it is filed, as facts: tie-outs that fail, cells that show an error, what is flagged,
 * what cannot be tested. Nothing here forbids filing.
 */
import { CellError } from '../../shared/calc/cell_error.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { columnName, scheduleName } from '../../shared/model/lookup.ts'
import { tieOuts, type Engine, type TieOut } from '../workbench/rules.ts'

export type Matter = { heading: string; texts: string[] }

/** `held` counts the tie-outs that hold, within rounding too. */
export type OpenMatters = { held: number; groups: Matter[] }

/** Texts named in one list; the rest is counted. */
const MOST = 50

/** What stands open in the base layer of the filing that the engine computes. */
export function openMatters(filing: Filing, engine: Engine): OpenMatters {
  const all = tieOuts(filing, engine)
  const texts = (status: TieOut['status']): string[] =>
    all.filter(({ filed }) => filed === status).map(({ text }) => text)
  const groups = [
    matter(texts('fail'), 'does not tie', 'do not tie'),
    matter(errors(filing, engine), 'cell shows an error', 'cells show an error'),
    matter(texts('flagged'), 'is flagged', 'are flagged'),
    matter(texts('not_testable'), 'cannot be tested', 'cannot be tested'),
  ]
  const held = all.filter(({ filed }) => filed === 'pass' || filed === 'within_rounding').length
  return { held, groups: groups.filter(({ texts: found }) => found.length > 0) }
}

function matter(found: string[], one: string, many: string): Matter {
  const heading = `${found.length} ${found.length === 1 ? one : many}`
  if (found.length <= MOST) return { heading, texts: found }
  return { heading, texts: [...found.slice(0, MOST), `And ${found.length - MOST} more, in the panel Tie-outs.`] }
}

function errors(filing: Filing, engine: Engine): string[] {
  return filing.schedules.flatMap((schedule) =>
    schedule.lines.flatMap((line) =>
      schedule.columns.flatMap((column) => {
        const value = engine.value({ schedule: schedule.id, line: line.id, column: column.id }, 'base')
        if (!(value instanceof CellError)) return []
        return [`${scheduleName(schedule)}: ${line.label}, ${columnName(schedule, column)}, ${value.code}`]
      }),
    ),
  )
}
