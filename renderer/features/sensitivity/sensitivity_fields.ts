/**
 * What is filled in at sensitivity, and what was last asked of each of its tables. Holds texts; reads none.
 */
import { takesInput } from '../../../shared/calc/layout.ts'
import type { CellField } from '../../../shared/analysis/read_cell.ts'
import type { CellRef, HeadlineId } from '../../../shared/model/filing.ts'
import { cellInFocus, NO_CELL, toolFields } from '../../contrib/tool_fields.ts'
import type { Shown } from '../../session/reading/shown.ts'
import type { Session } from '../../session/session.ts'

/** The fields of one range. */
export type RangeFields = { cell: CellField; from: string; to: string; step: string }

export type OneWayFields = {
  range: RangeFields
  /** The headline figures to watch; those that a release leads with, until others are chosen. */
  chosen: readonly HeadlineId[] | null
  /** Other figures to watch, and the field in which the next is named. */
  watched: readonly CellRef[]
  more: CellField
}

/** `output` is open until one is chosen: taxable income where the filing has it. */
export type TwoWayFields = { rows: RangeFields; columns: RangeFields; output: CellField | null }

export type RankingFields = { headline: HeadlineId | null; percent: string }

/** What a table was asked for: the fields as they were, the period then in focus, and the figures as they then stood. */
export type Asked<F> = { fields: F; period: string; of: Shown }

type Kind = 'one_way' | 'two_way' | 'ranking'

export type SensitivityFields = {
  kind: Kind
  oneWay: OneWayFields
  twoWay: TwoWayFields
  ranking: RankingFields
  asked: {
    one_way?: Asked<OneWayFields>
    two_way?: Asked<TwoWayFields>
    ranking?: Asked<RankingFields>
  }
}

const NO_RANGE: RangeFields = { cell: NO_CELL, from: '', to: '', step: '' }

export const sensitivityFields = toolFields<SensitivityFields>((session) => {
  const cell = cellInFocus(session, takesInput)
  return {
    kind: 'one_way',
    oneWay: { range: { ...NO_RANGE, cell }, chosen: null, watched: [], more: NO_CELL },
    twoWay: { rows: { ...NO_RANGE, cell }, columns: NO_RANGE, output: null },
    ranking: { headline: null, percent: '10%' },
    asked: {},
  }
})

/** The figure in focus is the one to be changed; what else was filled in stays. */
export function changeAtFocus(session: Session): void {
  const cell = cellInFocus(session, takesInput)
  if (!cell.ref) return
  const { oneWay, twoWay } = sensitivityFields.now(session)
  sensitivityFields.set(session, {
    oneWay: { ...oneWay, range: { ...oneWay.range, cell } },
    twoWay: { ...twoWay, rows: { ...twoWay.rows, cell } },
  })
}
