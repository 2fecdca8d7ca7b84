/**
 * Ways in which other programs write amounts that could be meant otherwise: a minus behind, CR and DR, US$. Says which of
 * them a text is written in and what it becomes by the answers; must not read the amount itself.
 */
import { isFigureText } from './figure_text.ts'
import { answerTo, type Answers, type Question } from './question.ts'

export const LEAVE = 'leave'

type AmountKind = {
  question: (examples: string) => Question
  is: (text: string) => boolean
  becomes: (text: string, answer: string) => string
}

/** The amount with its sign turned to negative, whatever it was. */
function negative(text: string): string {
  return /^[-(\u2010-\u2015\u2212]/.test(text) ? text : `-${text}`
}

const BEHIND = /^(.*\d.*?) ?[-\u2010-\u2015\u2212]$/
const CREDIT = /^(.*\d.*?) ?(CR|DR)\.?$/i
const US = /^([-(\u2010-\u2015\u2212]? ?)(?:US ?\$|USD) ?/i

const leave = { id: LEAVE, label: 'Leave these cells as they are' }

const KINDS: readonly AmountKind[] = [
  {
    question: (examples) => ({
      id: 'minus_behind',
      text: `Amounts have their minus behind: ${examples}.`,
      choices: [{ id: 'negative', label: 'Enter them as negative' }, leave],
    }),
    is: (text) => BEHIND.test(text) && isFigureText(text),
    becomes: (text) => negative(BEHIND.exec(text)![1]!),
  },
  {
    question: (examples) => ({
      id: 'credit',
      text: `Amounts are marked as credits or debits: ${examples}.`,
      choices: [
        { id: 'credit_negative', label: 'Enter credits as negative, debits as positive' },
        { id: 'credit_positive', label: 'Enter credits as positive, debits as negative' },
        leave,
      ],
    }),
    is: (text) => CREDIT.test(text) && isFigureText(text),
    becomes: (text, answer) => {
      const [, amount, mark] = CREDIT.exec(text)!
      const isCredit = mark!.toUpperCase() === 'CR'
      return isCredit === (answer === 'credit_negative') ? negative(amount!) : amount!
    },
  },
  {
    question: (examples) => ({
      id: 'us_dollars',
      text: `Amounts are marked as US dollars: ${examples}.`,
      choices: [{ id: 'dollars', label: 'Enter them as dollars' }, leave],
    }),
    is: (text) => US.test(text) && isFigureText(text),
    becomes: (text) => text.replace(US, '$1$$'),
  },
]

/** Up to three texts, as they were given. */
export function examplesOf(texts: readonly string[]): string {
  const distinct = [...new Set(texts)]
  return distinct.slice(0, 3).join('; ') + (distinct.length > 3 ? '; …' : '')
}

/** The questions that the amounts of a block raise, each once. */
export function amountQuestions(texts: readonly string[]): Question[] {
  return KINDS.flatMap(({ is, question }) => {
    const found = texts.filter(is)
    return found.length > 0 ? [question(examplesOf(found))] : []
  })
}

/** What a text becomes by the answers; null where its cell is to be left as it is. */
export function amountText(text: string, answers: Answers): string | null {
  let read = text
  for (const { is, question, becomes } of KINDS) {
    if (!is(read)) continue
    const answer = answerTo(question(''), answers)
    if (answer === LEAVE) return null
    read = becomes(read, answer)
  }
  return read
}
