/**
 * What stands in place of the sheets when there are none: every reason, and what can be done instead.
 */
import type { ReactElement } from 'react'
import { printAddress, type PrintAddress } from '../../shared/print/address.ts'
import type { Refusal } from '../../shared/print/document.ts'

type RefusedProps = { heading: string; reasons?: string[]; refusals?: Refusal[]; address?: PrintAddress }

export function Refused({ heading, reasons = [], refusals = [], address }: RefusedProps): ReactElement {
  return (
    <main className="refused">
      <h1>{heading}</h1>
      <Reasons reasons={reasons} />
      {refusals.map((refusal) => (
        <section key={refusal.title}>
          <h2>{refusal.title}</h2>
          <Reasons reasons={refusal.reasons} />
        </section>
      ))}
      {address?.mode === 'filing' && (
        <p>
          A workpaper copy says all of this on the page.{' '}
          {window.parent === window && (
            <a href={printAddress({ ...address, mode: 'workpaper' })}>Show the workpaper copy</a>
          )}
        </p>
      )}
    </main>
  )
}

function Reasons({ reasons }: { reasons: readonly string[] }): ReactElement | null {
  if (reasons.length === 0) return null
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  )
}
