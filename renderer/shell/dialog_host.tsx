/**
 * What stands before the screen: the dialog that a feature opened, or the question that an act asks.
 */
import type { JSX } from 'react'
import type { QuestionContents } from '../contrib/contribution.ts'
import { drawnDialog } from '../contrib/dialogs.ts'
import { contributed } from '../contrib/lookup.ts'
import { useOpenSession, useSession } from '../contrib/use_session.ts'
import type { Question } from '../session/state.ts'

type Content = (props: { question: Question }) => JSX.Element | null

export function DialogHost(): JSX.Element | null {
  const session = useOpenSession()
  const dialog = useSession((state) => state.dialog)
  const question = useSession((state) => state.question)
  const isOpen = useSession((state) => state.phase === 'open')
  if (!isOpen) return null
  if (dialog) {
    const { Content, props } = drawnDialog(dialog)
    return <Content key={dialog.id} {...props} />
  }
  if (!question) return null
  const contents = contributed<QuestionContents>(session, ({ questions }) => (questions ? [questions] : undefined))
  // A content is contributed for the kind of its question.
  const Asked = contents.find((one) => question.kind in one)?.[question.kind] as Content | undefined
  return Asked ? <Asked key={question.kind} question={question} /> : null
}
