/**
 * The scenarios of a filing as a list of which one is chosen: arrows choose, Alt with an arrow moves.
 */
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- A list of choices that also moves its items is no select element. */
import { counted } from '../../../shared/money/count.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import { Lock } from 'lucide-react'
import { useEffect, useRef, type JSX, type KeyboardEvent } from 'react'
import type { ScenarioHead } from '../../session/book/held.ts'

type Props = {
  scenarios: readonly ScenarioHead[]
  chosen: string | null
  /** The scenario whose figures the screen shows. */
  shown: string | null
  unsaved: ReadonlySet<string>
  onChoose: (scenario: string) => void
  onMove: (scenario: string, step: -1 | 1) => void
  /** Rises when the list is to take the focus. */
  focusCall: number
}

function more(head: ScenarioHead, all: readonly ScenarioHead[], isShown: boolean, isUnsaved: boolean): string {
  const below = all.find(({ id }) => id === head.standsOn)
  return [
    ...(isShown ? ['shown now'] : []),
    counted(head.inputCount, 'change'),
    ...(below ? [`builds on ${isolated(below.name)}`] : []),
    ...(head.locked ? ['locked'] : []),
    ...(isUnsaved ? ['text not saved'] : []),
  ].join(', ')
}

export function ScenarioList({ scenarios, chosen, shown, unsaved, onChoose, onMove, focusCall }: Props): JSX.Element {
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (focusCall > 0) list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus()
  }, [focusCall])

  function pressed(event: KeyboardEvent): void {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    const at = scenarios.findIndex(({ id }) => id === chosen)
    const last = scenarios.length - 1
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? last : Math.min(Math.max(at + step, 0), last)
    if ((step === 0 && event.key !== 'Home' && event.key !== 'End') || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (event.altKey) {
      if (step !== 0 && chosen !== null) onMove(chosen, step)
      return
    }
    const next = scenarios[to]
    if (!next) return
    onChoose(next.id)
    list.current?.querySelector<HTMLElement>(`[data-scenario="${next.id}"]`)?.focus()
  }

  return (
    <div className="scenario-list" role="listbox" tabIndex={-1} aria-label="Scenarios" ref={list} onKeyDown={pressed}>
      {scenarios.map((head, at) => {
        const isChosen = head.id === chosen
        const isEntry = isChosen || (at === 0 && !scenarios.some(({ id }) => id === chosen))
        return (
          // The list's own handler takes the keys of its options.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={head.id}
            role="option"
            aria-selected={isChosen}
            tabIndex={isEntry ? 0 : -1}
            data-scenario={head.id}
            {...(isEntry ? { 'data-first-focus': '' } : {})}
            onClick={() => onChoose(head.id)}
          >
            <span className="scenario-name">
              {head.name}
              {head.locked ? <Lock aria-hidden size={13} /> : null}
            </span>
            <small>{more(head, scenarios, head.id === shown, unsaved.has(head.id))}</small>
          </div>
        )
      })}
    </div>
  )
}
