/**
 * The panel beside the grid: one of those that features contribute, chosen by its tab.
 */
import { Tabs } from 'radix-ui'
import type { JSX } from 'react'
import { contributed } from '../contrib/lookup.ts'
import { useOpenSession, useSession } from '../contrib/use_session.ts'
import { choosePanel } from '../session/view/view.ts'

export function SidePanel(): JSX.Element {
  const session = useOpenSession()
  const panels = contributed(session, (feature) => feature.panels).toSorted((a, b) => a.order - b.order)
  const chosen = useSession((state) => state.panel)
  // A panel that was remembered need not be there any more.
  const panel = panels.some(({ id }) => id === chosen) ? chosen : panels[0]?.id
  return (
    <aside aria-label="Side panel" data-region="side">
      <Tabs.Root className="side-panel" value={panel} onValueChange={(id) => choosePanel(session, id)}>
        <Tabs.List className="tabs" aria-label="Side panel">
          {panels.map(({ id, label }) => (
            <Tabs.Trigger key={id} value={id} className="tab">
              {label}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {panels.map(({ id, Content }) => (
          <Tabs.Content key={id} value={id} className="panel-content">
            <Content />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </aside>
  )
}
