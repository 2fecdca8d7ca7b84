/**
 * The fields of the dialogs on lines, columns and schedules: a label, a control, and under it what it means or why its content
 * is refused. Hold no state.
 */
import { useId, type JSX, type ReactNode } from 'react'

type FieldProps = {
  label: string
  /** Why the content is refused; stands in place of the hint. */
  problem?: string | undefined
  hint?: string | undefined
  className?: string
}

/** What ties a control to the words under it. */
type Ties = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

function Framed({ label, problem, hint, className, control }: FieldProps & { control: (ties: Ties) => ReactNode }): JSX.Element {
  const id = useId()
  const words = problem ?? hint
  const ties: Ties = {
    id,
    ...(words !== undefined && { 'aria-describedby': `${id}-words` }),
    ...(problem !== undefined && { 'aria-invalid': true as const }),
  }
  return (
    <div className={`field ${className ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      {control(ties)}
      {words === undefined ? null : (
        <p
          className={problem === undefined ? 'hint' : 'problem'}
          id={`${id}-words`}
          {...(problem === undefined ? {} : { role: 'alert' })}
        >
          {words}
        </p>
      )}
    </div>
  )
}

type TextProps = FieldProps & {
  value: string
  onChange: (text: string) => void
  placeholder?: string
  first?: boolean
  /** Ids and formulas are no running text. */
  isCode?: boolean
  rows?: number
}

export function TextField({ value, onChange, placeholder, first, isCode = false, rows, ...field }: TextProps): JSX.Element {
  const shared = {
    value,
    placeholder,
    spellCheck: !isCode,
    autoComplete: 'off',
    className: isCode ? 'code' : undefined,
    ...(first ? { 'data-first-focus': '' } : {}),
  }
  return (
    <Framed
      {...field}
      control={(ties) =>
        rows === undefined ? (
          <input type="text" {...shared} {...ties} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <textarea rows={rows} {...shared} {...ties} onChange={(event) => onChange(event.target.value)} />
        )
      }
    />
  )
}

export type Option<T extends string> = { value: T; label: string; group?: string }

type ChoiceProps<T extends string> = FieldProps & {
  value: T
  options: readonly Option<T>[]
  onChange: (value: T) => void
}

/** One of several, those of a group under its head. */
export function Choice<T extends string>({ value, options, onChange, ...field }: ChoiceProps<T>): JSX.Element {
  const groups = [...new Set(options.map(({ group }) => group))]
  const shown = (group: string | undefined): JSX.Element[] =>
    options
      .filter((option) => option.group === group)
      .map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))
  return (
    <Framed
      {...field}
      control={(ties) => (
        <select {...ties} value={value} onChange={(event) => onChange(event.target.value as T)}>
          {groups.map((group) =>
            group === undefined ? (
              shown(group)
            ) : (
              <optgroup key={group} label={group}>
                {shown(group)}
              </optgroup>
            ),
          )}
        </select>
      )}
    />
  )
}

type TickProps = { label: string; checked: boolean; onChange: (checked: boolean) => void }

export function Tick({ label, checked, onChange }: TickProps): JSX.Element {
  return (
    <label className="tick">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  )
}

type SeveralProps = {
  label: string
  options: readonly { value: string; label: string }[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  problem?: string | undefined
  empty?: string
}

/** Any number of several, in the order of the options. */
export function Several({ label, options, chosen, onChange, problem, empty }: SeveralProps): JSX.Element {
  const known = new Set(chosen)
  return (
    <fieldset className="several">
      <legend>{label}</legend>
      {options.length === 0 && empty ? <p className="hint">{empty}</p> : null}
      <div className="ticks">
        {options.map(({ value, label: words }) => (
          <Tick
            key={value}
            label={words}
            checked={known.has(value)}
            onChange={(checked) =>
              onChange(options.flatMap((one) => ((one.value === value ? checked : known.has(one.value)) ? [one.value] : [])))
            }
          />
        ))}
      </div>
      {problem === undefined ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  )
}
