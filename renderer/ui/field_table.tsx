/**
 * Forms as tables: each field is a row that says what it is called, how it is filled in and when it is shown; one component draws any
 * table. Holds no state; what a field means is its table's to say.
 */
import type { ComponentType, JSX } from 'react'
import { Choice, DateField, LinesField, Several, TextField, Tick, type Option } from './fields.tsx'

/** Said at once, or told from the form as it stands and what the form is about. */
type Told<F, A, T> = T | ((form: F, about: A) => T)

type KeyOf<F, V> = { [K in keyof F]-?: F[K] extends V ? K : never }[keyof F] & string

type Shared<F, A> = {
  label: Told<F, A, string>
  /** Shown only where this holds. */
  when?: (form: F, about: A) => boolean
  hint?: Told<F, A, string | undefined>
  className?: string
}

type TextRow<F, A> = {
  as: 'text' | 'code' | 'date' | 'lines'
  key: KeyOf<F, string>
  placeholder?: Told<F, A, string | undefined>
  /** Takes the focus when the form opens. */
  first?: true
}

type ChoiceRow<F, A> = {
  [K in KeyOf<F, string>]: {
    as: 'choice'
    key: K
    options: Told<F, A, readonly Option<F[K] & string>[]>
    /** What a choice changes, where that is more than the field. */
    set?: (value: F[K], form: F) => Partial<F>
  }
}[KeyOf<F, string>]

type SeveralRow<F, A> = {
  as: 'several'
  key: KeyOf<F, readonly string[]>
  options: Told<F, A, readonly Option<string>[]>
  /** The field that says whether only those chosen are meant; all are, where it does not hold. */
  partly?: KeyOf<F, boolean>
  empty?: string
}

type TickRow<F> =
  | { as: 'tick'; key: KeyOf<F, boolean> }
  | {
      as: 'tick'
      key: keyof F & string
      isTicked: (form: F) => boolean
      set: (isTicked: boolean, form: F) => Partial<F>
    }

/** What a control of a form's own is given. */
export type OwnControlProps<F, A> = {
  label: string
  value: string
  problem: string | undefined
  hint: string | undefined
  form: F
  about: A
  onChange: (value: string) => void
}

type OwnRow<F, A> = { as: 'own'; key: KeyOf<F, string>; Control: ComponentType<OwnControlProps<F, A>> }

export type FieldRow<F, A> = Shared<F, A> &
  (TextRow<F, A> | ChoiceRow<F, A> | SeveralRow<F, A> | TickRow<F> | OwnRow<F, A>)

/** A part of a form under its title; rows in a list of their own stand below one another in one place. */
type FieldSection<F, A> = {
  title?: string
  when?: (form: F, about: A) => boolean
  rows: readonly (FieldRow<F, A> | readonly FieldRow<F, A>[])[]
}

export type FieldTable<F, A> = readonly FieldSection<F, A>[]

type Stated<F, A> = {
  form: F
  about: A
  /** Why the form cannot stand so, at the field it is about. */
  problems: Partial<Record<keyof F, string>>
  onChange: (change: Partial<F>) => void
}

function DrawnRow<F, A>({ row, ...stated }: Stated<F, A> & { row: FieldRow<F, A> }): JSX.Element | null {
  const { form, about, problems, onChange } = stated
  if (row.when?.(form, about) === false) return null
  // No part of a row is itself a function, but for what tells it.
  const told = <T,>(said: Told<F, A, T>): T =>
    typeof said === 'function' ? (said as (form: F, about: A) => T)(form, about) : said
  const change = (key: keyof F, value: unknown): void => onChange({ [key]: value } as Partial<F>)
  const hint = told(row.hint)
  const problem = problems[row.key]
  const shared = { label: told(row.label), problem, ...(row.className !== undefined && { className: row.className }) }
  switch (row.as) {
    case 'text':
    case 'code':
      return (
        <TextField
          {...shared}
          hint={hint}
          isCode={row.as === 'code'}
          first={row.first === true}
          placeholder={told(row.placeholder)}
          value={form[row.key] as string}
          onChange={(text) => change(row.key, text)}
        />
      )
    case 'date':
      return (
        <DateField
          {...shared}
          hint={hint}
          placeholder={told(row.placeholder)}
          value={form[row.key] as string}
          onChange={(date) => change(row.key, date)}
        />
      )
    case 'lines':
      return (
        <LinesField
          {...shared}
          hint={hint}
          first={row.first === true}
          value={form[row.key] as string}
          onChange={(text) => change(row.key, text)}
        />
      )
    case 'choice':
      return (
        <Choice<string>
          {...shared}
          hint={hint}
          value={form[row.key] as string}
          options={told<readonly Option<string>[]>(row.options)}
          onChange={(value) => (row.set ? onChange(row.set(value as never, form)) : change(row.key, value))}
        />
      )
    case 'several': {
      const options = told(row.options)
      const { key, partly } = row
      const isWhole = partly !== undefined && form[partly] !== true
      return (
        <Several
          {...shared}
          options={options}
          chosen={isWhole ? options.map(({ value }) => value) : (form[key] as readonly string[])}
          {...(row.empty !== undefined && { empty: row.empty })}
          onChange={(chosen) =>
            onChange({ [key]: chosen, ...(partly && { [partly]: chosen.length < options.length }) } as Partial<F>)
          }
        />
      )
    }
    case 'tick':
      return (
        <>
          <Tick
            label={shared.label}
            checked={'isTicked' in row ? row.isTicked(form) : form[row.key] === true}
            onChange={(isTicked) => ('set' in row ? onChange(row.set(isTicked, form)) : change(row.key, isTicked))}
          />
          {hint === undefined ? null : <p className="hint">{hint}</p>}
        </>
      )
    case 'own':
      return (
        <row.Control
          label={shared.label}
          problem={problem}
          hint={hint}
          value={form[row.key] as string}
          form={form}
          about={about}
          onChange={(value) => change(row.key, value)}
        />
      )
  }
}

/** A form by its table. */
export function FieldTableForm<F, A>({ table, ...stated }: Stated<F, A> & { table: FieldTable<F, A> }): JSX.Element {
  const { form, about } = stated
  const shown = (when: ((form: F, about: A) => boolean) | undefined): boolean => when?.(form, about) !== false
  return (
    <div className="detail-sections">
      {table
        .filter(({ when }) => shown(when))
        .map(({ title, rows }) => (
          <section key={title ?? [rows[0]!].flat()[0]!.key}>
            {title === undefined ? null : <h3>{title}</h3>}
            {rows.map((row) => {
              if ('as' in row) return <DrawnRow key={row.key} row={row} {...stated} />
              const below = row.filter(({ when }) => shown(when))
              return below.length === 0 ? null : (
                <div key={below[0]!.key} className="ticks down">
                  {below.map((one) => (
                    <DrawnRow key={one.key} row={one} {...stated} />
                  ))}
                </div>
              )
            })}
          </section>
        ))}
    </div>
  )
}
