/**
 * Running text edited in place, known to the session while it is typed: whoever leaves the place or the page saves it first.
 */
import { useCallback, type JSX } from 'react'
import { keyboardPlatform, spellShortcut } from '../../shared/actions/shortcuts.ts'
import { offerText, type TypedText } from '../session/typed_texts.ts'
import { TextEditor, type EditedText } from '../ui/text_editor.tsx'
import { useOpenSession } from './use_session.ts'

/** The keys that save a text, as this platform writes them. */
export function saveKeys(): string {
  return spellShortcut('CommandOrControl+Enter', keyboardPlatform(navigator.platform))
}

export function TextArea(edited: EditedText): JSX.Element {
  const session = useOpenSession()
  const offer = useCallback((text: TypedText) => offerText(session, text), [session])
  return <TextEditor {...edited} offer={offer} hint={`${saveKeys()} saves, Escape leaves it as it was`} />
}
