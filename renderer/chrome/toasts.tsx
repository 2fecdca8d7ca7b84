/**
 * Messages in passing, read aloud by screen readers.
 */
import { X } from 'lucide-react'
import { Toast } from 'radix-ui'
import type { JSX } from 'react'
import { escapeFrame } from '../dialogs/frame.tsx'
import { useSession } from '../workbench/session.ts'
import { unsay } from '../workbench/toasts.ts'

export function Toasts(): JSX.Element {
  const toasts = useSession((state) => state.toasts)
  return (
    <Toast.Provider swipeDirection="right" duration={6000} label="Message">
      {toasts.map(({ id, text, tone, act }) => (
        <Toast.Root
          key={id}
          className={`toast ${tone}`}
          type={tone === 'warned' ? 'foreground' : 'background'}
          duration={tone === 'warned' ? 3_600_000 : 6000}
          // Escape leaves an edit or a dialog; it must not take a message away instead.
          onEscapeKeyDown={(event) => {
            event.preventDefault()
            escapeFrame()
          }}
          onOpenChange={(isOpen) => {
            if (!isOpen) unsay(id)
          }}
        >
          <Toast.Description>{text}</Toast.Description>
          {act ? (
            <Toast.Action className="button" altText={act.label} onClick={() => act.run()}>
              {act.label}
            </Toast.Action>
          ) : null}
          <Toast.Close className="icon-button" aria-label="Dismiss">
            <X aria-hidden size={15} />
          </Toast.Close>
        </Toast.Root>
      ))}
      <Toast.Viewport className="toasts" label="Messages ({hotkey})" />
    </Toast.Provider>
  )
}
