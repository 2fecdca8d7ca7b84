/**
 * What can be done at a cell, on its context menu: the same actions as in the main menu.
 */
import { ContextMenu } from 'radix-ui'
import { useState, type JSX, type ReactNode } from 'react'
import type { ActionId } from '../../shared/actions/actions.ts'
import { isFieldInUse } from '../ui/focus_kept.ts'
import { ActionItems, type ActionEntry } from '../contrib/action_items.tsx'
import type { Act, MenuPlace, Under } from '../contrib/contribution.ts'
import { actsOf } from '../contrib/lookup.ts'
import { sendFocus } from '../session/place/focus.ts'
import { Slot } from '../contrib/slot.tsx'
import { useOpenSession } from '../contrib/use_session.ts'
import { isAsked } from '../session/state.ts'
import { selectAlong } from '../session/selection/whole_lines.ts'
import type { Session } from '../session/session.ts'
import { chosen } from '../session/structure/structure_acts.ts'
import { headAt, labelAt } from './grid_elements.ts'

const NAMES: Record<Under, string> = { cell: 'Cell', line: 'Line', column: 'Column' }

/** What can be done there, group by group. */
function entriesOf(session: Session, under: Under, isMany: boolean): ActionEntry[][] {
  const groups: { id: ActionId; place: MenuPlace }[][] = []
  for (const [id, act] of Object.entries(actsOf(session)) as [ActionId, Act][]) {
    if (act.isInCellMenu?.(session) === false) continue
    for (const place of act.cellMenu ?? []) if (place.under === under) (groups[place.group] ??= []).push({ id, place })
  }
  return groups.map((group) =>
    group
      .toSorted((a, b) => a.place.at - b.place.at)
      .map(({ id, place }) => ({ id, label: place.label?.[isMany ? 1 : 0] })),
  )
}

/** The entries, found each time that the menu opens. */
function Entries({ under, isMany }: { under: Under; isMany: boolean }): JSX.Element {
  const session = useOpenSession()
  return (
    <ActionItems
      Item={ContextMenu.Item}
      Separator={ContextMenu.Separator}
      groups={entriesOf(session, under, isMany)}
      before={
        under === 'cell' ? (
          <>
            <Slot name="cell_menu" />
            <ContextMenu.Separator className="menu-line" />
          </>
        ) : null
      }
    />
  )
}

export function CellMenu({ children }: { children: ReactNode }): JSX.Element {
  const session = useOpenSession()
  const [under, setUnder] = useState<Under>('cell')
  const [isMany, setMany] = useState(false)
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger
        asChild
        onContextMenu={({ target }) => {
          const what = takeHold(session, target)
          const { lines, columns } = chosen(session)
          setUnder(what)
          setMany((what === 'column' ? columns : lines).length > 1)
        }}
      >
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Content
        className="menu"
        aria-label={NAMES[under]}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          const state = session.getState()
          if (!isAsked(state) && !isFieldInUse()) sendFocus(session, state.focus)
        }}
      >
        <Entries under={under} isMany={isMany} />
      </ContextMenu.Content>
    </ContextMenu.Root>
  )
}

/** The figure, line or column under the pointer; a line or column is chosen where it was not, so that what the menu does is done to it. */
function takeHold(session: Session, target: EventTarget): Under {
  const line = labelAt(target)
  const column = line === undefined ? headAt(target) : undefined
  const { lines, columns, areColumns } = chosen(session)
  if (line !== undefined) {
    if (areColumns || !lines.includes(line)) selectAlong(session, { line })
    return 'line'
  }
  if (column === undefined) return 'cell'
  if (!areColumns || !columns.includes(column)) selectAlong(session, { column })
  return 'column'
}
