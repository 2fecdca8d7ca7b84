/**
 * A table of sensitivity as it is asked for: its fields, the button that asks, and below them what they come to, or that the figures have
 * changed since.
 */
import type { ComponentType, JSX, ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import type { Wrong } from './read_fields.ts'
import type { Computed, Subject } from './subject.ts'
import { FIGURES_CHANGED } from './wording.ts'

type Props<A extends { kind: string }> = {
  /** The fields. */
  children: ReactNode
  /** What the button that asks is called. */
  act: string
  computed: Computed<A | Wrong>
  onAsk: () => void
  subject: Subject
  /** Shows what was computed. */
  Result: ComponentType<{ subject: Subject; table: A }>
}

function isAnswer<A extends { kind: string }>(answer: A | Wrong): answer is A {
  return answer.kind !== 'wrong'
}

export function AskedTable<A extends { kind: string }>(props: Props<A>): JSX.Element {
  const { children, act, computed, onAsk, subject, Result } = props
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onAsk()
        }}
      >
        {children}
        <div className="tool-acts">
          <Button type="submit" look="primary">
            {act}
          </Button>
        </div>
      </form>
      {computed.kind === 'passed' ? <p className="hint">{FIGURES_CHANGED}</p> : null}
      {computed.kind === 'computed' && isAnswer(computed.answer) ? (
        <Result subject={subject} table={computed.answer} />
      ) : null}
    </>
  )
}
