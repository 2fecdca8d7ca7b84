/**
 * What is asked of an act over many cells, once for all cells of a kind, with the proposed answer chosen. Shows and asks;
 * what an answer means is the act's.
 */
import { useId, type JSX } from 'react'
import type { ShownQuestion } from '../../session/selection/kind_questions.ts'

export function ManyQuestions({
  questions,
  onChoose,
}: {
  questions: readonly ShownQuestion[]
  onChoose: (id: string, choice: string) => void
}): JSX.Element | null {
  const own = useId()
  if (questions.length === 0) return null
  return (
    <ul className="many-questions" aria-label="Questions">
      {questions.map(({ id, text, choices, chosen }) => (
        <li key={id} data-question={id}>
          <label htmlFor={`${own}${id}`}>{text}</label>
          <select id={`${own}${id}`} value={chosen} onChange={(event) => onChoose(id, event.target.value)}>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.label}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  )
}
