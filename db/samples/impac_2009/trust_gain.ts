/**
 * The net gain of the trusts in 2009 as the letter tells it in words: made from the product's template over the cells of the rollforward, with the
 * figures that the letter prints beside them. Enters no figure of its own.
 */
import type { CellFact, Schedule } from '../../../shared/model/filing.ts'
import type { Covers } from '../../../shared/templates/template.ts'
import { TRUST_GAIN_TEMPLATE } from '../../../shared/templates/trust_gain.ts'
import { TRUST_GAIN as ID } from '../../../shared/templates/trust_rollforward.ts'

/** What the filing covers, for a template. */
export const COVERS: Covers = {
  periodEnd: '2009-12-31',
  covers: 'year',
  against: 'before',
  chosen: new Set(['trust_rollforward', ID]),
}

const MADE = TRUST_GAIN_TEMPLATE.schedule(COVERS)
const COLUMN = MADE.columns[0]!.id

/** The letter prints these, in its sentences or in its table. */
const PRINTED: Readonly<Record<string, string>> = {
  afs: '3540',
  collateral: '27804',
  derivative_assets: '109',
  assets_excluding_reo: '31453',
  reo_losses: '-218157',
  assets: '-186704',
  borrowings: '254007',
  derivative_liabilities: '-54298',
  liabilities: '199709',
  net_change: '13005',
  interest_income: '957212',
  interest_expense: '-1649686',
}

const DERIVED: Readonly<Record<string, string>> = {
  as_tabled:
    'net gain and interest; the letter prints the total of trust assets, 770,508, and of trust liabilities, (1,449,977), not their sum',
  difference: 'the total above less that of the rollforward, which must be nil',
}

export const TRUST_GAIN: Schedule = {
  ...MADE,
  title: 'Net gain from trust assets and liabilities in 2009',
  notesTitle: 'Notes (summarized)',
  facts: MADE.lines.flatMap(({ id: line }): CellFact[] => {
    const [perSource, how] = [PRINTED[line], DERIVED[line]]
    if (perSource !== undefined) return [{ line, column: COLUMN, origin: 'published', perSource }]
    return how === undefined ? [] : [{ line, column: COLUMN, origin: 'derived', how }]
  }),
}
