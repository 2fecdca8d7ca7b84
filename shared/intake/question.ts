/**
 * What is asked about a pasted block, once for all of its kind. Words and choices; must not read a block.
 */

export type QuestionId =
  | 'heads'
  | 'years'
  | 'labels'
  | 'account_codes'
  | 'note_numbers'
  | 'blank_columns'
  | 'minus_behind'
  | 'credit'
  | 'us_dollars'

export type Question = {
  id: QuestionId
  text: string
  /** The first is proposed. */
  choices: { id: string; label: string }[]
}

/** The choices made; a question without one is answered as proposed. */
export type Answers = Partial<Record<string, string>>

/** The answer to a question: the choice made, else the one proposed. */
export function answerTo({ id, choices }: Question, answers: Answers): string {
  const made = answers[id]
  return choices.some((choice) => choice.id === made) ? made! : choices[0]!.id
}
