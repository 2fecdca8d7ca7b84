/**
 * Prints the answer to a question, as a page of its own. The page computes it anew from the figures as stored.
 */
import { Printer } from 'lucide-react'
import type { JSX } from 'react'
import type { Question } from '../../shared/print/question.ts'
import { Button } from '../ui/button.tsx'
import { perform } from './lookup.ts'
import { useOpenSession } from './use_session.ts'

export function PrintResult({ question }: { question: Question }): JSX.Element {
  const session = useOpenSession()
  return (
    <Button className="small" onClick={() => perform(session, 'print', { question })}>
      <Printer aria-hidden size={14} /> Print…
    </Button>
  )
}
