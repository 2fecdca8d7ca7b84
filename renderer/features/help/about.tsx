/**
 * What this is and which file is open.
 */
import type { JSX } from 'react'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { useSession } from '../../contrib/use_session.ts'

export function About(): JSX.Element {
  const version = useSession((state) => state.productVersion)
  const name = useSession((state) => state.name)
  const number = useSession((state) => state.number)
  return (
    <DialogFrame title={`Tieout ${version}`} about="An offline workbench for the schedules of mortgage REITs.">
      <dl className="facts">
        <dt>Workbook</dt>
        <dd>{name}</dd>
        <dt>Last change</dt>
        <dd>{number}</dd>
        <dt>Network</dt>
        <dd>None is used. All figures stay in the workbook file.</dd>
        <dt>Licence</dt>
        <dd>MIT. Inter and Source Serif 4 are used under the SIL Open Font License.</dd>
      </dl>
    </DialogFrame>
  )
}
