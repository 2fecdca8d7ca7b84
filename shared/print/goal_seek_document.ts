/**
 * Goal seek as a page: the figure that is changed, the figure that is set, and what follows for the headline figures, each at present, then
 * and the difference.
 */
import { goalSeek } from '../analysis/goal_seek.ts'
import { cellHeadText } from '../analysis/cell_names.ts'
import { headlineFormat } from '../analysis/headline_text.ts'
import { figureText } from '../calc/cell_text.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { editedLayer } from '../model/edited_layer.ts'
import { Decimal, withoutResidue } from '../money/decimal.ts'
import type { FormatOptions } from '../money/format.ts'
import { refusalText } from '../refusals/refusal.ts'
import { answerDocument, answerRow, formatAt, remark, valueCell } from './answer_document.ts'
import type { PrintCell, PrintDocument, PrintRow, Refusal } from './document.ts'
import type { Asked } from './part.ts'
import type { Question } from './question.ts'

const COLUMNS = [
  { id: 'now', label: 'At present' },
  { id: 'then', label: 'Then' },
  { id: 'difference', label: 'Difference' },
]

type GoalAsked = Extract<Question, { kind: 'goal_seek' }>

export function goalSeekDocument(asked: Asked, question: GoalAsked): PrintDocument | Refusal {
  const { held, engine, address } = asked
  const { filing } = held
  const { target, by } = question
  const layer = editedLayer(filing, address.scenario)
  const value = new Decimal(question.value)
  const title = 'Goal seek'
  const answer = goalSeek({ filing, engine, target, value, by, layer })
  if (answer.kind === 'refused') return { kind: 'refusal', title, reasons: [refusalText(answer.refusal)] }

  const [changed, reached] = [by, target].map((ref) => cellHeadText(filing, ref))
  const wanted = figureText(filing, target, value)
  return answerDocument(asked, {
    title: `${title}: ${reached} at ${wanted}`,
    of: target,
    columns: COLUMNS,
    rows: [
      heading('changed', 'Amount that is changed'),
      line('by', changed!, formatAt(asked, by), engine.value(by, layer), answer.amount),
      heading('set', 'Figure that is set'),
      line('target', reached!, formatAt(asked, target), engine.value(target, layer), answer.reached),
      heading('effects', 'Headline figures'),
      ...answer.effects
        .filter(({ now, after }) => now !== null || after !== null)
        .map(({ id, label, ref, now, after }) =>
          line(`headline_${id}`, label, ref ? formatAt(asked, ref) : { format: headlineFormat(id) }, now, after),
        ),
    ],
    blocks: [
      remark(`${changed} of ${figureText(filing, by, answer.amount)} brings ${reached} to ${wanted}.`),
      ...(answer.exact ? [] : [remark(`It is the nearest amount at which ${reached} prints ${wanted}.`)]),
    ],
  })
}

function heading(id: string, label: string): PrintRow {
  return { ...answerRow(id, label, [{ kind: 'blank' }, { kind: 'blank' }, { kind: 'blank' }]), kind: 'heading' }
}

function line(id: string, label: string, format: FormatOptions, now: Value, then: Value): PrintRow {
  return { ...answerRow(id, label, threeCells(format, now, then)), depth: 1 }
}

function threeCells(format: FormatOptions, now: Value, then: Value): PrintCell[] {
  const difference = isAmount(now) && isAmount(then) ? withoutResidue(then.minus(now)) : null
  return [now, then, difference].map((value) => valueCell(value, format))
}
