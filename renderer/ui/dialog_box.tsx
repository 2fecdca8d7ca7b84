/**
 * A dialog: title, content, the way out, and the foot of a form in it. Knows nothing of what it asks; where the focus goes afterwards is
 * given.
 */
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { createContext, useContext, useEffect, type JSX, type ReactNode } from 'react'
import { isFieldInUse } from './focus_kept.ts'
import { SpokenText } from './spoken.tsx'
import { Button } from './button.tsx'

/** What leaves the dialogs that are open, the topmost last. */
const open: (() => void)[] = []

/**
 * Leaves the topmost dialog, as Escape does. A message that appeared after the dialog takes Escape before it; it passes
 * the key on through here.
 */
export function escapeDialog(): void {
  open.at(-1)?.()
}

/** What puts the dialog around away at once. */
const Close = createContext<() => void>(() => undefined)

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

export type DialogContent = {
  title: string
  /** Said by screen readers with the title, shown under it. */
  about?: ReactNode
  className?: string
  children: ReactNode
  /** What Escape and the cross do, where that is not to put the dialog away at once. */
  onLeave?: (() => void) | undefined
}

type Props = DialogContent & {
  /** Puts the dialog away. */
  onClose: () => void
  /** Gives the focus to where work goes on, unless it stands in a field already. */
  onFocusBack: () => void
}

export function DialogBox({
  title,
  about,
  className,
  children,
  onClose,
  onLeave = onClose,
  onFocusBack,
}: Props): JSX.Element {
  useEffect(() => {
    open.push(onLeave)
    return () => void open.splice(open.lastIndexOf(onLeave), 1)
  }, [onLeave])
  return (
    <Dialog.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onLeave())}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content
          className={`dialog ${className ?? ''}`}
          {...(about ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={chooseFocus}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (!isFieldInUse()) onFocusBack()
          }}
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
          <Close value={onClose}>{children}</Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const FIRST = { 'data-first-focus': '' }

type ActsProps = {
  /** What the form does, on its main button; it may have none. */
  submit?: ReactNode
  /** What leaving comes to. */
  cancel?: string
  /** True while what the form states cannot be done. */
  disabled?: boolean
  /** Which button takes the focus first, where no field is to. */
  first?: 'cancel' | 'submit'
  /** What stands before the buttons. */
  children?: ReactNode
  /** Other ways on, between leaving and the main button. */
  ways?: ReactNode
}

/** The foot of a dialog: the way out, then the act it is for, which submits the form around it. */
export function DialogActs(props: ActsProps): JSX.Element {
  const { submit, cancel = 'Cancel', disabled = false, first, children, ways } = props
  const close = useContext(Close)
  return (
    <div className="dialog-acts">
      {children}
      <Button onClick={close} {...(first === 'cancel' && FIRST)}>
        {cancel}
      </Button>
      {ways}
      {submit === undefined ? null : (
        <Button type="submit" look="primary" disabled={disabled} {...(first === 'submit' && FIRST)}>
          {submit}
        </Button>
      )}
    </div>
  )
}
