/**
 * The page that answers a question: goal seek, sensitivity, ranking. It is a workpaper, for nothing that it shows was entered.
 */
import type { PrintDocument, Refusal } from './document.ts'
import { goalSeekDocument } from './goal_seek_document.ts'
import { Nothing, type Asked, type PrintPart } from './part.ts'
import type { Question } from './question.ts'
import { oneWayDocument, twoWayDocument } from './range_documents.ts'
import { rankingDocument } from './ranking_document.ts'

/** What the address names it by, where a schedule could stand. */
export const WHAT_IF = 'what_if'

function answered(asked: Asked, question: Question): PrintDocument | Refusal {
  switch (question.kind) {
    case 'goal_seek':
      return goalSeekDocument(asked, question)
    case 'one_way':
      return oneWayDocument(asked, question)
    case 'two_way':
      return twoWayDocument(asked, question)
    case 'ranking':
      return rankingDocument(asked, question)
    default:
      return question satisfies never
  }
}

export const WHAT_IF_PART: PrintPart = {
  id: WHAT_IF,
  build(asked) {
    const { question } = asked.address
    if (!question) throw new Nothing('The address of the page has no question.')
    return answered(asked, question)
  },
}
