/**
 * Columns by entity in a roll forward: they go where their consolidated column goes, and a period that is kept or added beside the others
 * has the entities of the period that it is made like. Decides columns only.
 */
import { entityColumnId, entityColumns } from '../../model/entities.ts'
import type { Column, Schedule } from '../../model/filing.ts'
import type { ColumnPlan, RolledColumn } from './rolled_column.ts'

/** The schedule without the columns of entities: which periods it has is told from its consolidated ones. */
export function withoutEntities(schedule: Schedule): Schedule {
  const columns = schedule.columns.filter(({ entity }) => !entity)
  return columns.length === schedule.columns.length ? schedule : { ...schedule, columns }
}

/** The plan with the entities of each period before its consolidated column. */
export function withEntities(schedule: Schedule, plan: ColumnPlan): ColumnPlan {
  const stood = new Set(schedule.columns.map(({ id }) => id))
  const columns = plan.columns.flatMap((of): RolledColumn[] => {
    const parts = entityColumns(schedule, of.like.id).map((like): RolledColumn => {
      const { name } = like.entity!
      const id = entityColumnId(of.id, name)
      const { supporting, added, months } = of
      return {
        id,
        like,
        period: undefined,
        comparative: of.comparative && stood.has(id),
        ...(supporting && { supporting }),
        ...(added && { added }),
        months,
        part: { name, of },
      }
    })
    return parts.length === 0 ? [of] : [...parts, { ...of, parts: parts.map(({ id }) => id) }]
  })
  const there = new Set(columns.map(({ id }) => id))
  return { ...plan, columns: columns.map((column) => withPartsOfSums(column, there)) }
}

/** A part of a year to date adds up the entity's parts of its quarters, where each of them has a column; else it takes typed figures. */
function withPartsOfSums(column: RolledColumn, there: ReadonlySet<string>): RolledColumn {
  const sums = column.part?.of.sums?.map((quarter) => entityColumnId(quarter, column.part!.name))
  if (!sums) return column
  return { ...column, sums: sums.every((id) => there.has(id)) ? sums : [] }
}

/** The formula by which a consolidated column adds up its entities; undefined where the old one added up nothing of the kind. */
export function sumOfParts({ parts = [], like }: RolledColumn): string | undefined {
  const isSum = parts.length > 0 && like.formula?.includes(`@${entityColumnId(like.id, '')}`)
  if (!isSum) return undefined
  return parts.length === 1 ? `= @${parts[0]!}` : `= sum(@${parts[0]!}..@${parts.at(-1)!})`
}

/** The column of the same entity in another period; that of the period where the column is of none, undefined where there is none. */
export function partOf({ columns }: Schedule, { entity }: Column, period: string): Column | undefined {
  if (!entity) return columns.find(({ id }) => id === period)
  return columns.find((one) => one.entity?.of === period && one.entity.name === entity.name)
}
