/**
 * Where the focused figure comes from: what serves it, what it reads, its origin and what the document printed.
 */
import type { JSX } from 'react'
import { CellError, ERROR_MEANING } from '../../shared/calc/cell_error.ts'
import { cellText } from '../../shared/calc/cell_text.ts'
import type { Explanation } from '../../shared/calc/explain.ts'
import { cellName, sameCell } from '../../shared/model/cell.ts'
import type { CellRef } from '../../shared/model/filing.ts'
import { columnName, factOf, findCell, originOf, type Found } from '../../shared/model/lookup.ts'
import { parseStored } from '../../shared/money/parse.ts'
import { clearCell } from '../workbench/editing.ts'
import { asFormula, ORIGIN_WORDS, shownEngine, shownFiling, spokenName, viewCell } from '../workbench/figures.ts'
import { go } from '../workbench/opened.ts'
import { focusedCell, session, useSession } from '../workbench/session.ts'
import { checkedTieOuts } from '../workbench/checked.ts'
import type { TieOut } from '../workbench/rules.ts'

const SERVED: Record<Explanation['served'], string> = {
  scenario_input: 'Entered in this scenario',
  base_input: 'Entered in the filing',
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

function goToCell(ref: CellRef): void {
  const { place } = session.getState()
  if (place) go({ ...place, schedule: ref.schedule }, { cell: { line: ref.line, column: ref.column } })
}

function Precedents({ explanation }: { explanation: Explanation }): JSX.Element | null {
  const filing = shownFiling()
  if (explanation.precedents.length === 0) return null
  return (
    <section>
      <h3>Reads</h3>
      <ul className="precedents">
        {explanation.precedents.map(({ ref, value }) => {
          const found = findCell(filing, ref)
          return (
            <li key={cellName(ref)}>
              <button type="button" onClick={() => goToCell(ref)} title={cellName(ref)}>
                <span>
                  {found?.line.label ?? ref.line}
                  <small>
                    {ref.schedule === explanation.ref.schedule ? '' : `${found?.schedule.title ?? ref.schedule}, `}
                    {found?.column.label ?? ref.column}
                  </small>
                </span>
                <span className="amount">{found ? cellText(value, found.line, found.column) || 'blank' : '#REF!'}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The tie-outs that test this very cell. */
function Tests({ found, all }: { found: Found; all: readonly TieOut[] }): JSX.Element | null {
  const mine = all.filter((one) =>
    sameCell(one, { schedule: found.schedule.id, line: found.line.id, column: found.column.id }),
  )
  if (mine.length === 0) return null
  return (
    <section>
      <h3>Tie-outs</h3>
      <ul className="tests">
        {mine.map(({ id, text, status }) => (
          <li key={id} className={status}>
            {text}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Explain(): JSX.Element {
  useSession((state) => state.focus)
  useSession((state) => state.revision)
  const place = useSession((state) => state.place)
  const filing = shownFiling()
  const engine = shownEngine()
  const ref = focusedCell()
  const found = ref && findCell(filing, ref)
  if (!filing || !engine || !place || !ref || !found)
    return <p className="empty">Choose a figure to see where it comes from.</p>
  const view = viewCell(found, engine, place.scenario)
  if (!view.exists)
    return (
      <p className="empty">
        {found.line.label} has no figure in {found.column.label}.
      </p>
    )
  const explanation = engine.explain(ref)
  const { origin, how } = originOf(found)
  const fact = factOf(found.schedule, ref.line, ref.column)
  const { line, column } = found
  return (
    <div className="explain">
      <h2>{line.label}</h2>
      <p className="explain-column">{columnName(found.schedule, column)}</p>
      <p className="explain-figure">{view.text || (view.undisclosed ? 'Not disclosed' : 'Blank')}</p>
      {view.value instanceof CellError ? (
        <p className="problem">{explanation.meaning ?? ERROR_MEANING[view.value.code]}</p>
      ) : null}
      {view.changed ? (
        <p className="was">
          As filed: <strong>{view.baseText || 'blank'}</strong>
        </p>
      ) : null}
      <dl className="facts">
        <dt>Served by</dt>
        <dd>{SERVED[explanation.served]}</dd>
        {explanation.text === null ? null : (
          <>
            <dt>{explanation.served.endsWith('formula') ? 'Formula' : 'Entered'}</dt>
            <dd>
              <code>{explanation.served.endsWith('formula') ? asFormula(explanation.text) : explanation.text}</code>
            </dd>
          </>
        )}
        {explanation.overridden === null ? null : (
          <>
            <dt>Overrides</dt>
            <dd>
              <code>{asFormula(explanation.overridden)}</code>
              {explanation.served === 'scenario_input' ? (
                <button type="button" className="quiet-button" onClick={() => clearCell(ref)}>
                  Revert to the formula
                </button>
              ) : null}
            </dd>
          </>
        )}
        {origin ? (
          <>
            <dt>Origin</dt>
            <dd>{ORIGIN_WORDS[origin]}</dd>
          </>
        ) : null}
        {how ? (
          <>
            <dt>How</dt>
            <dd>{how}</dd>
          </>
        ) : null}
        {fact?.perSource === undefined ? null : (
          <>
            <dt>Printed in the source</dt>
            <dd>{cellText(parseStored(fact.perSource, view.format) ?? fact.perSource, line, column)}</dd>
          </>
        )}
        {fact?.source ? (
          <>
            <dt>Found in</dt>
            <dd>{fact.source}</dd>
          </>
        ) : null}
        {fact?.remark ? (
          <>
            <dt>Remark</dt>
            <dd>{fact.remark}</dd>
          </>
        ) : null}
        {line.type ? (
          <>
            <dt>Type</dt>
            <dd>{TYPES[line.type]}</dd>
          </>
        ) : null}
        {line.source ? (
          <>
            <dt>Mirrors</dt>
            <dd>
              {line.source.sign === -1 ? 'The opposite of ' : ''}
              {sourceLabel(line.source.line, ref.column)}
            </dd>
          </>
        ) : null}
      </dl>
      <Precedents explanation={explanation} />
      <Tests found={found} all={checkedTieOuts(filing, engine)} />
    </div>
  )

  function sourceLabel(name: string, columnId: string): string {
    const [schedule = '', lineId = ''] = name.split('.')
    const schedules = filing!.schedules.find(({ id }) => id === schedule)
    const label = schedules?.lines.find(({ id }) => id === lineId)?.label
    return label ?? spokenName(filing, { schedule, line: lineId, column: columnId })
  }
}
