/**
 * The panel beside the grid: explanations, the change log, tie-outs, notes and comments.
 */
import { Tabs } from 'radix-ui'
import type { JSX } from 'react'
import { Comments } from '../notes/comments.tsx'
import { Notes } from '../notes/notes.tsx'
import { session, useSession, type PanelId } from '../workbench/session.ts'
import { ChangeLog } from './change_log.tsx'
import { Explain } from './explain.tsx'
import { TieOuts } from './tie_outs.tsx'

const PANELS: { id: PanelId; label: string; Content: () => JSX.Element | null }[] = [
  { id: 'explain', label: 'Explain', Content: Explain },
  { id: 'log', label: 'Change log', Content: ChangeLog },
  { id: 'tie_outs', label: 'Tie-outs', Content: TieOuts },
  { id: 'notes', label: 'Notes', Content: Notes },
  { id: 'comments', label: 'Comments', Content: Comments },
]

export function SidePanel(): JSX.Element {
  const panel = useSession((state) => state.panel)
  return (
    <aside aria-label="Side panel" data-region="side">
      <Tabs.Root
        className="side-panel"
        value={panel}
        onValueChange={(id) => session.setState({ panel: id as PanelId })}
      >
        <Tabs.List className="tabs" aria-label="Side panel">
          {PANELS.map(({ id, label }) => (
            <Tabs.Trigger key={id} value={id} className="tab">
              {label}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {PANELS.map(({ id, Content }) => (
          <Tabs.Content key={id} value={id} className="panel-content">
            <Content />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </aside>
  )
}
