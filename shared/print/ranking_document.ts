/**
 * The ranking of inputs as a page: each with its amount, the change of it and its effect, and the largest as bars.
 */
import { cellLabel } from '../analysis/cell_names.ts'
import { headlineCell } from '../analysis/headlines.ts'
import { headlineFormat, signedText } from '../analysis/headline_text.ts'
import { ranking, restText, type Ranked } from '../analysis/ranking.ts'
import type { Filing, HeadlineId } from '../model/filing.ts'
import { editedLayer } from '../model/edited_layer.ts'
import { Decimal, ZERO } from '../money/decimal.ts'
import { formatAmount } from '../money/format.ts'
import { refusalText } from '../refusals/refusal.ts'
import { answerDocument, answerRow, formatAt, remark, valueCell } from './answer_document.ts'
import type { PrintBlock, PrintDocument, Refusal } from './document.ts'
import { Nothing, type Asked } from './part.ts'
import type { Question } from './question.ts'
import type { Waterfall } from './waterfall.ts'

/** More bars than these fill a page and tell no more. */
const MOST_BARS = 12

const COLUMNS = [
  { id: 'amount', label: 'Amount' },
  { id: 'change', label: 'Change' },
  { id: 'effect', label: 'Effect' },
]

export function rankingDocument(
  asked: Asked,
  question: Extract<Question, { kind: 'ranking' }>,
): PrintDocument | Refusal {
  const { filing } = asked.held
  const { engine, address } = asked
  const headline = filing.headlines?.find(({ id }) => id === question.headline)
  if (!headline) throw new Nothing(`The filing has no headline figure ${question.headline}.`)
  const relative = new Decimal(question.relative)
  const output = { headline: headline.id, column: question.period }
  const result = ranking({ filing, engine, output, relative, layer: editedLayer(filing, address.scenario) })
  const title = `Inputs ranked by their effect on ${headline.label}`
  if (result.kind === 'refused') return { kind: 'refusal', title, reasons: [refusalText(result.refusal)] }
  const { entries } = result
  const format = { format: headlineFormat(headline.id) }
  const percent = `${relative.times(100).toFixed()}%`
  return answerDocument(asked, {
    title,
    of: headlineCell(filing, headline, question.period),
    columns: COLUMNS,
    rows: entries.map(({ ref, amount, change, effect }, at) =>
      answerRow(`input_${at}`, `${at + 1}. ${cellLabel(filing, ref)}`, [
        valueCell(amount, formatAt(asked, ref), at === 0),
        valueCell(change, formatAt(asked, ref), at === 0),
        valueCell(effect, format, at === 0),
      ]),
    ),
    blocks: [
      remark(
        `Each input is taken ${percent} larger in size. ${headline.label} is ${formatAmount(result.now, format)} at present.`,
      ),
      remark(restText(result)),
      ...barBlocks(filing, headline.id, entries),
    ],
  })
}

function barBlocks(filing: Filing, headline: HeadlineId, all: readonly Ranked[]): PrintBlock[] {
  if (all.length < 2) return []
  const entries = all.slice(0, MOST_BARS)
  const effects = entries.map(({ effect }) => effect)
  const least = Decimal.min(ZERO, ...effects)
  const span = Decimal.max(ZERO, ...effects).minus(least)
  const share = (at: Decimal): number => Number(at.minus(least).div(span).toFixed(5))
  const chart: Waterfall = {
    isApart: true,
    zero: share(ZERO),
    bars: entries.map(({ ref, effect }, at) => ({
      id: `bar_${at}`,
      label: cellLabel(filing, ref),
      text: signedText(headline, effect),
      kind: effect.isNegative() ? 'down' : 'up',
      from: share(ZERO),
      to: share(effect),
    })),
  }
  return [
    { kind: 'heading', text: all.length > MOST_BARS ? `The ${MOST_BARS} largest effects` : 'The effects' },
    { kind: 'chart', chart },
  ]
}
