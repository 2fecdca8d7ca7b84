/**
 * Which tool of the panel What if is open. What a person filled in stays each tool's own.
 */
import type { Session } from '../session.ts'
import { showPanel } from './view.ts'

/** The panel that shows the tools. */
export const WHAT_IF = 'what_if'

/** Opens the panel at a tool, whose first field takes the focus. */
export function openTool(session: Session, id: string): void {
  session.atOnce(() => {
    session.setState({ tool: { id, enters: true } })
    showPanel(session, WHAT_IF)
  })
}

/** Chooses a tool, or none, while the panel is open; the focus stays. */
export function chooseTool(session: Session, id: string | null): void {
  session.setState({ tool: id === null ? null : { id, enters: false } })
}

/** The focus came to the tool that was opened. */
export function toolEntered(session: Session): void {
  session.setState(({ tool }) => ({ tool: tool && { ...tool, enters: false } }))
}
