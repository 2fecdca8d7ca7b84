/**
 * Running text edited in place, known to the session while it is typed: whoever leaves the place or the page saves it first.
 */
import { useCallback, type JSX } from 'react'
import { refusalText, type Refusal } from '../../shared/refusals/refusal.ts'
import { keyboardPlatform, spellShortcut } from '../../shared/actions/shortcuts.ts'
import { offerText, type TypedText } from '../session/typed_texts.ts'
import { TextEditor, type EditedText, type Ending } from '../ui/text_editor.tsx'
import { useOpenSession } from './use_session.ts'
import { saveText } from './wording.ts'

/** The keys that save a text, as this platform writes them. */
export function saveKeys(): string {
  return spellShortcut('CommandOrControl+Enter', keyboardPlatform(navigator.platform))
}

type Edited = Omit<EditedText, 'onSave'> & { onSave: (text: string, ending: Ending) => Refusal | undefined }

export function TextArea({ onSave, ...edited }: Edited): JSX.Element {
  const session = useOpenSession()
  const offer = useCallback((text: TypedText) => offerText(session, text), [session])
  const saved = (text: string, ending: Ending): string | null => {
    const refusal = onSave(text, ending)
    return refusal ? refusalText(refusal) : null
  }
  const hint = saveText(saveKeys())
  return <TextEditor {...edited} onSave={saved} offer={offer} hint={hint} />
}
