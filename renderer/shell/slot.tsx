/**
 * The parts that features put into a named slot of the screen, in their order.
 */
import { Fragment, type JSX } from 'react'
import type { Part } from '../contrib/contribution.ts'
import { contributed } from '../contrib/lookup.ts'
import { useOpenSession } from '../contrib/use_session.ts'

export function Slot({ name }: { name: Part['slot'] }): JSX.Element {
  const parts = contributed(useOpenSession(), (feature) => feature.parts).filter(({ slot }) => slot === name)
  return (
    <>
      {parts
        .toSorted((a, b) => a.order - b.order)
        .map(({ Content }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- The parts never change.
          <Fragment key={at}>
            <Content />
          </Fragment>
        ))}
    </>
  )
}
