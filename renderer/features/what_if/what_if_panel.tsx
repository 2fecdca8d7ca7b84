/**
 * The panel What if: its tools, one at a time. None open, each is named with what it answers.
 */
import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, type JSX, type KeyboardEvent } from 'react'
import type { Tool } from '../../contrib/contribution.ts'
import { contributed } from '../../contrib/lookup.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { returnFocus } from '../../session/place/focus.ts'
import { chooseTool, openTool, toolEntered } from '../../session/view/tool.ts'
import { IconButton } from '../../ui/icon_button.tsx'
import { NO_FILING, TOOL_CHOICE } from './wording.ts'

function ToolList({ tools }: { tools: readonly Tool[] }): JSX.Element {
  const session = useOpenSession()
  return (
    <ul className="tool-list">
      {tools.map(({ id, label, about }) => (
        <li key={id}>
          <button type="button" onClick={() => openTool(session, id)}>
            <strong>{label}</strong>
            <small>{about}</small>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** One tool under the choice of all; opened by an action, its first field takes the focus. */
function OpenTool({ tool, tools }: { tool: Tool; tools: readonly Tool[] }): JSX.Element {
  const session = useOpenSession()
  const enters = useSession((state) => state.tool?.enters === true)
  const own = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!enters) return
    const marked = own.current?.querySelector<HTMLElement>('[data-first-focus]')
    const first = marked ?? own.current?.querySelector<HTMLElement>('input, select:not(.tool-choice), button')
    first?.focus({ preventScroll: true })
    toolEntered(session)
  }, [enters, session])
  return (
    <>
      <div className="tool-head">
        <IconButton icon={ArrowLeft} name="All tools" onClick={() => chooseTool(session, null)} />
        <select
          className="tool-choice"
          aria-label={TOOL_CHOICE}
          value={tool.id}
          onChange={(event) => chooseTool(session, event.target.value)}
        >
          {tools.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div ref={own} className="tool-content" key={tool.id}>
        <tool.Content />
      </div>
    </>
  )
}

export function WhatIfPanel(): JSX.Element {
  const session = useOpenSession()
  const tools = contributed(session, (feature) => feature.tools).toSorted((a, b) => a.order - b.order)
  const open = useSession((state) => state.tool?.id)
  const hasFiling = useSession((state) => state.place !== null)
  const tool = tools.find(({ id }) => id === open)
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    event.preventDefault()
    returnFocus(session)
  }
  if (!hasFiling) return <p className="empty">{NO_FILING}</p>
  return (
    // The keys of what stands within it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="what-if" onKeyDown={pressed}>
      {tool ? <OpenTool tool={tool} tools={tools} /> : <ToolList tools={tools} />}
    </div>
  )
}
