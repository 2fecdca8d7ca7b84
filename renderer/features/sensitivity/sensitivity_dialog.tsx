/**
 * Sensitivity: one cell over a range, two cells against each other, or every input by its weight. Changes nothing.
 */
import { Tabs } from 'radix-ui'
import { useId, useState, type JSX } from 'react'
import { takesInput } from '../../../shared/calc/layout.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { cellTitle } from '../../../shared/model/lookup.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { OneWayTable } from './one_way_table.tsx'
import { RankingTable } from './ranking_table.tsx'
import { shownSubject } from './subject.ts'
import { ABOUT } from './wording.ts'
import { TwoWayTable } from './two_way_table.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'

/** Cells that take an input, offered while a name is typed. */
function Cells({ id, filing }: { id: string; filing: Filing }): JSX.Element {
  return (
    <datalist id={id}>
      {filing.schedules.flatMap((schedule) =>
        schedule.lines.flatMap((line) =>
          schedule.columns
            .filter((column) => takesInput(line, column))
            .map((column) => (
              <option key={`${schedule.id}.${line.id}@${column.id}`} value={`${schedule.id}.${line.id}@${column.id}`}>
                {cellTitle({ schedule, line, column })}
              </option>
            )),
        ),
      )}
    </datalist>
  )
}

export function Sensitivity(): JSX.Element | null {
  const session = useOpenSession()
  const [subject] = useState(() => shownSubject(session))
  const list = useId()
  if (!subject) return null
  return (
    <DialogFrame title="Sensitivity" about={ABOUT} className="analysis wide-dialog">
      <Cells id={list} filing={subject.filing} />
      <Tabs.Root defaultValue="one_way" className="analysis-tabs">
        <Tabs.List className="tabs" aria-label="Kind of table">
          <Tabs.Trigger value="one_way" className="tab">
            One input
          </Tabs.Trigger>
          <Tabs.Trigger value="two_way" className="tab">
            Two inputs
          </Tabs.Trigger>
          <Tabs.Trigger value="ranking" className="tab">
            Ranking of inputs
          </Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="one_way">
          <OneWayTable subject={subject} list={list} />
        </Tabs.Content>
        <Tabs.Content value="two_way">
          <TwoWayTable subject={subject} list={list} />
        </Tabs.Content>
        <Tabs.Content value="ranking">
          <RankingTable subject={subject} />
        </Tabs.Content>
      </Tabs.Root>
    </DialogFrame>
  )
}
