/**
 * One note: its mark, which leads to the line that bears it, its words, edited in place, and what can be done with it.
 */
import { ArrowDown, ArrowUp, Tag, Trash2 } from 'lucide-react'
import type { JSX, KeyboardEvent, ReactNode } from 'react'
import type { Line, Note, Schedule } from '../../../shared/model/filing.ts'
import { dropNote, goToBearer, placeNote, rewordNote, toggleMark, type NotesOf } from '../../session/notes/note_acts.ts'
import { bearersText } from './note_places.ts'
import { TextArea } from '../../contrib/text_area.tsx'
import type { Ending } from '../../ui/text_editor.tsx'
import { lineName } from '../../../shared/model/lookup.ts'
import type { Session } from '../../session/session.ts'
import { useOpenSession } from '../../contrib/use_session.ts'

/** A part of a note that takes the focus. */
export type NotePart = 'text' | 'up' | 'down' | 'mark_line' | 'remove'

type Props = {
  of: NotesOf
  schedule: Schedule
  note: Note
  at: number
  /** The line in focus, which bears the mark or may be given it. */
  line: Line | undefined
  /** False where the filing takes no change. */
  isOpen: boolean
  isEdited: boolean
  onEdit: (isEdited: boolean) => void
  /** Where the focus goes once the act is on the screen: a part of the note at a place. */
  focusOn: (at: number, part: NotePart) => void
}

function Act({
  part,
  label,
  ...rest
}: {
  part: NotePart
  label: string
  off?: boolean
  pressed?: boolean
  onAct: () => void
  children: ReactNode
}): JSX.Element {
  return (
    <button
      type="button"
      className="icon-button"
      data-part={part}
      aria-label={label}
      title={label}
      disabled={rest.off}
      aria-pressed={rest.pressed}
      onClick={rest.onAct}
    >
      {rest.children}
    </button>
  )
}

function Acts({ of, schedule, note, at, line, focusOn }: Props): JSX.Element {
  const session = useOpenSession()
  const { mark } = note
  const last = (schedule.notes?.length ?? 0) - 1
  const bears = line?.notes?.includes(mark) ?? false
  const name = line ? lineName({ schedule, line }) : ''
  const move = (to: number, part: NotePart): void => {
    // At an end the button is off; the other one keeps the focus.
    if (placeNote(session, of, mark, to)) focusOn(to, to === 0 ? 'down' : to === last ? 'up' : part)
  }
  return (
    <div className="note-acts">
      <Act part="up" label={`Move note ${mark} up`} off={at === 0} onAct={() => move(at - 1, 'up')}>
        <ArrowUp aria-hidden size={14} />
      </Act>
      <Act part="down" label={`Move note ${mark} down`} off={at === last} onAct={() => move(at + 1, 'down')}>
        <ArrowDown aria-hidden size={14} />
      </Act>
      {line === undefined ? null : (
        <Act
          part="mark_line"
          label={bears ? `Take note ${mark} off ${name}` : `Mark ${name} with note ${mark}`}
          pressed={bears}
          onAct={() => {
            if (toggleMark(session, of, mark, { id: line.id, name }, !bears)) focusOn(at, 'mark_line')
          }}
        >
          <Tag aria-hidden size={14} />
        </Act>
      )}
      <Act
        part="remove"
        label={`Remove note ${mark}`}
        onAct={() => {
          if (dropNote(session, of, mark)) focusOn(Math.min(at, last - 1), 'remove')
        }}
      >
        <Trash2 aria-hidden size={14} />
      </Act>
    </div>
  )
}

function Words(props: Props): JSX.Element {
  const session = useOpenSession()
  const { of, note, at, isOpen, isEdited, onEdit, focusOn } = props
  if (!isOpen) return <span className="note-text">{note.text}</span>
  const end = (ending: Ending): void => {
    onEdit(false)
    if (ending === 'key') focusOn(at, 'text')
  }
  if (isEdited) {
    return (
      <TextArea
        label={`Note ${note.mark}`}
        text={note.text}
        most={20_000}
        onSave={(text, ending) => {
          const refusal = rewordNote(session, of, note.mark, text)
          if (!refusal) end(ending)
          return refusal
        }}
        onLeave={end}
      />
    )
  }
  return (
    <button
      type="button"
      className="note-text"
      data-part="text"
      title="Edit the note"
      aria-describedby="notes-keys"
      onClick={() => onEdit(true)}
      onKeyDown={(event) => pressed(session, event, props)}
    >
      {note.text}
    </button>
  )
}

/** Keys at the words of a note: F2 edits, Alt and an arrow moves, Delete removes. */
function pressed(session: Session, event: KeyboardEvent, { of, schedule, note, at, onEdit, focusOn }: Props): void {
  const last = (schedule.notes?.length ?? 0) - 1
  const step = event.altKey && !event.shiftKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined
  if (event.key === 'F2' && !event.shiftKey) onEdit(true)
  else if (event.key === 'Delete') {
    if (dropNote(session, of, note.mark)) focusOn(Math.min(at, last - 1), 'text')
  } else if (step !== undefined) {
    const to = at + step
    if (to >= 0 && to <= last && placeNote(session, of, note.mark, to)) focusOn(to, 'text')
  } else return
  event.preventDefault()
  event.stopPropagation()
}

export function NoteItem(props: Props): JSX.Element {
  const session = useOpenSession()
  const { schedule, note, at, line, isOpen } = props
  const isMarked = line?.notes?.includes(note.mark) ?? false
  return (
    <li data-note={at} className={isMarked ? 'marked' : undefined} aria-current={isMarked ? 'true' : undefined}>
      <button
        type="button"
        className="mark"
        aria-label={`Note ${note.mark}, ${bearersText(schedule, note.mark)}`}
        title={`Stands ${bearersText(schedule, note.mark)}`}
        onClick={() => goToBearer(session, note.mark)}
      >
        ({note.mark})
      </button>
      <div>
        <Words {...props} />
        {isOpen ? <Acts {...props} /> : null}
      </div>
    </li>
  )
}
