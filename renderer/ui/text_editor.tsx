/**
 * Running text edited in place: a field that grows with its text. Ctrl+Enter or leaving the field saves, Escape does not.
 */
import { useEffect, useId, useRef, useState, type JSX, type KeyboardEvent } from 'react'
import { Problem } from './problem.tsx'

/** True for the keys that save a text. */
export function savesText(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing
}

/** How an edit ended: by a key, so that the focus is to stay near, or because the focus went elsewhere. */
export type Ending = 'key' | 'left'

/** A text that is typed and not yet saved: whether leaving now would lose it, and what saves it; `kept` where it was refused. */
type Unsaved = { isTyped(): boolean; settle(): 'done' | 'kept' }

export type EditedText = {
  label: string
  text: string
  /** The most characters that are taken. */
  most: number
  /** Keeps the text; answers why it was not kept, null where it was. */
  onSave: (text: string, ending: Ending) => string | null
  /** Called where the text stays as it was. */
  onLeave: (ending: Ending) => void
}

type Props = EditedText & {
  /** Said on hover. */
  hint: string
  /** Makes the text known to whoever leaves the place or the page meanwhile; returns what ends that. Has to stay the same. */
  offer: (text: Unsaved) => () => void
}

export function TextEditor({ label, text, most, onSave, onLeave, hint, offer }: Props): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null)
  const ended = useRef(false)
  const keep = useRef((typed: string): unknown => onSave(typed, 'left'))
  const [refusal, setRefusal] = useState<string | null>(null)
  const refusalId = useId()

  useEffect(() => {
    const element = field.current!
    const save = keep.current
    element.focus()
    element.setSelectionRange(element.value.length, element.value.length)
    return () => {
      // Taken off the screen with the focus in it, as when another place is shown: what was typed is kept all the same.
      const typed = element.value.trim()
      if (!ended.current && typed !== '' && typed !== text.trim()) setTimeout(() => save(typed))
    }
    // Once for each edit: the text that it began with is the one that counts.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  // Whoever leaves the place or the page meanwhile asks for the text as it then stands.
  const settle = useRef(save)
  useEffect(() => void (settle.current = save))
  useEffect(
    () =>
      offer({
        isTyped: () => !ended.current && field.current?.value.trim() !== text.trim(),
        settle() {
          settle.current('left')
          return ended.current ? 'done' : 'kept'
        },
      }),
    [offer, text],
  )

  function save(ending: Ending): void {
    const typed = field.current!.value
    if (ended.current) return
    ended.current = true
    if (typed.trim() === text.trim()) return onLeave(ending)
    const reason = onSave(typed.trim(), ending)
    // What was typed and could not be kept stays to be mended.
    ended.current = reason === null
    setRefusal(reason)
  }

  return (
    <>
      <textarea
        ref={field}
        className="text-area"
        aria-label={label}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : refusalId}
        title={hint}
        defaultValue={text}
        maxLength={most}
        onBlur={() => save('left')}
        onKeyDown={(event) => {
          if (savesText(event)) save('key')
          else if (event.key === 'Escape') {
            ended.current = true
            onLeave('key')
          } else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <Problem text={refusal} id={refusalId} />
    </>
  )
}
