/**
 * Which dialog is open.
 */
import type { JSX } from 'react'
import { Bridges } from '../bridges/bridges.tsx'
import { FilingDialogs } from '../filings/filing_dialogs.tsx'
import { NewFilingDialog } from '../filings/new_filing_dialog.tsx'
import { GoTo } from '../find/go_to_dialog.tsx'
import { ReclassifyDialog } from '../flow/reclassify_dialog.tsx'
import { SpreadDialog } from '../flow/spread_dialog.tsx'
import { FormulaHelp } from '../formula/formula_help.tsx'
import { GoalSeek } from '../goal_seek/goal_seek_dialog.tsx'
import { CommentPopover } from '../notes/comment_popover.tsx'
import { ScenarioForm } from '../scenarios/scenario_form.tsx'
import { ScenariosDialog } from '../scenarios/scenarios_dialog.tsx'
import { ManyDialog } from '../range/many_dialog.tsx'
import { Sensitivity } from '../sensitivity/sensitivity.tsx'
import { ColumnDialog } from '../structure/column_dialog.tsx'
import { DeleteDialog } from '../structure/delete_dialog.tsx'
import { InsertColumnDialog } from '../structure/insert_column_dialog.tsx'
import { LineDialog } from '../structure/line_dialog.tsx'
import { ScheduleDialog } from '../structure/schedule_dialog.tsx'
import { useSession } from '../workbench/session.ts'
import { About } from './about.tsx'
import { Backups } from './backups.tsx'
import { Complete } from './complete.tsx'
import { Confirm } from './confirm.tsx'
import { Displaced } from './displaced.tsx'
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
    case 'formula_help':
      return <FormulaHelp />
    case 'keyboard':
      return <KeyboardHelp />
    case 'about':
      return <About />
    case 'print':
      return <PrintPreview bridge={dialog.bridge} period={dialog.period} />
    case 'palette':
      return <Palette />
    case 'go_to':
      return <GoTo />
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
    case 'comment':
      return <CommentPopover at={dialog} />
    case 'many':
      return <ManyDialog whole={dialog} />
    case 'sensitivity':
      return <Sensitivity />
    case 'bridges':
      return <Bridges />
    case 'new_filing':
      return <NewFilingDialog />
    case 'filing':
      return <FilingDialogs key={dialog.act} act={dialog.act} filing={dialog.filing} />
    case 'backups':
      return <Backups />
    case 'recent':
      return <Recent />
    case 'displaced':
      return <Displaced failure={dialog.failure} />
    case 'confirm':
      return <Confirm question={dialog.question} choices={dialog.choices} />
    case 'line_details':
      return <LineDialog schedule={dialog.schedule} line={dialog.line} />
    case 'column_details':
      return <ColumnDialog schedule={dialog.schedule} column={dialog.column} />
    case 'insert_column':
      return <InsertColumnDialog />
    case 'delete_structure':
      return <DeleteDialog deleting={dialog.deleting} />
    case 'new_schedule':
      return <ScheduleDialog isNew />
    case 'schedule_details':
      return <ScheduleDialog isNew={false} />
    case 'complete':
      return <Complete cell={dialog.ref} text={dialog.text} />
  }
}
