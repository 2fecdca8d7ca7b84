/**
 * The net operating losses of note 11 of the reconciliation, by layer and for 2007, made from the product's templates. The release gives one
 * amount and the year in which it lapses; what else of losses follows from the distribution test, and the rest is blank.
 */
import type { CellFact, Schedule } from '../../../shared/model/filing.ts'
import { NOL_YEARS } from '../../../shared/templates/distribution_test.ts'
import { COVERS, WORKED_OUT, derived, lossTemplate, unknown, withFacts } from './tax_year.ts'

const YEARS = derived(lossTemplate(NOL_YEARS).schedule(COVERS))
const OF_LAYERS = lossTemplate('nol').schedule(COVERS)

/** The losses open at the beginning of the year, and that of the year itself, should it end as it stands. */
const CARRIED = 'layer_1'
const OF_2007 = 'layer_2'

/** Lines that hold figures; the other rows are free for further layers. */
const FILLED = [CARRIED, OF_2007, 'total', 'without_layer']

export const LOSSES_OF_THE_YEAR: Schedule = withFacts(
  { ...YEARS, title: 'Net operating losses: deduction of 2007' },
  unknown(['dividends_paid_deduction']),
)

const FACTS: CellFact[] = [
  {
    line: CARRIED,
    column: 'layer_year',
    origin: 'derived',
    how: 'the release says that the losses expire in 2020; one of 1998 to 2017 lives twenty years, so that it is of 2000',
  },
  {
    line: CARRIED,
    column: 'opening',
    origin: 'published',
    remark: 'Estimated by the company at December 31, 2006, to the tenth of a million: note 11 of the reconciliation.',
  },
  { line: CARRIED, column: 'limit', origin: 'not_disclosed', completable: true },
  {
    line: OF_2007,
    column: 'added',
    origin: 'derived',
    how: 'the loss of the year should it end as it stands: taxable income to date before preferred dividends',
  },
]

const BY_LAYER: Schedule = {
  ...OF_LAYERS,
  title: 'Net operating losses carried forward, by layer: 2007',
  lines: OF_LAYERS.lines.map((line) =>
    FILLED.includes(line.id) ? { ...line, origin: 'derived', how: WORKED_OUT } : line,
  ),
  cells: [
    { schedule: OF_LAYERS.id, line: CARRIED, column: 'layer_year', input: '2000-12-31' },
    { schedule: OF_LAYERS.id, line: CARRIED, column: 'opening', input: '16400' },
    { schedule: OF_LAYERS.id, line: OF_2007, column: 'layer_year', input: '2007-12-31' },
  ],
}

export const LAYERS: Schedule = withFacts(BY_LAYER, FACTS)
