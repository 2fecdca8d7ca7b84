/**
 * Leaving a dialog in which something was changed: Escape and the cross ask once. Knows no form; what stands in it is given as text.
 */
import { useRef, useState, type JSX } from 'react'
import { closeDialog } from '../dialogs/frame.tsx'

/** `onClose` is for the frame; `question` takes the place of the acts while it is asked. */
export type Leaving = { onClose: () => void; question: JSX.Element | null }

/** Asks before a changed form is left; `stated` is the form as text, `isChanged` whether it differs from what it began as. */
export function useLeaving(stated: string, isChanged: boolean): Leaving {
  // Whoever goes on filling in has answered the question.
  const [asked, setAsked] = useState<string | null>(null)
  const from = useRef<Element | null>(null)
  const isAsking = isChanged && asked === stated
  function goOn(): void {
    setAsked(null)
    if (from.current instanceof HTMLElement) from.current.focus()
  }
  function onClose(): void {
    if (!isChanged) return closeDialog()
    if (isAsking) return goOn()
    from.current = document.activeElement
    setAsked(stated)
  }
  const question = isAsking ? (
    <div className="dialog-acts">
      <p className="problem leaving" role="alert">
        Leave without the changes?
      </p>
      <button
        type="button"
        className="button"
        // The question came by a key: the next one answers it.
        ref={(button) => button?.focus()}
        onClick={goOn}
      >
        Keep editing
      </button>
      <button type="button" className="button primary" onClick={closeDialog}>
        Leave
      </button>
    </div>
  ) : null
  return { onClose, question }
}
