/**
 * The fields of forms: a label, a control, and under it what it means or why its content
 * is refused. Hold no state.
 */
import { useId, type JSX, type ReactNode } from 'react'
import { dateHint, DateInput } from './date_field.tsx'
import { Problem } from './problem.tsx'

type FieldProps = {
  label: string
  /** Why the content is refused; stands in place of the hint. */
  problem?: string | undefined
  hint?: string | undefined
  className?: string
}

/** What ties a control to the words under it. */
type Ties = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** The ties of a control with a problem or a hint under it. */
function useTies({ problem, hint }: Pick<FieldProps, 'problem' | 'hint'>): Ties {
  const id = useId()
  return {
    id,
    ...((problem ?? hint) !== undefined && { 'aria-describedby': `${id}-words` }),
    ...(problem !== undefined && { 'aria-invalid': true as const }),
  }
}

type FramedProps = FieldProps & { ties: Ties; children: ReactNode }

function Framed({ label, problem, hint, className, ties, children }: FramedProps): JSX.Element {
  return (
    <div className={`field ${className ?? ''}`}>
      <label htmlFor={ties.id}>{label}</label>
      {children}
      <Under id={`${ties.id}-words`} problem={problem} hint={hint} />
    </div>
  )
}

type UnderProps = { id: string; problem: string | undefined; hint: string | undefined }

/** The words under a control: why its content is refused, else what it means. */
export function Under({ id, problem, hint }: UnderProps): JSX.Element | null {
  if (problem !== undefined) return <Problem text={problem} id={id} />
  return hint === undefined ? null : (
    <p className="hint" id={id}>
      {hint}
    </p>
  )
}

type TextProps = FieldProps & {
  value: string
  onChange: (text: string) => void
  placeholder?: string
  first?: boolean
  /** Ids and formulas are no running text. */
  isCode?: boolean
  /** The id of a datalist that offers what can be typed. */
  list?: string | undefined
}

export function TextField(props: TextProps): JSX.Element {
  const { value, onChange, placeholder, first, isCode = false, list, ...field } = props
  const ties = useTies(field)
  return (
    <Framed {...field} ties={ties}>
      <input
        type="text"
        value={value}
        placeholder={placeholder}
        list={list}
        spellCheck={!isCode}
        autoComplete="off"
        className={isCode ? 'code' : undefined}
        {...(first ? { 'data-first-focus': '' } : {})}
        {...ties}
        onChange={(event) => onChange(event.target.value)}
      />
    </Framed>
  )
}

type LinesProps = Pick<TextProps, keyof FieldProps | 'value' | 'onChange' | 'first'>

/** Several lines of text, such as a list with one to a line. */
export function LinesField({ value, onChange, first, ...field }: LinesProps): JSX.Element {
  const ties = useTies(field)
  return (
    <Framed {...field} ties={ties}>
      <textarea
        rows={Math.min(8, Math.max(3, value.split('\n').length))}
        value={value}
        spellCheck={false}
        {...(first ? { 'data-first-focus': '' } : {})}
        {...ties}
        onChange={(event) => onChange(event.target.value)}
      />
    </Framed>
  )
}

type DateProps = Pick<TextProps, keyof FieldProps | 'value' | 'onChange' | 'placeholder'>

/** A date as people type it; beneath stands how it is understood. */
export function DateField(props: DateProps): JSX.Element {
  const { value, onChange, placeholder, hint, ...field } = props
  const said = { ...field, hint: dateHint(value, hint) }
  const ties = useTies(said)
  return (
    <Framed {...said} ties={ties}>
      <DateInput value={value} onChange={onChange} placeholder={placeholder} {...ties} />
    </Framed>
  )
}

export type Option<T extends string> = { value: T; label: string; group?: string }

type ChoiceProps<T extends string> = FieldProps & {
  value: T
  options: readonly Option<T>[]
  onChange: (value: T) => void
}

function Options({ options }: { options: readonly Option<string>[] }): JSX.Element[] {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))
}

/** One of several, those of a group under its head. */
export function Choice<T extends string>(props: ChoiceProps<T>): JSX.Element {
  const { value, options, onChange, ...field } = props
  const ties = useTies(field)
  const groups = [...new Set(options.flatMap(({ group }) => group ?? []))]
  return (
    <Framed {...field} ties={ties}>
      <select {...ties} value={value} onChange={(event) => onChange(event.target.value as T)}>
        <Options options={options.filter(({ group }) => group === undefined)} />
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            <Options options={options.filter((option) => option.group === group)} />
          </optgroup>
        ))}
      </select>
    </Framed>
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
  className?: string
}

/** Any number of several, in the order of the options. */
export function Several({ label, options, chosen, onChange, problem, empty, className }: SeveralProps): JSX.Element {
  const known = new Set(chosen)
  return (
    <fieldset className={`several ${className ?? ''}`}>
      <legend>{label}</legend>
      {options.length === 0 && empty ? <p className="hint">{empty}</p> : null}
      <div className="ticks">
        {options.map(({ value, label: words }) => (
          <Tick
            key={value}
            label={words}
            checked={known.has(value)}
            onChange={(checked) =>
              onChange(
                options.flatMap((one) => ((one.value === value ? checked : known.has(one.value)) ? [one.value] : [])),
              )
            }
          />
        ))}
      </div>
      <Problem text={problem} />
    </fieldset>
  )
}
