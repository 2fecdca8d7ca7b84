/**
 * Which dialog is open.
 */
import type { JSX } from 'react'
import { useSession } from '../workbench/session.ts'
import { About } from './about.tsx'
import { Backups } from './backups.tsx'
import { Complete } from './complete.tsx'
import { Confirm } from './confirm.tsx'
import { KeyboardHelp } from './keyboard_help.tsx'
import { Palette } from './palette.tsx'
import { PrintPreview } from './print_preview.tsx'
import { Recent } from './recent.tsx'
import { ScenarioForm } from './scenario_form.tsx'
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
      return <PrintPreview />
    case 'palette':
      return <Palette />
    case 'new_scenario':
      return <ScenarioForm scenario={null} />
    case 'rename_scenario':
      return <ScenarioForm scenario={dialog.scenario} />
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
