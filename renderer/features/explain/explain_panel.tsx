/**
 * Why a figure is what it is: what serves it, what it reads and feeds, its origin, its history; or what a scenario moved.
 */
import { storedAt } from '../../../shared/calc/layout.ts'
import type { JSX, ReactNode } from 'react'
import { CellError, ERROR_MEANING } from '../../../shared/calc/cell_error.ts'
import { cellText } from '../../../shared/calc/cell_text.ts'
import type { Explanation } from '../../../shared/calc/explain.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { Filing, Note } from '../../../shared/model/filing.ts'
import { entitiesOf } from '../../../shared/model/entities.ts'
import {
  columnName,
  factOf,
  findCell,
  type Found,
  lineName,
  lineOf,
  readLineName,
} from '../../../shared/model/lookup.ts'
import { isCompare } from '../../session/reading/compared.ts'
import { CellTree } from './cell_tree.tsx'
import { explainedCell, isSameExplained, type Explained } from '../../session/reading/explained_cell.ts'
import { amountsInFormula } from './formula_amounts.ts'
import { WhatMoved } from './what_moved.tsx'
import { Workings } from './workings.tsx'
import { clearCell } from '../../session/edit/editing.ts'
import {
  asFormula,
  baseName,
  ORIGIN_WORDS,
  spokenName,
  viewCell,
  type CellView,
  shownOrigin,
} from '../../session/reading/figures.ts'
import { useRested } from '../../contrib/use_rested.ts'
import { checkedBook } from '../../session/reading/tie_out_books.ts'
import type { TieOut } from '../../../shared/checks/tie_out.ts'
import { ChoiceSet } from '../../ui/choice_set.tsx'
import { SpokenFigure, SpokenText } from '../../ui/spoken.tsx'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { chooseExplained } from '../../session/view/view.ts'
import { Slot } from '../../contrib/slot.tsx'
import { Button } from '../../ui/button.tsx'
import { NO_FIGURE } from './wording.ts'

const SERVED: Record<Explanation['served'], string> = {
  scenario_input: 'Entered in this scenario',
  base_input: 'Entered in the filing',
  provided: 'Computed by a model of the filing',
  line_formula: 'Formula of the line',
  column_formula: 'Formula of the column',
  nothing: 'Nothing was entered',
}

const TYPES = {
  temporary: 'Temporary difference',
  permanent: 'Permanent difference',
  entity_scope: 'Entity scope: taxed elsewhere',
  allocation: 'Allocation',
  other: 'Other adjustment',
} as const

/** A figure of more characters is set smaller, so that it stands whole in a narrow panel. */
const LONG = 15

/** A formula whose long ids may break after their dots and underscores, not within a word. */
function breakable(text: string): ReactNode[] {
  return text.split(/(?<=[._])(?=[a-z])/).flatMap((part, at) => (at === 0 ? [part] : [<wbr key={at} />, part]))
}

/** The tie-outs that test this very cell. */
function Tests({ mine }: { mine: readonly TieOut[] }): JSX.Element | null {
  if (mine.length === 0) return null
  return (
    <section>
      <h3>Tie-outs</h3>
      <ul className="tests">
        {mine.map(({ id, text, status }) => (
          <SpokenText as="li" key={id} className={status} text={text} />
        ))}
      </ul>
    </section>
  )
}

/** The facts of a cell: what serves it, its origin, what the document printed. */
function Facts({ explained, view }: { explained: Explained; view: CellView }): JSX.Element {
  const session = useOpenSession()
  const { filing, engine, ref } = explained
  const explanation = engine.explain(ref)
  const found = findCell(filing, ref)!
  const { line, column } = found
  const { origin, how } = shownOrigin(found)
  const fact = factOf(found.schedule, ref.line, ref.column)
  const perSource = fact?.perSource
  const source = line.source && sourceLabel(filing, line.source.line, ref.column)
  const isFormula = explanation.text !== null && /^\s*=/.test(explanation.text)
  const amounts =
    explanation.text !== null && (isFormula || explanation.served.endsWith('formula'))
      ? amountsInFormula(filing, engine, ref, explanation.text)
      : null
  return (
    <dl className="facts">
      <Fact name="Served by">{SERVED[explanation.served]}</Fact>
      {explanation.text === null ? null : (
        <Fact name={explanation.served.endsWith('formula') ? 'Formula' : 'Entered'}>
          <code>
            {breakable(explanation.served.endsWith('formula') ? asFormula(explanation.text) : explanation.text)}
          </code>
          {amounts === null ? null : (
            <code className="amounts">
              <SpokenText text={amounts} />
            </code>
          )}
        </Fact>
      )}
      {explanation.overridden === null ? null : (
        <Fact name="Overrides">
          <code>{asFormula(explanation.overridden)}</code>
          {explanation.served === 'scenario_input' && !isCompare(session.getState().place) ? (
            <Button look="quiet" onClick={() => clearCell(session, ref)}>
              Revert to the formula
            </Button>
          ) : null}
        </Fact>
      )}
      {view.inherited === null ? null : <Fact name="From">{view.inherited}</Fact>}
      {origin ? <Fact name="Origin">{ORIGIN_WORDS[origin]}</Fact> : null}
      {how ? <Fact name="How">{how}</Fact> : null}
      {perSource === undefined ? null : (
        <Fact name="Printed in the source">
          <SpokenFigure text={cellText(storedAt(found, perSource) ?? perSource, line, column)} />
        </Fact>
      )}
      {fact?.source ? <Fact name="Found in">{fact.source}</Fact> : null}
      {fact?.remark ? <Fact name="Remark">{fact.remark}</Fact> : null}
      {line.type ? <Fact name="Type">{TYPES[line.type]}</Fact> : null}
      {line.entity === undefined ? null : <Fact name="Reads columns of">{entityLabel(filing, line.entity)}</Fact>}
      {source === undefined ? null : (
        <Fact name="Mirrors">
          {line.source?.sign === -1 ? 'The opposite of ' : ''}
          {source}
        </Fact>
      )}
      {notesOf(found).map(({ mark, text }) => (
        <Fact key={mark} name={`Note (${mark})`}>
          {text}
        </Fact>
      ))}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }): JSX.Element {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function notesOf({ schedule, line }: Found): Note[] {
  return (schedule.notes ?? []).filter(({ mark }) => line.notes?.includes(mark))
}

function entityLabel({ schedules }: Filing, entity: string): string {
  return entitiesOf(schedules).find(({ name }) => name === entity)?.label ?? entity
}

function sourceLabel(filing: Filing, name: string, column: string): string {
  const { schedule, line } = readLineName(name)
  const own = filing.schedules.find(({ id }) => id === schedule)
  const found = lineOf(own, line)
  return own && found ? lineName({ schedule: own, line: found }) : spokenName(filing, { schedule, line, column })
}

function ExplainFigure(): JSX.Element {
  const session = useOpenSession()
  const explained = useRested((state) => explainedCell(session, state), isSameExplained)
  const tieOuts = useRested((state) => {
    const { of } = explainedCell(session, state) ?? {}
    return of && checkedBook(session, of.filing, of.engine)
  })
  const found = explained && findCell(explained.filing, explained.ref)
  if (!explained || !found) return <p className="empty">{NO_FIGURE}</p>
  const { filing, engine, scenario, ref } = explained
  const { column } = found
  const view = viewCell(session, found, engine, scenario)
  if (!view.exists) {
    return (
      <p className="empty">
        {lineName(found)} has no figure in {columnName(found.schedule, column)}.
      </p>
    )
  }
  return (
    <div className="explain">
      <h2>{lineName(found)}</h2>
      <p className="explain-column">{columnName(found.schedule, column)}</p>
      <p className={`explain-figure${view.text.length > LONG ? ' long' : ''}`}>
        <SpokenFigure text={view.text || (view.undisclosed ? 'Not disclosed' : 'Blank')} />
      </p>
      {view.value instanceof CellError ? (
        <p className="problem">{engine.explain(ref).meaning ?? ERROR_MEANING[view.value.code]}</p>
      ) : null}
      {view.changed ? (
        <p className="was">
          {baseName(filing)}: <SpokenFigure as="strong" text={view.baseText || 'blank'} />
        </p>
      ) : null}
      <Facts explained={explained} view={view} />
      <Workings workings={engine.explain(ref).workings} />
      <Slot name="figure_facts" />
      <CellTree key={`reads ${cellName(ref)}`} explained={explained} direction="precedents" label="Reads" />
      <CellTree key={`feeds ${cellName(ref)}`} explained={explained} direction="dependents" label="Is read by" />
      <Tests mine={tieOuts?.of(ref) ?? []} />
      <Slot name="figure_history" />
    </div>
  )
}

const SUBJECTS = [
  { value: 'figure', label: 'This figure' },
  { value: 'scenario', label: 'What moved' },
] as const

export function Explain(): JSX.Element {
  const session = useOpenSession()
  const explained = useSession((state) => state.explained)
  return (
    <>
      <ChoiceSet
        look="switch"
        className="subject"
        name="explained"
        legend="Explain"
        isLegendUnseen
        value={explained}
        choices={SUBJECTS}
        onChange={(subject) => chooseExplained(session, subject)}
      />
      {explained === 'figure' ? <ExplainFigure /> : <WhatMoved />}
    </>
  )
}
