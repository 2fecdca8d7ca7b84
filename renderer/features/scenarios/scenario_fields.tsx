/**
 * The fields of a scenario: its name, what it supposes and what it stands on, each refusal beside its field.
 * Holds no state of its own, so that what was typed stays where it was typed.
 */
import { useId, type JSX } from 'react'
import { shownFiling } from '../../session/reading/figures.ts'
import { LONGEST_NAME } from '../../session/scenarios/scenario_names.ts'
import { problemOf, type Statement } from '../../session/scenarios/scenario_changes.ts'
import type { Session } from '../../session/session.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { Problem } from '../../ui/problem.tsx'
import { refusalText } from '../../../shared/refusals/refusal.ts'

type Props = {
  /** The scenario stated; null for a new one. */
  scenario: string | null
  statement: Statement
  readOnly?: boolean
  onChange: (statement: Statement) => void
}

/** What is wrong with a statement of the filing shown; undefined where nothing is, or only the name is still missing. */
export function shownProblem(
  session: Session,
  scenario: string | null,
  statement: Statement,
): ReturnType<typeof problemOf> {
  const filing = shownFiling(session)
  return filing && problemOf(session.workbook().book, filing.id, scenario, statement)
}

export function ScenarioFields({ scenario, statement, readOnly = false, onChange }: Props): JSX.Element {
  const session = useOpenSession()
  const [nameId, textId, baseId, problemId] = [useId(), useId(), useId(), useId()]
  const filing = shownFiling(session)
  const known = filing ? session.workbook().book.scenarios(filing.id) : []
  const problem = shownProblem(session, scenario, statement)
  // A name not typed yet is no mistake.
  const isShown = problem !== undefined && !(problem.at === 'name' && statement.name.trim() === '')
  const wrong = (field: 'name' | 'standsOn'): Record<string, string | boolean> =>
    isShown && problem.at === field ? { 'aria-invalid': true, 'aria-describedby': problemId } : {}
  const words = <Problem text={isShown ? refusalText(problem.refusal) : null} id={problemId} />
  return (
    <>
      <label htmlFor={nameId}>Name</label>
      <input
        id={nameId}
        value={statement.name}
        maxLength={LONGEST_NAME}
        readOnly={readOnly}
        autoComplete="off"
        onChange={(event) => onChange({ ...statement, name: event.target.value })}
        {...wrong('name')}
      />
      {problem?.at === 'name' ? words : null}
      <label htmlFor={textId}>Assumptions (optional)</label>
      <textarea
        id={textId}
        value={statement.description}
        rows={3}
        maxLength={4000}
        readOnly={readOnly}
        onChange={(event) => onChange({ ...statement, description: event.target.value })}
      />
      <label htmlFor={baseId}>Builds on</label>
      <select
        id={baseId}
        value={statement.standsOn ?? ''}
        disabled={readOnly}
        onChange={(event) => onChange({ ...statement, standsOn: event.target.value || null })}
        {...wrong('standsOn')}
      >
        <option value="">{filing?.status === 'draft' ? 'The draft' : 'The figures as filed'}</option>
        {known
          .filter(({ id }) => id !== scenario)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
      {problem?.at === 'standsOn' ? words : null}
    </>
  )
}
