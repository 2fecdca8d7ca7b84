/**
 * What the change log is narrowed to: the place, the kind of change, a text. Holds no state of its own.
 */
import type { JSX } from 'react'
import { ChoiceSet } from '../../ui/choice_set.tsx'
import { Choice, TextField } from '../../ui/fields.tsx'
import type { LogFilter, Scope } from './log_filter.ts'
import { FILTER, KIND_CHOICES, scopeLabel } from './wording.ts'

const SCOPES: readonly Scope[] = ['all', 'filing', 'schedule', 'scenario', 'cell']

type Props = {
  filter: LogFilter
  onFilter: (filter: LogFilter) => void
  /** True while no scenario is shown. */
  isBase: boolean
}

export function LogFilterFields({ filter, onFilter, isBase }: Props): JSX.Element {
  return (
    <div className="log-filter">
      <ChoiceSet
        look="switch"
        className="log-scopes"
        name="log-scope"
        legend={FILTER.scope}
        isLegendUnseen
        value={filter.scope}
        choices={SCOPES.map((value) => ({ value, label: scopeLabel(value, isBase) }))}
        onChange={(scope) => onFilter({ ...filter, scope })}
      />
      <div className="log-narrowing">
        <Choice
          label={FILTER.kind}
          value={filter.kind}
          options={KIND_CHOICES}
          onChange={(kind) => onFilter({ ...filter, kind })}
        />
        <TextField label={FILTER.text} value={filter.text} onChange={(text) => onFilter({ ...filter, text })} />
      </div>
    </div>
  )
}
