/**
 * Sensitivity: one input over a range, two inputs against each other, or every input by its weight. Nothing is entered by looking.
 */
import { Tabs } from 'radix-ui'
import type { JSX } from 'react'
import { OneWayTable } from './one_way_table.tsx'
import { RankingTable } from './ranking_table.tsx'
import { sensitivityFields, type SensitivityFields } from './sensitivity_fields.ts'
import { useSubject } from './subject.ts'
import { TwoWayTable } from './two_way_table.tsx'
import { NO_PERIOD } from './wording.ts'

const KINDS = [
  { id: 'one_way', label: 'One input', Content: OneWayTable },
  { id: 'two_way', label: 'Two inputs', Content: TwoWayTable },
  { id: 'ranking', label: 'Ranking', Content: RankingTable },
] as const

export function Sensitivity(): JSX.Element {
  const subject = useSubject()
  const [{ kind }, change] = sensitivityFields.use()
  if (!subject) return <p className="empty">{NO_PERIOD}</p>
  return (
    <section className="tool sensitivity" aria-label="Sensitivity">
      <Tabs.Root value={kind} onValueChange={(to) => change({ kind: to as SensitivityFields['kind'] })}>
        <Tabs.List className="tool-kinds" aria-label="Kind of table">
          {KINDS.map(({ id, label }) => (
            <Tabs.Trigger key={id} value={id} className="tool-kind">
              {label}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {KINDS.map(({ id, Content }) => (
          <Tabs.Content key={id} value={id} tabIndex={-1}>
            <Content subject={subject} />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </section>
  )
}
