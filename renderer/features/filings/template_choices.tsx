/**
 * The templates to choose from, under the headings of their groups, each with what it holds. Says which are chosen and changes that; makes
 * nothing.
 */
import { useId, type JSX } from 'react'
import { TEMPLATE_GROUPS } from '../../../shared/templates/template_groups.ts'
import type { Template, TemplateId } from '../../../shared/templates/template.ts'
import { typeset } from '../../../shared/money/typeset.ts'
import { TEMPLATES } from '../../../shared/templates/templates.ts'
import { Problem } from '../../ui/problem.tsx'

type Props = {
  chosen: ReadonlySet<TemplateId>
  onChange: (chosen: ReadonlySet<TemplateId>) => void
  /** What is wrong with the choice; null where nothing is. */
  problem: string | null
}

export function TemplateChoices({ chosen, onChange, problem }: Props): JSX.Element {
  const said = useId()
  return (
    <fieldset className="template-list" aria-describedby={problem === null ? undefined : said}>
      <legend>Schedules</legend>
      <Problem text={problem} id={said} />
      <div className="template-scroll">
        <div className="template-groups">
          {TEMPLATE_GROUPS.map(({ id, label }) => (
            <fieldset key={id} className="template-group">
              <legend>{label}</legend>
              {TEMPLATES.filter(({ group }) => group === id).map((template) => (
                <TemplateChoice
                  key={template.id}
                  template={template}
                  isChosen={chosen.has(template.id)}
                  onChange={(isChosen) => onChange(changed(chosen, template.id, isChosen))}
                />
              ))}
            </fieldset>
          ))}
        </div>
      </div>
    </fieldset>
  )
}

type ChoiceProps = { template: Template; isChosen: boolean; onChange: (isChosen: boolean) => void }

function TemplateChoice({ template: { title, about }, isChosen, onChange }: ChoiceProps): JSX.Element {
  const id = useId()
  return (
    <div className="choice template">
      <input
        type="checkbox"
        id={id}
        checked={isChosen}
        aria-describedby={`${id}-about`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div>
        <label htmlFor={id}>{typeset(title)}</label>
        <small id={`${id}-about`}>{typeset(about)}</small>
      </div>
    </div>
  )
}

function changed<T>(set: ReadonlySet<T>, item: T, isIn: boolean): ReadonlySet<T> {
  const other = new Set(set)
  if (isIn) other.add(item)
  else other.delete(item)
  return other
}
