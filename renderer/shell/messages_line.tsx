/**
 * The newest message in passing as one line of the status bar, read aloud by screen readers. It takes no focus; F8 goes to it, Escape there
 * dismisses it. Warnings that last are counted beside it; the count opens them in full, with what was said before.
 */
import { X } from 'lucide-react'
import { Toast } from 'radix-ui'
import { useEffect, useRef, type JSX, type RefObject } from 'react'
import { escapeDialog } from '../ui/dialog_box.tsx'
import type { Toast as Message } from '../session/state.ts'
import { unsay } from '../session/messages.ts'
import { RecentMessages } from './recent_messages.tsx'
import { SpokenText } from '../ui/spoken.tsx'
import { spokenText } from '../ui/spoken_figure.ts'
import type { Session } from '../session/session.ts'
import { useOpenSession, useSession } from '../contrib/use_session.ts'
import { perform } from '../contrib/lookup.ts'
import { returnFocus } from '../session/place/focus.ts'

/** Gives the keyboard back from a message: to a control that is still there, else to the cell in focus. */
function giveBack(session: Session, before: Element | null): void {
  if (before instanceof HTMLElement && before.isConnected && !before.closest('[data-schedule]')) before.focus()
  else returnFocus(session)
}

/** Radix' own key is off: it would take Shift+F8 too, and F8 where there is no message. */
const NO_KEY: string[] = []

/** F8 goes to the newest message; `before` is what had the keyboard until then. */
function useKey(messages: RefObject<HTMLElement | null>, before: RefObject<Element | null>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'F8' || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return
      const newest = messages.current?.querySelector<HTMLElement>('.toast:last-child')
      if (!newest) return
      event.preventDefault()
      if (!newest.contains(document.activeElement)) before.current = document.activeElement
      newest.focus()
    }
    document.addEventListener('keydown', pressed, true)
    return () => document.removeEventListener('keydown', pressed, true)
  }, [messages, before])
}

/** What a message is about, for whoever hears the page; on the screen it stands among the recent messages. */
function About({ title, items }: NonNullable<Message['list']>): JSX.Element {
  const aloud = spokenText(`${title}. ${items.at(-1) ?? ''}`)
  return (
    <section
      className="unseen"
      aria-label={title}
      data-radix-toast-announce-exclude=""
      data-radix-toast-announce-alt={aloud}
    >
      <strong>{title}</strong>
      <ol aria-label={title}>
        {items.map((item, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- The same edit can be made twice.
          <SpokenText as="li" key={at} text={item} />
        ))}
      </ol>
    </section>
  )
}

export function Messages(): JSX.Element {
  const session = useOpenSession()
  const toasts = useSession((state) => state.toasts)
  const messages = useRef<HTMLOListElement>(null)
  const before = useRef<Element>(null)
  useKey(messages, before)
  const dismiss = (id: number): void => {
    if (messages.current?.contains(document.activeElement)) {
      giveBack(session, before.current)
      before.current = null
    }
    unsay(session, id)
  }
  return (
    <Toast.Provider swipeDirection="down" duration={6000} label="Message">
      {toasts.map(({ id, text, tone, act, list }) => (
        <Toast.Root
          key={id}
          className={`toast ${tone}`}
          data-message={id}
          type={tone === 'warned' ? 'foreground' : 'background'}
          duration={tone === 'warned' ? 3_600_000 : 6000}
          // Escape dismisses the message that has the keyboard. Elsewhere it leaves an edit or a dialog.
          onEscapeKeyDown={(event) => {
            if (event.defaultPrevented) return
            event.preventDefault()
            const here = event.target instanceof Element ? event.target.closest<HTMLElement>('.toast') : null
            if (here) dismiss(Number(here.dataset['message']))
            else escapeDialog()
          }}
          // A click on a message leaves the keyboard where it is.
          onMouseDown={(event) => event.preventDefault()}
          onOpenChange={(isOpen) => {
            if (!isOpen) dismiss(id)
          }}
        >
          <Toast.Description asChild>
            <div className="message-text" title={text}>
              <SpokenText text={text} />
              {list ? <About {...list} /> : null}
            </div>
          </Toast.Description>
          {act ? (
            <Toast.Action
              className="button"
              altText={act.label}
              onClick={() => ('run' in act ? act.run() : perform(session, act.perform))}
            >
              {act.label}
            </Toast.Action>
          ) : null}
          <Toast.Close className="icon-button" aria-label="Dismiss">
            <X aria-hidden size={15} />
          </Toast.Close>
        </Toast.Root>
      ))}
      <Toast.Viewport ref={messages} className="toasts" label="Messages (F8)" hotkey={NO_KEY} />
      <RecentMessages dismiss={unsay.bind(null, session)} />
    </Toast.Provider>
  )
}
