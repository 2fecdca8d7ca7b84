/**
 * What this is, which file is open, and what comes with it under which licence.
 */
import type { JSX } from 'react'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { useSession } from '../../contrib/use_session.ts'
import { Licences } from './licence_list.tsx'
import { ABOUT, LICENCE, NETWORK } from './wording.ts'

export function About(): JSX.Element {
  const version = useSession((state) => state.productVersion)
  const name = useSession((state) => state.name)
  const number = useSession((state) => state.number)
  return (
    <DialogFrame title={`Tieout ${version}`} about={ABOUT}>
      <dl className="facts">
        <dt>Workbook</dt>
        <dd>{name}</dd>
        <dt>Last change</dt>
        <dd>{number}</dd>
        <dt>Network</dt>
        <dd>{NETWORK}</dd>
        <dt>Licence</dt>
        <dd>{LICENCE}</dd>
      </dl>
      <Licences />
    </DialogFrame>
  )
}
