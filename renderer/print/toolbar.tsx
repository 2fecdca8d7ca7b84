/**
 * The bar over the preview, on screen only: which copy, which details, how the paper is set up, and the button that prints.
 * Left out where the preview stands in a frame of the window, which has its own.
 */
import type { ReactElement } from 'react'
import { printAddress, setUpOf, withSetUp, type PrintAddress } from '../../shared/print/address.ts'
import { SET_UP_CHOICES } from '../../shared/print/set_up_choices.ts'

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
      <span className="divider" />
      <SetUp address={address} />
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

/** The choices of the paper's set-up; each shows the pages anew. */
function SetUp({ address }: { address: PrintAddress }): ReactElement {
  const setUp = setUpOf(address)
  return (
    <>
      {SET_UP_CHOICES.map(({ name, label, options }) => (
        <label key={name}>
          {label}
          <select
            value={setUp[name]}
            onChange={(event) =>
              location.assign(printAddress(withSetUp(address, { ...setUp, [name]: event.target.value })))
            }
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </>
  )
}
