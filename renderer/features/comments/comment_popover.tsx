/**
 * The comments of a cell, beside it: reads the thread, writes, changes and deletes. What is typed is kept when it is left,
 * by Escape alone not.
 */
import { Pencil, Trash2, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useEffect, useRef, useState, type JSX } from 'react'
import type { StoredComment } from '../../../shared/model/stored_filing.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { columnName, findCell, lineName } from '../../../shared/model/lookup.ts'
import { isFieldInUse } from '../../ui/focus_kept.ts'
import { closeDialog } from '../../session/asking.ts'
import { warn } from '../../session/messages.ts'
import { offerText } from '../../session/typed_texts.ts'
import { commentsAmong } from '../../session/reading/cell_comments.ts'
import { addComment, changeComment, deleteComment, isOwn } from '../../session/notes/comment_acts.ts'
import { CommentText } from '../../contrib/comment_list.tsx'
import { authorName, quoted } from '../../session/notes/comment_text.ts'
import { saveKeys, TextArea } from '../../contrib/text_area.tsx'
import { savesText } from '../../ui/text_editor.tsx'
import type { Session } from '../../session/session.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { returnFocus } from '../../session/place/focus.ts'
import { heldShown } from '../../session/reading/shown.ts'
import { Button } from '../../ui/button.tsx'
import { keysText } from './wording.ts'

/** Where the popover points: the focused cell of the grid shown, which may be drawn anew meanwhile; else the grid. */
function focusedElement(session: Session): { readonly contextElement: Element; getBoundingClientRect(): DOMRect } {
  const find = (): Element => {
    const { focus } = session.getState()
    const grid = document.querySelector('[data-schedule]')
    const cell = focus && grid?.querySelector(`[row-id="${focus.line}"] [col-id="${focus.column}"]`)
    return cell ?? grid ?? document.body
  }
  return {
    // Whatever it scrolls in is followed.
    get contextElement() {
      return find()
    },
    getBoundingClientRect: () => find().getBoundingClientRect(),
  }
}

/** Back to the cell, where the grid is to be drawn and focused. */
function returnToCell(session: Session, event: Event): void {
  event.preventDefault()
  if (isFieldInUse()) return
  returnFocus(session)
}

type At = { ref: CellRef; scenario: string | null }

function Comment({
  at,
  comment,
  ...state
}: {
  at: At
  comment: StoredComment
  changing: boolean
  onChanging: (changing: boolean) => void
  onGone: () => void
}): JSX.Element {
  const session = useOpenSession()
  const by = authorName(comment)
  if (state.changing) {
    return (
      <TextArea
        label={`Comment by ${by}`}
        text={comment.text}
        most={10_000}
        onSave={(text) => {
          const refusal = changeComment(session, at, comment, text)
          if (!refusal) state.onChanging(false)
          return refusal
        }}
        onLeave={() => state.onChanging(false)}
      />
    )
  }
  return (
    <CommentText comment={comment}>
      <span className="comment-acts">
        {isOwn(session, comment) ? (
          <button
            type="button"
            className="icon-button"
            aria-label={`Change the comment ${quoted(comment.text)}`}
            title="Change"
            onClick={() => state.onChanging(true)}
          >
            <Pencil aria-hidden size={14} />
          </button>
        ) : null}
        <button
          type="button"
          className="icon-button"
          aria-label={`Delete the comment ${quoted(comment.text)}`}
          title="Delete"
          onClick={() => {
            const refusal = deleteComment(session, at, comment)
            if (refusal) warn(session, refusal)
            else state.onGone()
          }}
        >
          <Trash2 aria-hidden size={14} />
        </button>
      </span>
    </CommentText>
  )
}

/** Keeps what is typed and closes; says why it could not be kept, and answers whether it was. */
function keep(session: Session, at: At, typed: string): boolean {
  const refusal = typed.trim() === '' ? undefined : addComment(session, at, typed)
  if (refusal) warn(session, refusal)
  else closeDialog(session)
  return !refusal
}

export function CommentPopover({ at }: { at: At }): JSX.Element | null {
  const session = useOpenSession()
  const held = useSession(heldShown)
  const draft = useRef<HTMLTextAreaElement>(null)
  const anchor = useRef(focusedElement(session))
  const [changing, setChanging] = useState<string | null>(null)
  // It belongs to its figure: whoever leaves that keeps what was typed there.
  const { scenario } = at
  const { schedule, line, column } = at.ref
  useEffect(() => {
    const isOpen = (): boolean => session.getState().dialog?.id === 'comment'
    return offerText(session, {
      isTyped: () => isOpen() && (draft.current?.value ?? '').trim() !== '',
      settle() {
        if (!isOpen()) return 'done'
        const typed = draft.current?.value ?? ''
        return keep(session, { ref: { schedule, line, column }, scenario }, typed) ? 'done' : 'kept'
      },
    })
  }, [session, schedule, line, column, scenario])
  const found = findCell(held?.filing, at.ref)
  if (!held || !found) return null
  const comments = commentsAmong(held.comments, at.ref)

  /** Leaves with what was typed kept. */
  const close = (): void => {
    // A comment under change is saved as the focus leaves it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    keep(session, at, draft.current?.value ?? '')
  }

  return (
    <Popover.Root open modal onOpenChange={(isOpen) => (isOpen ? undefined : closeDialog(session))}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          className="comment-popover"
          aria-labelledby="comment-title"
          side="right"
          align="start"
          sideOffset={8}
          collisionPadding={10}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            draft.current?.focus()
          }}
          onCloseAutoFocus={(event) => returnToCell(session, event)}
          // A message that came up later would keep Escape for itself, so the keys are read here.
          onEscapeKeyDown={(event) => event.preventDefault()}
          onKeyDown={({ key }) => {
            if (key === 'Escape') closeDialog(session)
          }}
          onInteractOutside={(event) => {
            event.preventDefault()
            close()
          }}
        >
          <div className="comment-head">
            <h2 id="comment-title">
              <span className="unseen">Comments on </span>
              {lineName(found)}
              <span className="comment-column">
                <span className="unseen">, </span>
                {columnName(found.schedule, found.column)}
              </span>
            </h2>
            <button type="button" className="icon-button" aria-label="Close" onClick={close}>
              <X aria-hidden size={16} />
            </button>
          </div>
          {comments.length === 0 ? null : (
            <ul className="comment-list" aria-label="Comments">
              {comments.map((comment) => (
                <li key={comment.id}>
                  <Comment
                    at={at}
                    comment={comment}
                    changing={changing === comment.id}
                    onChanging={(isChanging) => {
                      setChanging(isChanging ? comment.id : null)
                      if (!isChanging) draft.current?.focus()
                    }}
                    onGone={() => draft.current?.focus()}
                  />
                </li>
              ))}
            </ul>
          )}
          <textarea
            ref={draft}
            className="text-area"
            aria-label={comments.length === 0 ? 'Comment' : 'Another comment'}
            placeholder={comments.length === 0 ? 'Comment' : 'Another comment'}
            maxLength={10_000}
            onKeyDown={(event) => {
              if (!savesText(event)) return
              event.preventDefault()
              close()
            }}
          />
          <div className="comment-foot">
            <small>{keysText(saveKeys())}</small>
            <Button look="primary" onClick={close}>
              Add
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
