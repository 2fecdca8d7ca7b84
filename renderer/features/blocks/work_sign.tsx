/**
 * The sign that a long act is under way, over the sheet and its dialogs; read aloud as it appears. Shows words only.
 */
import { Loader } from 'lucide-react'
import { useLayoutEffect, type JSX } from 'react'
import { useStore } from 'zustand'
import { work } from '../../session/selection/at_work.ts'
import { keepInputFrom } from './input_kept.ts'
import { useOpenSession } from '../../contrib/use_session.ts'

/** Always there, so that screen readers know of it before it says anything. */
export function WorkSign(): JSX.Element {
  const session = useOpenSession()
  const words = useStore(work(session), (state) => state.words)
  useLayoutEffect(() => {
    const main = document.querySelector('main')
    if (words === null) return main?.removeAttribute('aria-busy')
    main?.setAttribute('aria-busy', 'true')
    return keepInputFrom(window)
  }, [words])
  return (
    <output className="work-sign" aria-live="polite" data-work-sign="">
      {words === null ? null : (
        <span>
          <Loader aria-hidden size={15} /> {words}
        </span>
      )}
    </output>
  )
}
