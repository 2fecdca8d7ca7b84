/**
 * The workbook's file was taken away or written over while it was open: what is held is saved elsewhere from here. Closing the
 * dialog changes nothing; the next edit is refused again.
 */
import { useState, type JSX } from 'react'
import type { Question } from '../../session/state.ts'
import { saveCopy } from '../../session/view/copies.ts'
import { say } from '../../session/messages.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import type { Session } from '../../session/session.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { GOES_ON, NO_ANSWER, putBackText, DISPLACED } from './wording.ts'
import { Problem } from '../../ui/problem.tsx'
import { Button } from '../../ui/button.tsx'

async function saveElsewhere(session: Session): Promise<void> {
  if (await saveCopy(session)) closeDialog(session)
}

type Asked = Extract<Question, { kind: 'displaced' }>

export function Displaced({ question: { failure } }: { question: Asked }): JSX.Element {
  const session = useOpenSession()
  const shell = useSession((state) => state.shell)
  const [problem, setProblem] = useState<string | null>(null)

  async function putBack(): Promise<void> {
    try {
      const answer = await session.client.put_back({})
      if (!answer.ok) return setProblem(answer.failure.message)
      closeDialog(session)
      say(session, putBackText(answer.value.path))
    } catch {
      setProblem(NO_ANSWER.putBack)
    }
  }

  return (
    <DialogFrame title={DISPLACED} about={failure.message} className="confirm">
      <p>{GOES_ON[shell]}</p>
      <Problem text={problem} />
      <DialogActs
        cancel="Not now"
        ways={
          <>
            {failure.kind === 'gone' ? (
              <Button onClick={() => void putBack()}>Write the file to its place again</Button>
            ) : null}
            <Button look="primary" onClick={() => void saveElsewhere(session)}>
              Save a copy…
            </Button>
          </>
        }
      />
    </DialogFrame>
  )
}
