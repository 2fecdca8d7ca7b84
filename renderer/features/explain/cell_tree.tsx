/**
 * What a cell reads, or what reads it, as a tree that opens step by step: each cell with base, scenario and difference.
 * Cells below one that is closed are not looked for.
 */
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role -- HTML has no element for a tree; the roles and keys are those of the ARIA pattern. */
import { isMeasured } from '../../../shared/money/format.ts'
import { cellFormat } from '../../../shared/calc/layout.ts'
import { ChevronRight } from 'lucide-react'
import { useState, type JSX, type KeyboardEvent } from 'react'
import { isAmount, sameFigure } from '../../../shared/calc/value.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { findCell, columnName, lineName } from '../../../shared/model/lookup.ts'
import { withoutResidue } from '../../../shared/money/decimal.ts'
import { typeset } from '../../../shared/money/typeset.ts'
import { signedDifference, spokenValue } from './amount_text.ts'
import { goToExplained, type Explained } from '../../session/reading/explained_cell.ts'
import { SpokenFigure } from '../../ui/spoken.tsx'
import type { Session } from '../../session/session.ts'
import { useOpenSession } from '../../contrib/use_session.ts'

type Direction = 'precedents' | 'dependents'

type TreeProps = { explained: Explained; direction: Direction; label: string }

type Shared = {
  explained: Explained
  direction: Direction
  open: ReadonlySet<string>
  current: string
  toggle: (path: string, open: boolean) => void
  choose: (path: string) => void
}

function next({ engine }: Explained, direction: Direction, ref: CellRef): CellRef[] {
  return direction === 'precedents' ? engine.precedents(ref) : engine.dependents(ref)
}

/** Base, scenario and difference of a cell, as text; the last two only where they differ. */
function figuresOf({ filing, engine }: Explained, ref: CellRef): { base: string; now?: string; difference?: string } {
  const [base, now] = [engine.value(ref, 'base'), engine.value(ref)]
  const baseText = spokenValue(filing, ref, base)
  if (sameFigure(base, now)) return { base: baseText }
  const found = findCell(filing, ref)
  const isCounted = found !== undefined && isMeasured(cellFormat(found.line, found.column))
  const both = isCounted && isAmount(base) && isAmount(now)
  return {
    base: baseText,
    now: spokenValue(filing, ref, now),
    ...(both && { difference: signedDifference(filing, ref, withoutResidue(now.minus(base))) }),
  }
}

/** The items of one level, each followed by those below it where it is open: a flat list, whose levels say the rest. */
function items(cells: readonly CellRef[], above: readonly CellRef[], shared: Shared): JSX.Element[] {
  const { explained, direction, open } = shared
  return cells.flatMap((ref, index) => {
    const path = [...above, ref].map(cellName).join(' ')
    const again = above.some((one) => cellName(one) === cellName(ref))
    const below = again ? [] : next(explained, direction, ref)
    const isOpen = open.has(path) && below.length > 0
    const at = { index, count: cells.length, path, again, below: below.length, isOpen }
    return [
      <Item key={path} cell={ref} above={above} at={at} shared={shared} />,
      ...(isOpen ? items(below, [...above, ref], shared) : []),
    ]
  })
}

type ItemProps = {
  cell: CellRef
  above: readonly CellRef[]
  at: { index: number; count: number; path: string; again: boolean; below: number; isOpen: boolean }
  shared: Shared
}

function Item({ cell: ref, above, at, shared }: ItemProps): JSX.Element {
  const session = useOpenSession()
  const { explained, current, toggle, choose } = shared
  const { path, below, isOpen } = at
  const found = findCell(explained.filing, ref)
  const parent = above.at(-1)!
  const { base, now, difference } = figuresOf(explained, ref)
  const where = [
    ref.schedule === parent.schedule ? '' : typeset(found?.schedule.title ?? ref.schedule),
    ref.column === parent.column ? '' : found ? columnName(found.schedule, found.column) : ref.column,
    at.again ? 'is shown above' : '',
  ].filter(Boolean)
  return (
    // Named by what it holds: a name of its own would have to be the same.
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label
    <li
      role="treeitem"
      tabIndex={path === current ? 0 : -1}
      data-path={path}
      data-cell={cellName(ref)}
      aria-level={above.length}
      aria-posinset={at.index + 1}
      aria-setsize={at.count}
      aria-selected={path === current}
      aria-expanded={below > 0 ? isOpen : undefined}
      title={now === undefined ? undefined : `Base ${base}, scenario ${now}`}
      style={{ paddingLeft: `${(above.length - 1) * 14}px` }}
      onFocus={() => choose(path)}
    >
      <div className="tree-row">
        <button
          type="button"
          className="tree-open"
          tabIndex={-1}
          aria-hidden
          disabled={below === 0}
          onClick={() => toggle(path, !isOpen)}
        >
          <ChevronRight size={13} />
        </button>
        <button
          type="button"
          className="tree-cell"
          tabIndex={-1}
          onClick={() => goToExplained(session, explained, ref)}
        >
          <span className="tree-label">
            {found ? lineName(found) : ref.line} {where.length > 0 ? <small>{where.join(', ')}</small> : null}
          </span>{' '}
          <span className="tree-figures">
            <SpokenFigure hung as="span" className={now === undefined ? undefined : 'tree-now'} text={now ?? base} />{' '}
            {difference === undefined ? null : (
              <SpokenFigure hung as="span" className="tree-difference" text={difference} />
            )}{' '}
            {now === undefined ? null : (
              <span className="tree-difference">
                from <SpokenFigure hung text={base} />
              </span>
            )}
          </span>
        </button>
      </div>
    </li>
  )
}

/** The keys of a tree: up and down, right to open or go in, left to close or go out, Enter to show the cell. */
function pressed(session: Session, event: KeyboardEvent<HTMLUListElement>, { explained, toggle }: Shared): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')]
  const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="treeitem"]') : null
  if (!item) return
  const at = items.indexOf(item)
  const path = item.dataset['path']!
  const expanded = item.getAttribute('aria-expanded')
  const level = Number(item.ariaLevel)
  const outer = items.slice(0, at).findLast((one) => Number(one.ariaLevel) < level)
  switch (event.key) {
    case 'ArrowDown':
      items[at + 1]?.focus()
      break
    case 'ArrowUp':
      items[at - 1]?.focus()
      break
    case 'Home':
      items[0]?.focus()
      break
    case 'End':
      items.at(-1)?.focus()
      break
    case 'ArrowRight':
      if (expanded === 'false') toggle(path, true)
      else if (expanded === 'true') items[at + 1]?.focus()
      break
    case 'ArrowLeft':
      if (expanded === 'true') toggle(path, false)
      else outer?.focus()
      break
    case 'Enter': {
      const [schedule = '', rest = ''] = item.dataset['cell']!.split('.')
      const [line = '', column = ''] = rest.split('@')
      goToExplained(session, explained, { schedule, line, column })
      break
    }
    default:
      return
  }
  event.preventDefault()
  event.stopPropagation()
}

/** The tree of one cell; nothing where it has no such cells. */
export function CellTree({ explained, direction, label }: TreeProps): JSX.Element | null {
  const session = useOpenSession()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const root = explained.ref
  const cells = next(explained, direction, root)
  const first = cells[0] ? [root, cells[0]].map(cellName).join(' ') : ''
  const [current, setCurrent] = useState(first)
  if (cells.length === 0) return null
  const known = current !== '' && current.startsWith(cellName(root)) ? current : first
  const shared: Shared = {
    explained,
    direction,
    open,
    current: known,
    choose: setCurrent,
    toggle(path, wanted) {
      const changed = new Set(open)
      if (wanted) changed.add(path)
      else changed.delete(path)
      setOpen(changed)
    },
  }
  return (
    <section>
      <h3>{label}</h3>
      <ul role="tree" aria-label={label} className="cell-tree" onKeyDown={(event) => pressed(session, event, shared)}>
        {items(cells, [root], shared)}
      </ul>
    </section>
  )
}
