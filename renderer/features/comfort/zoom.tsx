/**
 * The size of the sheet, in the status bar, and the way to change it.
 */
import type { JSX } from 'react'
import { perform } from '../../contrib/lookup.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'

export function Zoom(): JSX.Element {
  const session = useOpenSession()
  const zoom = useSession((state) => state.view.zoom ?? 100)
  return (
    <fieldset className="zoom" aria-label="Size of the sheet">
      <button type="button" aria-label="Smaller" title="Smaller" onClick={() => perform(session, 'zoom_out')}>
        −
      </button>
      <button
        type="button"
        aria-label={`${zoom}%, back to the usual size`}
        title="Usual size"
        onClick={() => perform(session, 'zoom_reset')}
      >
        {zoom}%
      </button>
      <button type="button" aria-label="Larger" title="Larger" onClick={() => perform(session, 'zoom_in')}>
        +
      </button>
    </fieldset>
  )
}
