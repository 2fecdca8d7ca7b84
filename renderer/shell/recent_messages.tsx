/**
 * The warnings that still hold and what was said before, in full: a list that opens from the status bar. The badge counts the warnings.
 */
import { MessageSquareText, TriangleAlert, X } from 'lucide-react'
import type { JSX } from 'react'
import { counted } from '../../shared/money/count.ts'
import { perform } from '../contrib/lookup.ts'
import { useOpenSession, useSession } from '../contrib/use_session.ts'
import type { Toast as Message } from '../session/state.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { SpokenText } from '../ui/spoken.tsx'

function Warning({ message, dismiss }: { message: Message; dismiss: (id: number) => void }): JSX.Element {
  const session = useOpenSession()
  const { id, text, list, act } = message
  return (
    <li className="warning">
      <SpokenText as="p" text={text} />
      {list ? (
        <>
          <strong>{list.title}</strong>
          <ol>
            {list.items.map((item, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- The same edit can be made twice.
              <SpokenText as="li" key={at} text={item} />
            ))}
          </ol>
        </>
      ) : null}
      <span className="warning-acts">
        {act ? (
          <Button look="quiet" onClick={() => ('run' in act ? act.run() : perform(session, act.perform))}>
            {act.label}
          </Button>
        ) : null}
        <button type="button" className="icon-button" aria-label="Dismiss the warning" onClick={() => dismiss(id)}>
          <X aria-hidden size={14} />
        </button>
      </span>
    </li>
  )
}

export function RecentMessages({ dismiss }: { dismiss: (id: number) => void }): JSX.Element | null {
  const toasts = useSession((state) => state.toasts)
  const before = useSession((state) => state.saidBefore)
  const warnings = toasts.filter(({ tone }) => tone === 'warned')
  if (before.length === 0) return null
  const isWarned = warnings.length > 0
  return (
    <Card
      label="Messages"
      look={[`recent-messages${isWarned ? ' warned' : ''}`, 'messages-card']}
      name={isWarned ? `Recent messages, ${counted(warnings.length, 'warning')}` : 'Recent messages'}
      side="top"
      button={
        <>
          {isWarned ? <TriangleAlert aria-hidden size={14} /> : <MessageSquareText aria-hidden size={14} />}
          {isWarned ? warnings.length : null}
        </>
      }
    >
      {isWarned ? (
        <ul>
          {warnings.map((message) => (
            <Warning key={message.id} message={message} dismiss={dismiss} />
          ))}
        </ul>
      ) : null}
      <h2>Recent messages</h2>
      <ul>
        {before.toReversed().map(({ id, text }) => (
          <SpokenText as="li" key={id} text={text} />
        ))}
      </ul>
    </Card>
  )
}
