/**
 * Leaving a dialog in which something was changed: Escape and the cross ask once. Knows no form; what stands in it is given as text.
 */
import { useEffect, useRef, useState, type JSX } from 'react'
import { closeDialog } from '../../session/asking.ts'
import { offerText } from '../../session/typed_texts.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { isAsked } from '../../session/state.ts'
import { Button } from '../../ui/button.tsx'
import { LEAVE } from './wording.ts'

/** `onLeave` is for the frame; `question` takes the place of the acts while it is asked. */
export type Leaving = { onLeave: () => void; question: JSX.Element | null }

/** Asks before a changed form is left; `stated` is the form as text, `isChanged` whether it differs from what it began as. */
export function useLeaving(stated: string, isChanged: boolean): Leaving {
  const session = useOpenSession()
  // Whoever goes on filling in has answered the question.
  const [asked, setAsked] = useState<string | null>(null)
  const from = useRef<Element | null>(null)
  const isAsking = isChanged && asked === stated
  function goOn(): void {
    setAsked(null)
    if (from.current instanceof HTMLElement) from.current.focus()
  }
  function onLeave(): void {
    if (!isChanged) return closeDialog(session)
    if (isAsking) return goOn()
    from.current = document.activeElement
    setAsked(stated)
  }
  useEffect(() => {
    if (!isChanged) return undefined
    // A form that was carried out is closed before it is gone from the screen.
    const isTyped = (): boolean => isAsked(session.getState())
    return offerText(session, {
      isForm: true,
      isTyped,
      settle() {
        if (!isTyped()) return 'done'
        from.current = document.activeElement
        setAsked(stated)
        return 'kept'
      },
    })
  }, [session, isChanged, stated])
  const question = isAsking ? (
    <div className="dialog-acts">
      <p className="problem leaving" role="alert">
        {LEAVE}
      </p>
      <Button
        // The question came by a key: the next one answers it.
        ref={(button) => button?.focus()}
        onClick={goOn}
      >
        Keep editing
      </Button>
      <Button look="primary" onClick={() => closeDialog(session)}>
        Leave
      </Button>
    </div>
  ) : null
  return { onLeave, question }
}
