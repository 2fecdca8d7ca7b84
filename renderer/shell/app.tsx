/**
 * The screen as a whole: which state it is in and where its regions stand.
 */
import { Tooltip } from 'radix-ui'
import { type JSX } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { Drawer } from './drawer.tsx'
import { StatusBar } from './status_bar.tsx'
import { Messages } from './messages_line.tsx'
import { TopBar } from './top_bar.tsx'
import { ScheduleGrid } from '../grid/schedule_grid.tsx'
import { contributed } from '../contrib/lookup.ts'
import { DialogHost } from './dialog_host.tsx'
import { SidePanel } from './side_panel.tsx'
import { Slot } from '../contrib/slot.tsx'
import { remember } from '../session/place/remembering.ts'
import { useOpenSession, useSession } from '../contrib/use_session.ts'
import { filingShown } from '../session/reading/shown.ts'
import { isSameStructure } from '../session/book/held.ts'
import { isOutlineOpen } from '../session/view/view.ts'

function Sheet(): JSX.Element {
  const session = useOpenSession()
  const place = useSession((state) => state.place)
  const filing = useSession(filingShown, isSameStructure)
  const view = place && contributed(session, (feature) => feature.views).find((one) => one.serves(place))
  if (filing && view) return <view.Content />
  const schedule = filing?.schedules.find(({ id }) => id === place?.schedule)
  if (filing?.schedules.length === 0) return <Slot name="no_schedules" />
  if (!filing || !schedule) return <Slot name="no_filings" />
  return (
    <div className="sheet">
      <Slot name="above_grid" />
      <ScheduleGrid key={`${filing.id}/${schedule.id}`} filing={filing} schedule={schedule} />
    </div>
  )
}

/** The width of the side panel until a person draws another: six tabs side by side. */
const SIDE = '384px'

function Workbench(): JSX.Element {
  const session = useOpenSession()
  const panelOpen = useSession((state) => state.panelOpen)
  const panels = useSession((state) => state.view.panels)
  const { narrow, close, low } = useSession((state) => state.room)
  const outlineOpen = useSession(isOutlineOpen)
  const unfolded = useSession((state) => state.unfolded)
  const sideSize = panels?.['side'] === undefined ? SIDE : `${panels['side']}%`
  const navigationOpen = useSession((state) => state.navigationOpen)
  return (
    <div className={low && !unfolded ? 'workbench folded' : 'workbench'}>
      <div>
        <TopBar />
        <Slot name="headline" />
      </div>
      <Group
        className="regions"
        orientation="horizontal"
        onLayoutChanged={(layout, { isUserInteraction }) => {
          // What a small window makes of the widths is not what a person chose.
          if (isUserInteraction) remember(session, { panels: { ...panels, ...layout } })
        }}
      >
        {narrow || !outlineOpen ? null : (
          <Panel id="navigation" className="region" defaultSize={`${panels?.['navigation'] ?? 15}%`} minSize="150px">
            <Slot name="left" />
          </Panel>
        )}
        {/* Named by a title: a label would have to stand within a landmark. */}
        {narrow || !outlineOpen ? null : <Separator className="divider" title="Width of the filings" />}
        <Panel id="middle" className="region" minSize={narrow ? '0px' : '380px'}>
          <main className="middle" aria-label="Schedule">
            <Slot name="above_sheet" />
            <Sheet />
            <Slot name="spare" />
            <Slot name="within_sheet" />
          </main>
        </Panel>
        {panelOpen && !close ? <Separator className="divider" title="Width of the side panel" /> : null}
        {panelOpen && !close ? (
          <Panel id="side" className="region" defaultSize={sideSize} minSize="280px">
            <SidePanel />
          </Panel>
        ) : null}
      </Group>
      {narrow && navigationOpen ? (
        <Drawer side="left">
          <Slot name="left" />
        </Drawer>
      ) : null}
      {close && panelOpen ? (
        <Drawer side="right">
          <SidePanel />
        </Drawer>
      ) : null}
      <StatusBar />
      <Slot name="overlay" />
    </div>
  )
}

export function App(): JSX.Element {
  const phase = useSession((state) => state.phase)
  return (
    <Tooltip.Provider delayDuration={500}>
      {phase === 'open' ? <Workbench /> : <Slot name="not_open" />}
      <DialogHost />
      {phase === 'open' ? null : (
        <div className="messages alone">
          <Messages />
        </div>
      )}
      <Slot name="page" />
    </Tooltip.Provider>
  )
}
