/**
 * The bar above all: which schedule of which filing, which scenario, how edits flow, and the acts at hand.
 */
import { isolated } from '../../shared/money/isolated.ts'
import { typeset } from '../../shared/money/typeset.ts'
import {
  FoldVertical,
  PanelLeft,
  PanelRight,
  Printer,
  Redo2,
  Search,
  SlidersHorizontal,
  Undo2,
  UnfoldVertical,
  type LucideIcon,
} from 'lucide-react'
import type { JSX } from 'react'
import { ACTIONS, type ActionId } from '../../shared/actions/actions.ts'
import { keyboardPlatform, spellShortcut } from '../../shared/actions/shortcuts.ts'
import { COMPARE } from '../../shared/analysis/compare_schedule.ts'
import { dateInWords, readDate } from '../../shared/calendar/dates.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { scheduleOf } from '../../shared/model/lookup.ts'
import { perform } from '../contrib/lookup.ts'
import { isOutlineOpen, toggleNavigation, toggleSide, toggleUnfolded } from '../session/view/view.ts'
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
      hint={hintOf(kind, next ? `${word}: ${isolated(next.title)}` : `There is nothing to ${kind}`)}
      disabled={!next}
      onClick={() => perform(session, kind)}
    />
  )
}

/** The filing in a line: who filed, what, and of which date. No name turns the others round. */
function filingLine({ registrant, title, periodEnd }: Filing): string {
  const end = periodEnd !== undefined && readDate(periodEnd) ? [dateInWords(periodEnd)] : []
  return [...(registrant === undefined ? [] : [isolated(registrant)]), isolated(title), ...end].join(' · ')
}

function Titles(): JSX.Element {
  const filing = useSession(filingShown, isSameStructure)
  const name = useSession((state) => state.name)
  const shown = useSession((state) => state.place?.schedule)
  const schedule = filing && shown !== undefined ? scheduleOf(filing, shown) : undefined
  const title = shown === COMPARE ? 'Comparison of scenarios' : typeset(schedule?.title ?? schedule?.id ?? '')
  const line = filing ? filingLine(filing) : name
  return (
    <div className="titles">
      <h1 title={line}>{line === '' ? 'Tieout' : line}</h1>
      {title === '' ? null : <h2 title={title}>{title}</h2>}
    </div>
  )
}

export function TopBar(): JSX.Element {
  const session = useOpenSession()
  const { narrow, close, low } = useSession((state) => state.room)
  const outlineOpen = useSession(isOutlineOpen)
  const panelOpen = useSession((state) => state.panelOpen)
  const unfolded = useSession((state) => state.unfolded)
  return (
    <header className="top-bar" data-region="top">
      <MainMenu />
      <IconButton
        icon={PanelLeft}
        name="Filings and schedules"
        hint={outlineOpen ? 'Fold the filings away' : 'Show the filings'}
        expanded={outlineOpen}
        onClick={() => toggleNavigation(session)}
      />
      <Titles />
      <Slot name="scenario" />
      <div className="acts">
        {low ? (
          <IconButton
            icon={unfolded ? FoldVertical : UnfoldVertical}
            name="Headlines and formula bar"
            hint={unfolded ? 'Fold the headlines' : 'Show the headlines in full'}
            expanded={unfolded}
            onClick={() => toggleUnfolded(session)}
          />
        ) : null}
        {/* Where the bar is short of room, these are in the menu alone. */}
        <div className="acts in-menu-too">
          <Reversal kind="undo" icon={Undo2} word="Undo" />
          <Reversal kind="redo" icon={Redo2} word="Redo" />
        </div>
        {narrow ? null : (
          <button
            type="button"
            className="bar-button"
            title={hintOf('toggle_what_if')}
            onClick={() => perform(session, 'toggle_what_if')}
          >
            <SlidersHorizontal aria-hidden size={15} strokeWidth={1.8} />
            What if
          </button>
        )}
        <IconButton icon={Printer} name="Print" hint={hintOf('print')} onClick={() => perform(session, 'print')} />
        <IconButton
          icon={Search}
          name="Search"
          hint={hintOf('palette', 'Search lines, schedules and actions')}
          onClick={() => perform(session, 'palette')}
        />
        <IconButton
          icon={PanelRight}
          name="Side panel"
          hint={panelOpen ? 'Hide the side panel' : 'Show the side panel'}
          {...(close && { expanded: panelOpen })}
          onClick={() => toggleSide(session)}
        />
      </div>
    </header>
  )
}
