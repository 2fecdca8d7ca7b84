/**
 * The frame of a dialog: title, content, the way out.
 */
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useEffect, useMemo, type JSX, type ReactNode } from 'react'

import { isFieldInUse } from '../ui/focus_kept.ts'
import { SpokenText } from '../ui/spoken.tsx'
import type { Session } from '../session/session.ts'
import { useOpenSession } from './use_session.ts'
import { closeDialog } from '../session/asking.ts'
import { focusFigures } from '../session/place/focusing.ts'

/** What closes the frames that are open, the topmost last. */
const open: (() => void)[] = []

/**
 * Closes the topmost dialog, as Escape does. A message that appeared after the dialog takes Escape before it; it passes
 * the key on through here.
 */
export function escapeFrame(): void {
  open.at(-1)?.()
}

/** Back to the text under edit, else to the cell that is the goal or was in focus. */
function returnFocus(session: Session, event: Event): void {
  event.preventDefault()
  if (isFieldInUse()) return
  const { editing } = session.getState()
  if (editing) {
    const where = editing.where === 'cell' ? '.cell-editor input' : '.formula-bar input'
    document.querySelector<HTMLInputElement>(where)?.focus()
  } else focusFigures(session)
}

/** What a dialog marks takes the focus, else the first field, else the main button; otherwise its own order stands. */
function chooseFocus(event: Event): void {
  const content = event.currentTarget
  if (!(content instanceof HTMLElement)) return
  const marked = content.querySelector<HTMLElement>('[data-first-focus]')
  const field = marked ?? content.querySelector<HTMLElement>('input:not([type="radio"]), textarea, select')
  const first = field ?? content.querySelector<HTMLElement>('.button.primary:not(:disabled)')
  if (!first) return
  event.preventDefault()
  first.focus()
}

type Props = {
  title: string
  /** Said by screen readers with the title, shown under it. */
  about?: ReactNode
  className?: string
  children: ReactNode
  onClose?: () => void
}

export function DialogFrame({ title, about, className, children, onClose: given }: Props): JSX.Element {
  const session = useOpenSession()
  const onClose = useMemo(() => given ?? (() => closeDialog(session)), [given, session])
  useEffect(() => {
    open.push(onClose)
    return () => void open.splice(open.lastIndexOf(onClose), 1)
  }, [onClose])
  return (
    <Dialog.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content
          className={`dialog ${className ?? ''}`}
          {...(about ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={chooseFocus}
          onCloseAutoFocus={(event) => returnFocus(session, event)}
        >
          <div className="dialog-head">
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label="Close">
              <X aria-hidden size={17} />
            </Dialog.Close>
          </div>
          {about ? (
            <Dialog.Description className="dialog-about">
              {typeof about === 'string' ? <SpokenText text={about} /> : about}
            </Dialog.Description>
          ) : null}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
