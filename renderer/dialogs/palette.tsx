/**
 * Finding an action, a schedule or a line by name.
 */
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- The field keeps the focus over the list, as the ARIA pattern of a combobox has it. */
import { useState, type JSX, type KeyboardEvent } from 'react'
import { actionsOf } from '../../shared/actions/actions.ts'
import { spellShortcut } from '../../shared/actions/shortcuts.ts'
import { scheduleName } from '../../shared/model/lookup.ts'
import { perform } from '../workbench/actions.ts'
import { go, rememberedScenario, workbook } from '../workbench/opened.ts'
import { session } from '../workbench/session.ts'
import { keyboardPlatform } from '../workbench/shortcuts.ts'
import { DialogFrame, closeDialog } from './frame.tsx'

type Entry = { id: string; label: string; more: string; run: () => void }

function entries(): Entry[] {
  const { shell, place } = session.getState()
  const platform = keyboardPlatform()
  const acts = actionsOf(shell).map(({ id, label, shortcuts }) => ({
    id,
    label,
    more: shortcuts[0] ? spellShortcut(shortcuts[0], platform) : '',
    run: () => perform(id),
  }))
  const schedules = workbook()
    .book.filings()
    .flatMap((filing) =>
      filing.schedules.map((schedule) => ({
        id: `${filing.id}/${schedule.id}`,
        label: scheduleName(schedule),
        more: filing.title,
        run: () =>
          go({
            filing: filing.id,
            schedule: schedule.id,
            scenario: place?.filing === filing.id ? place.scenario : rememberedScenario(filing.id),
          }),
      })),
    )
  return [...acts, ...schedules, ...lines()]
}

function lines(): Entry[] {
  const { place, focus } = session.getState()
  const filing = place && workbook().book.filing(place.filing)
  if (!place || !filing) return []
  return filing.schedules.flatMap((schedule) =>
    schedule.lines.map((line) => ({
      id: `${schedule.id}.${line.id}`,
      label: line.label,
      more: scheduleName(schedule),
      run: () => {
        const column = schedule.columns.find(({ id }) => id === focus?.column) ?? schedule.columns[0]
        if (column) go({ ...place, schedule: schedule.id }, { cell: { line: line.id, column: column.id } })
      },
    })),
  )
}

function choose(entry: Entry | undefined): void {
  if (!entry) return
  closeDialog()
  setTimeout(entry.run)
}

export function Palette(): JSX.Element {
  const [all] = useState(entries)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const words = query.toLowerCase().split(/\s+/)
  const found = all
    .filter(({ label, more }) => words.every((word) => `${label} ${more}`.toLowerCase().includes(word)))
    .slice(0, 12)

  function pressed(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') setAt((now) => Math.min(now + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt((now) => Math.max(now - 1, 0))
    else if (event.key === 'Enter') choose(found[at])
    else return
    event.preventDefault()
  }

  return (
    <DialogFrame title="Find an action, a schedule or a line" className="palette">
      <input
        aria-label="Name"
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={found[at] ? `palette-${at}` : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={pressed}
      />
      <div id="palette-list" role="listbox" aria-label="Found">
        {found.map((entry, index) => (
          <div
            key={entry.id}
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerDown={() => choose(entry)}
          >
            <span>{entry.label}</span>
            <small>{entry.more}</small>
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className="empty">Nothing of that name.</p> : null}
    </DialogFrame>
  )
}
