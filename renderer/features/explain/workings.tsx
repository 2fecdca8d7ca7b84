/**
 * How a rule of tax in the formula of a figure came to its amount: the steps in their order, and the statute. Shows what the engine told;
 * must not compute anything itself.
 */
import type { JSX } from 'react'
import type { Working, WorkingStep } from '../../../shared/calc/explain.ts'
import { CellError } from '../../../shared/calc/cell_error.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { formatAmount, NIL } from '../../../shared/money/format.ts'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { BLANK, sourceText } from './wording.ts'

/** An amount with as many of its places as a step shows. */
const MOST_PLACES = 4

function stepText({ amount, format }: Pick<WorkingStep, 'amount' | 'format'>): string {
  if (amount === null) return BLANK
  if (amount instanceof CellError) return amount.code
  if (!isAmount(amount)) return amount
  const decimals = format === 'amount' ? { decimals: Math.min(amount.decimalPlaces(), MOST_PLACES) } : {}
  const text = formatAmount(amount, { format, ...decimals })
  return text === NIL ? '0' : text
}

export function Workings({ workings }: { workings: readonly Working[] }): JSX.Element | null {
  if (workings.length === 0) return null
  return (
    <section className="workings">
      <h3>Steps</h3>
      {workings.map(({ name, text, source, steps, value }, at) => (
        // The same call may stand twice in a formula; its place is all that tells the two apart.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} data-working={name}>
          <code>{text}</code>
          <ol>
            {steps.map((step, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- Steps stand in their order and may say the same twice.
              <li key={index}>
                <span>{step.words}</span>{' '}
                {step.amount === null && value instanceof CellError ? null : (
                  <SpokenFigure hung as="span" text={stepText(step)} />
                )}
              </li>
            ))}
          </ol>
          <p className="working-source">{sourceText(source)}</p>
        </div>
      ))}
    </section>
  )
}
