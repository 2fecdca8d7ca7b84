/**
 * Go to: a line, a cell, a schedule or a filing by its id, or by its label.
 */
import { useMemo, useState, type JSX } from 'react'
import { keyboardPlatform, spellShortcut } from '../../../shared/actions/shortcuts.ts'
import { completePlace, type Choice, type Target } from '../../../shared/analysis/go_to.ts'
import { hasCell } from '../../../shared/calc/layout.ts'
import { scheduleOf } from '../../../shared/model/lookup.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { go, scenarioFor } from '../../session/place/going.ts'
import { ChoiceList } from '../../ui/choice_list.tsx'
import { settleEdit } from '../../session/selection/many_acts.ts'
import type { Session } from '../../session/session.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { GO } from './wording.ts'

/** Goes to a place; a cell of a line is chosen near the focus where the place names none. */
export function goToTarget(session: Session, { filing, schedule, line, column }: Target): void {
  if (!settleEdit(session)) return
  const { place, focus } = session.getState()
  const found = scheduleOf(session.workbook().book.filing(filing), schedule)
  if (!found) return
  const row = found.lines.find(({ id }) => id === line)
  const near = column ?? (place?.schedule === schedule ? focus?.column : undefined)
  const has = (id: string): boolean =>
    found.columns.some((one) => one.id === id && (!row || row.kind === 'heading' || hasCell(row, one)))
  const cellColumn = near !== undefined && has(near) ? near : found.columns.find(({ id }) => has(id))?.id
  const cell = row && cellColumn !== undefined ? { cell: { line: row.id, column: cellColumn } } : {}
  go(session, { filing, schedule, scenario: scenarioFor(session, filing) }, cell)
}

/** The choice as listed: its id, and where it stands unless that is the filing shown. */
function listed(session: Session, choice: Choice) {
  const { place } = session.getState()
  const own = `${place?.filing}/`
  const { name, where } = choice
  return { ...choice, id: name, more: name.startsWith(own) ? name.slice(own.length) : `${name} · ${where}` }
}

export function GoTo(): JSX.Element {
  const session = useOpenSession()
  const [query, setQuery] = useState('')
  const [refused, setRefused] = useState(false)
  const completion = useMemo(() => {
    const { place, focus } = session.getState()
    const at = place && { filing: place.filing, schedule: place.schedule, ...(focus ? { line: focus.line } : {}) }
    return completePlace(query, session.workbook().book.filings(), at)
  }, [session, query])
  const isNone = completion.kind === 'none'
  const choices = isNone ? completion.nearest : completion.choices

  return (
    <DialogFrame title={GO.title} className="palette">
      <ChoiceList
        name={GO.name}
        placeholder={GO.example}
        query={query}
        onQuery={(text) => {
          setQuery(text)
          setRefused(false)
        }}
        choices={choices.map((choice) => listed(session, choice))}
        first={isNone ? -1 : 0}
        onChoose={(choice) => {
          if (!choice) return setRefused(true)
          closeDialog(session)
          setTimeout(() => goToTarget(session, choice.target))
        }}
      >
        <output className={refused ? 'problem' : ''}>
          {completion.kind === 'none'
            ? `${completion.reason} ${choices.length > 0 ? GO.nearest : GO.find(spellShortcut('CommandOrControl+F', keyboardPlatform(navigator.platform)))}`
            : ''}
        </output>
      </ChoiceList>
    </DialogFrame>
  )
}
