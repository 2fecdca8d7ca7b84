/**
 * The bar over the preview, on screen only: which copy, which details, and the button that prints.
 * Left out where the preview stands in a frame of the window, which has its own.
 */
import type { ReactElement } from 'react'
import { printAddress, type PrintAddress } from '../../shared/print/address.ts'

export function Toolbar({ address }: { address: PrintAddress }): ReactElement | null {
  if (window.parent !== window) return null
  const workpaper = address.mode === 'workpaper'
  return (
    <nav className="toolbar" aria-label="Print">
      <Choice name="Filing copy" chosen={!workpaper} to={{ ...address, mode: 'filing' }} />
      <Choice name="Workpaper copy" chosen={workpaper} to={{ ...address, mode: 'workpaper' }} />
      {workpaper && (
        <>
          <span className="divider" />
          <Choice
            name="Changed details"
            chosen={address.details === 'changed'}
            to={{ ...address, details: 'changed' }}
          />
          <Choice name="All details" chosen={address.details === 'all'} to={{ ...address, details: 'all' }} />
        </>
      )}
      <button type="button" onClick={() => window.print()}>
        Print
      </button>
    </nav>
  )
}

function Choice({ name, chosen, to }: { name: string; chosen: boolean; to: PrintAddress }): ReactElement {
  return (
    <a href={printAddress(to)} aria-current={chosen ? 'true' : undefined}>
      {name}
    </a>
  )
}
