/**
 * A side of the screen over a narrow sheet: it takes the keyboard while it is open, and goes with Escape or when the work goes
 * on in the sheet.
 */
import { useEffect, useRef, type JSX, type ReactNode } from 'react'
import { closeDrawers } from '../session/view/view.ts'
import { useOpenSession } from '../contrib/use_session.ts'

type Props = { side: 'left' | 'right'; children: ReactNode }

export function Drawer({ side, children }: Props): JSX.Element {
  const session = useOpenSession()
  const drawer = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const own = drawer.current!
    const chosen = own.querySelector<HTMLElement>('[aria-current="page"], [role="tab"][aria-selected="true"]')
    // A tool that was opened in it has put the focus into its first field already.
    if (!own.contains(document.activeElement)) (chosen ?? own.querySelector('button'))?.focus({ preventScroll: true })
    const focused = ({ target }: FocusEvent): void => {
      if (target instanceof Element && target.closest('.middle')) closeDrawers(session, { toFigures: false })
    }
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      closeDrawers(session, { toFigures: true })
    }
    const clicked = ({ target }: MouseEvent): void => {
      // Also where the schedule that is shown already was chosen.
      if (!(target instanceof Element && target.closest('.schedule-link'))) return
      // The link comes first: it must still be there when its own turn comes.
      setTimeout(() => closeDrawers(session, { toFigures: true }))
    }
    const ended = new AbortController()
    const { signal } = ended
    document.addEventListener('focusin', focused, { signal })
    own.addEventListener('keydown', pressed, { signal })
    own.addEventListener('click', clicked, { signal })
    return () => ended.abort()
  }, [session])

  return (
    <div ref={drawer} className={`drawer ${side}`}>
      {children}
    </div>
  )
}
