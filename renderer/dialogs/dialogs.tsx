/**
 * Which dialog is open.
 */
import type { JSX } from 'react'
import { Bridges } from '../bridges/bridges.tsx'
import { ReclassifyDialog } from '../flow/reclassify_dialog.tsx'
import { SpreadDialog } from '../flow/spread_dialog.tsx'
import { GoalSeek } from '../goal_seek/goal_seek_dialog.tsx'
import { ScenarioForm } from '../scenarios/scenario_form.tsx'
import { ScenariosDialog } from '../scenarios/scenarios_dialog.tsx'
import { ManyDialog } from '../range/many_dialog.tsx'
import { Sensitivity } from '../sensitivity/sensitivity.tsx'
import { useSession } from '../workbench/session.ts'
import { About } from './about.tsx'
import { Backups } from './backups.tsx'
import { Complete } from './complete.tsx'
import { Confirm } from './confirm.tsx'
import { KeyboardHelp } from './keyboard_help.tsx'
import { Palette } from './palette.tsx'
import { PrintPreview } from './print_preview.tsx'
import { Recent } from './recent.tsx'
import { Welcome } from './welcome.tsx'

export function Dialogs(): JSX.Element | null {
  const dialog = useSession((state) => state.dialog)
  const isOpen = useSession((state) => state.phase === 'open')
  if (!dialog || !isOpen) return null
  switch (dialog.kind) {
    case 'welcome':
      return <Welcome />
    case 'keyboard':
      return <KeyboardHelp />
    case 'about':
      return <About />
    case 'print':
      return <PrintPreview bridge={dialog.bridge} period={dialog.period} />
    case 'palette':
      return <Palette />
    case 'new_scenario':
      return <ScenarioForm scenario={null} />
    case 'rename_scenario':
      return <ScenarioForm scenario={dialog.scenario} />
    case 'scenarios':
      return <ScenariosDialog />
    case 'goal_seek':
      return <GoalSeek />
    case 'spread':
      return <SpreadDialog cell={dialog.ref} text={dialog.text} />
    case 'reclassify':
      return <ReclassifyDialog cell={dialog.ref} />
    case 'many':
      return <ManyDialog act={dialog.act} cells={dialog.cells} alike={dialog.alike} />
    case 'sensitivity':
      return <Sensitivity />
    case 'bridges':
      return <Bridges />
    case 'backups':
      return <Backups />
    case 'recent':
      return <Recent />
    case 'confirm':
      return <Confirm question={dialog.question} choices={dialog.choices} />
    case 'complete':
      return <Complete cell={dialog.ref} text={dialog.text} />
  }
}
