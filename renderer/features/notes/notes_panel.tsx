/**
 * The notes of the schedule shown, the focused line's marked: edited in place in a draft, read only in a filed filing.
 */
import { Plus } from 'lucide-react'
import { useLayoutEffect, useRef, useState, type JSX } from 'react'
import type { Filing, Schedule } from '../../../shared/model/filing.ts'
import { closedRefusal } from '../../session/structure/structure_acts.ts'
import { renameNotes, writeNote, type NotesOf } from '../../session/notes/note_acts.ts'
import { NoteItem, type NotePart } from './note_item.tsx'
import { TextArea } from '../../contrib/text_area.tsx'
import type { Ending } from '../../ui/text_editor.tsx'
import { lineName } from '../../../shared/model/lookup.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { filingShown } from '../../session/reading/shown.ts'
import { isSameStructure } from '../../session/book/held.ts'
import { Button } from '../../ui/button.tsx'
import { KEYS, NO_NOTES, NO_SCHEDULE } from './wording.ts'

/** What is edited: the words of the note at a place, the heading, or a new note for a line; nothing. */
type Edited = { kind: 'note'; at: number } | { kind: 'heading' } | { kind: 'new'; line: string | undefined } | null

/** What takes the focus once the act is on the screen: a part of the note at a place, the heading, or what adds a note. */
type Wanted = { at: number; part: NotePart } | { part: 'heading' | 'add' } | null

function Heading({
  of,
  schedule,
  isOpen,
  isEdited,
  onEdit,
  onEnd,
}: {
  of: NotesOf
  schedule: Schedule
  isOpen: boolean
  isEdited: boolean
  onEdit: () => void
  onEnd: (ending: Ending) => void
}): JSX.Element {
  const session = useOpenSession()
  const title = schedule.notesTitle ?? 'Notes'
  if (isEdited) {
    return (
      <TextArea
        label="Heading of the notes"
        text={title}
        most={500}
        onSave={(text, ending) => {
          const refusal = renameNotes(session, of, text)
          if (!refusal) onEnd(ending)
          return refusal
        }}
        onLeave={onEnd}
      />
    )
  }
  return (
    <h3>
      {isOpen ? (
        <button type="button" className="note-text" data-part="heading" title="Change the heading" onClick={onEdit}>
          {title}
        </button>
      ) : (
        title
      )}
    </h3>
  )
}

function ScheduleNotes({ filing, schedule }: { filing: Filing; schedule: Schedule }): JSX.Element {
  const session = useOpenSession()
  const focus = useSession((state) => state.focus)
  const list = useRef<HTMLDivElement>(null)
  const [edited, setEdited] = useState<Edited>(null)
  const [wanted, setWanted] = useState<Wanted>(null)
  const of = { filing: filing.id, schedule: schedule.id }
  const notes = schedule.notes ?? []
  const line = schedule.lines.find(({ id }) => id === focus?.line)
  const closed = closedRefusal(filing)
  const isOpen = closed === undefined

  useLayoutEffect(() => {
    if (wanted === null) return
    const within = 'at' in wanted ? `[data-note="${wanted.at}"] ` : ''
    const element = list.current?.querySelector<HTMLElement>(`${within}[data-part="${wanted.part}"]`)
    // Where the note is gone or its button is off, work goes on at the button that adds one.
    ;(element ?? list.current?.querySelector<HTMLElement>('[data-part="add"]'))?.focus()
  }, [wanted])

  const endHeading = (ending: Ending): void => {
    setEdited(null)
    if (ending === 'key') setWanted({ part: 'heading' })
  }
  const endNew = (ending: Ending): void => {
    setEdited(null)
    if (ending === 'key') setWanted({ part: 'add' })
  }
  const marked = edited?.kind === 'new' ? schedule.lines.find(({ id }) => id === edited.line) : undefined
  const newNote = marked ? `New note on ${lineName({ schedule, line: marked })}` : 'New note'

  return (
    <div className="notes-panel" ref={list}>
      {closed === undefined ? (
        <p id="notes-keys" className="unseen">
          {KEYS}
        </p>
      ) : (
        <p className="notes-closed">{refusalText(closed)}</p>
      )}
      {edited?.kind === 'new' ? (
        <div className="new-note">
          <small>{newNote}</small>
          <TextArea
            label={newNote}
            text=""
            most={20_000}
            onSave={(text, ending) => {
              const refusal = writeNote(session, of, text, edited.line)
              if (!refusal) endNew(ending)
              return refusal
            }}
            onLeave={endNew}
          />
        </div>
      ) : null}
      {isOpen && edited?.kind !== 'new' ? (
        <Button data-part="add" onClick={() => setEdited({ kind: 'new', line: line?.id })}>
          <Plus aria-hidden size={15} /> Add a note{line ? ' on the line in focus' : ''}
        </Button>
      ) : null}
      {notes.length === 0 ? (
        <p className="empty">{NO_NOTES}</p>
      ) : (
        <>
          <Heading
            of={of}
            schedule={schedule}
            isOpen={isOpen}
            isEdited={edited?.kind === 'heading'}
            onEdit={() => setEdited({ kind: 'heading' })}
            onEnd={endHeading}
          />
          <ol className="notes">
            {notes.map((note, at) => (
              <NoteItem
                // A note is known by its place: its number changes with it.
                // oxlint-disable-next-line react/no-array-index-key
                key={at}
                of={of}
                schedule={schedule}
                note={note}
                at={at}
                line={line}
                isOpen={isOpen}
                isEdited={edited?.kind === 'note' && edited.at === at}
                onEdit={(isEdited) => setEdited(isEdited ? { kind: 'note', at } : null)}
                focusOn={(place, part) => setWanted({ at: place, part })}
              />
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

export function Notes(): JSX.Element {
  const filing = useSession(filingShown, isSameStructure)
  const place = useSession((state) => state.place)
  const schedule = filing?.schedules.find(({ id }) => id === place?.schedule)
  if (!filing || !schedule) return <p className="empty">{NO_SCHEDULE}</p>
  return <ScheduleNotes key={`${filing.id}/${schedule.id}`} filing={filing} schedule={schedule} />
}
