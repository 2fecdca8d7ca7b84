/**
 * The bar above all: which workbook and filing, which scenario, how edits flow, and the acts at hand.
 */
import { isolated } from '../../shared/money/isolated.ts'
import {
  Contrast,
  FoldVertical,
  CircleHelp,
  PanelLeft,
  PanelRight,
  Printer,
  Redo2,
  Undo2,
  UnfoldVertical,
  type LucideIcon,
} from 'lucide-react'
import type { JSX } from 'react'
import { ACTIONS, type ActionId } from '../../shared/actions/actions.ts'
import { keyboardPlatform, spellShortcut } from '../../shared/actions/shortcuts.ts'
import { perform } from '../contrib/lookup.ts'
import { toggleNavigation, toggleSide, toggleUnfolded } from '../session/view/view.ts'
import { IconButton } from '../ui/icon_button.tsx'
import { MainMenu } from './main_menu.tsx'
import { Slot } from '../contrib/slot.tsx'
import { useOpenSession, useSession } from '../contrib/use_session.ts'
import { filingShown } from '../session/reading/shown.ts'
import { isSameStructure } from '../session/book/held.ts'

/** An action's name with its shortcut, as a tooltip says it. */
function hintOf(id: ActionId, name?: string): string {
  const action = ACTIONS.find((one) => one.id === id)!
  const [first] = action.shortcuts
  const label = name ?? action.label
  return first === undefined ? label : `${label} (${spellShortcut(first, keyboardPlatform(navigator.platform))})`
}

/** Undo or redo, by itself since what it would reverse is another change after each edit. */
function Reversal({ kind, icon, word }: { kind: 'undo' | 'redo'; icon: LucideIcon; word: string }): JSX.Element {
  const session = useOpenSession()
  const next = useSession((state) => state[kind])
  return (
    <IconButton
      icon={icon}
      name={next ? `${word}: ${isolated(next.title)}` : word}
      hint={hintOf(kind, next ? `${word}: ${isolated(next.title)}` : `Nothing to ${kind}`)}
      disabled={!next}
      onClick={() => perform(session, kind)}
    />
  )
}

export function TopBar(): JSX.Element {
  const session = useOpenSession()
  const name = useSession((state) => state.name)
  const filing = useSession(filingShown, isSameStructure)
  const { narrow, low } = useSession((state) => state.room)
  const navigationOpen = useSession((state) => state.navigationOpen)
  const panelOpen = useSession((state) => state.panelOpen)
  const unfolded = useSession((state) => state.unfolded)
  return (
    <header className="top-bar" data-region="top">
      <MainMenu />
      {narrow ? (
        <IconButton
          icon={PanelLeft}
          name="Filings and schedules"
          expanded={navigationOpen}
          onClick={() => toggleNavigation(session)}
        />
      ) : null}
      <div className="titles">
        <h1 title={filing?.registrant}>{filing?.registrant ?? filing?.title ?? 'Tieout'}</h1>
        <p>
          {filing ? <span>{filing.title}</span> : null}
          <span className="workbook-name">{name}</span>
        </p>
      </div>
      <Slot name="scenario" />
      <div className="acts">
        {low ? (
          <IconButton
            icon={unfolded ? FoldVertical : UnfoldVertical}
            name="Headlines and heading"
            hint={unfolded ? 'Fold the headlines and the heading' : 'Show the headlines and the heading in full'}
            expanded={unfolded}
            onClick={() => toggleUnfolded(session)}
          />
        ) : null}
        {/* Where the bar is short of room, these are in the menu alone. */}
        <div className="acts in-menu-too">
          <Reversal kind="undo" icon={Undo2} word="Undo" />
          <Reversal kind="redo" icon={Redo2} word="Redo" />
          <IconButton icon={Printer} name="Print" hint={hintOf('print')} onClick={() => perform(session, 'print')} />
          <IconButton
            icon={Contrast}
            name="Light or dark"
            hint={hintOf('theme')}
            onClick={() => perform(session, 'theme')}
          />
          <IconButton icon={CircleHelp} name="Help" hint={hintOf('help')} onClick={() => perform(session, 'help')} />
        </div>
        <IconButton
          icon={PanelRight}
          name="Side panel"
          hint="Show or hide the side panel"
          {...(narrow && { expanded: panelOpen })}
          onClick={() => toggleSide(session)}
        />
      </div>
    </header>
  )
}
