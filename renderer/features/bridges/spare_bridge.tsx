/**
 * The bridge from as filed to the scenario shown, in the room that a wide window leaves at the right of the figures: of the headline that
 * moved most, live while a figure is typed. It takes no room from the figures, and stands only where there is enough.
 */
import { useMemo, type JSX } from 'react'
import { useOpenSession, useSession, useShown } from '../../contrib/use_session.ts'
import { baseName } from '../../session/reading/figures.ts'
import { periodInForce, periodName } from '../../session/reading/period.ts'
import { isLarge } from '../../session/reading/shown.ts'
import { isCompare } from '../../session/reading/compared.ts'
import { openTool } from '../../session/view/tool.ts'
import { Button } from '../../ui/button.tsx'
import { BridgeChart, StepList } from './bridge_figure.tsx'
import { liveBridge, movedBy } from './live_bridge.ts'
import { useSpareRoom } from './spare_room.ts'
import { FIGURES_OF_BRIDGE } from './wording.ts'

function LiveBridge(): JSX.Element | null {
  const session = useOpenSession()
  const shown = useShown()
  const place = useSession((state) => state.place)
  const noted = useSession((state) => (state.place ? state.period[state.place.filing] : undefined))
  const preview = useSession((state) => state.editing?.preview ?? null)
  const room = useSpareRoom()
  const period = shown && periodInForce(shown.filing, noted)
  const moved = useMemo(
    () => (shown && period !== undefined && room ? movedBy(shown.filing, shown.engine, period) : undefined),
    [shown, period, room],
  )
  if (!shown || !place || !room || !moved || period === undefined) return null
  const { filing, engine, scenarios, scenario } = shown
  const name = scenarios.find(({ id }) => id === scenario)?.name ?? ''
  const standing = { filing, engine, column: period, moved }
  const bridge = liveBridge(standing, preview ?? [], { base: baseName(filing), scenario: name })
  if (!bridge) return null
  return (
    <aside
      className="spare-bridge bridge"
      aria-label="Bridge to the scenario"
      style={{ left: room.left, top: room.top, width: room.width }}
    >
      <h3>{bridge.title}</h3>
      <small>{periodName(filing, place.schedule, period)}</small>
      <BridgeChart bridge={bridge} filing={filing} engine={engine} width={room.width} />
      <StepList bridge={bridge} filing={filing} engine={engine} />
      <Button look="quiet" onClick={() => openTool(session, 'bridges')}>
        {FIGURES_OF_BRIDGE}
      </Button>
    </aside>
  )
}

export function SpareBridge(): JSX.Element | null {
  const isFree = useSession(({ room, place, panelOpen }) => {
    return room.wide && !panelOpen && place !== null && place.scenario !== null && !isCompare(place)
  })
  const large = isLarge(useShown()?.filing)
  return isFree && !large ? <LiveBridge /> : null
}
