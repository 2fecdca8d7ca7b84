/**
 * One page of help on formulas: every function with an example that runs, references, operators, errors, and where
 * formulas differ from those of Excel. The results shown are computed as the page opens.
 */
import { useState, type JSX } from 'react'
import { CellError, ERROR_MEANING } from '../../../shared/calc/cell_error.ts'
import { FUNCTIONS, type FunctionName } from '../../../shared/formula/ast.ts'
import {
  ARITHMETIC_EXAMPLES,
  ERROR_EXAMPLES,
  EXCEL_DIFFERENCES,
  FUNCTION_EXAMPLES,
  HELP_CELL,
  HELP_FILING,
  HELP_SCENARIO,
  OPERATOR_EXAMPLES,
  REFERENCE_EXAMPLES,
  type HelpExample,
} from '../../../shared/formula/help.ts'
import { isTaxFunction, TAX_FUNCTIONS } from '../../../shared/tax/functions.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { pieces } from '../../../shared/formula/written.ts'
import { helpEngine, helpFigures, resultText, runExample } from './help_results.ts'
import { COLOURS } from './paint.ts'
import { TableHeads } from '../../ui/table_heads.tsx'
import { HELP } from './wording.ts'

/** A formula in the colours in which it is written. */
function Written({ text }: { text: string }): JSX.Element {
  const parts: JSX.Element[] = []
  let end = 0
  for (const piece of pieces(text)) {
    const colour = piece.colour === undefined ? piece.kind : `reference reference-${piece.colour % COLOURS}`
    parts.push(
      <span key={piece.at} className={colour}>
        {text.slice(end, piece.at) + text.slice(piece.at, piece.end)}
      </span>,
    )
    end = piece.end
  }
  return <code className="written">{parts}</code>
}

type Engine = ReturnType<typeof helpEngine>

type ExamplesProps = {
  /** What stands over the results. */
  result?: string
  examples: readonly HelpExample[]
  engine: Engine
}

function Examples({ result = 'Comes to', examples, engine }: ExamplesProps): JSX.Element {
  return (
    <table className="formula-examples">
      <TableHeads className="unheard" heads={['Formula', result, 'Meaning']} />
      <tbody>
        {examples.map(({ formula, says }) => (
          <tr key={formula}>
            <td>
              <Written text={formula} />
            </td>
            <td className="comes-to">{resultText(runExample(engine, formula))}</td>
            <td>{says}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Functions({ engine }: { engine: Engine }): JSX.Element {
  return (
    <table className="formula-examples functions">
      <TableHeads heads={['Function', 'Example', { text: 'Comes to', className: 'comes-to' }]} />
      <tbody>
        {(Object.keys(FUNCTIONS) as FunctionName[]).map((name) => {
          const { takes, help } = FUNCTIONS[name]
          const { formula, says } = FUNCTION_EXAMPLES[name]
          return (
            <tr key={name} data-function={name}>
              <th scope="row">
                <code>
                  {name}({takes.join(', ')})
                </code>
                <small>{help}</small>
                {isTaxFunction(name) ? <small>{HELP.source(TAX_FUNCTIONS[name].source)}</small> : null}
              </th>
              <td>
                <Written text={formula} />
                <small>{says}</small>
              </td>
              <td className="comes-to">{resultText(runExample(engine, formula))}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The examples of errors, each with what its error means. */
function errorExamples(engine: Engine): HelpExample[] {
  return ERROR_EXAMPLES.map((formula) => {
    const value = runExample(engine, formula)
    return { formula, says: value instanceof CellError ? ERROR_MEANING[value.code] : '' }
  })
}

function Figures({ engine }: { engine: Engine }): JSX.Element {
  const { columns } = HELP_FILING.schedules[0]!
  const [changed] = HELP_SCENARIO
  const asFiled = resultText(engine.value(changed!, 'base'))
  const adjustment = resultText(engine.value({ schedule: 'tax', line: 'adjustment', column: HELP_CELL.column }))
  return (
    <>
      <table className="formula-examples figures-of-help">
        <thead>
          <tr>
            <th scope="col">results</th>
            {columns.map(({ id, label }) => (
              <th scope="col" key={id} className="comes-to">
                {label} <code>@{id}</code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {helpFigures(engine).map(({ id, label, figures }) => (
            <tr key={id}>
              <th scope="row">
                {label} <code>{id}</code>
              </th>
              {figures.map((figure, at) => (
                <td key={columns[at]!.id} className="comes-to">
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="empty-note">
        {HELP.examples(asFiled)} <code>tax.adjustment</code> is {adjustment}.
      </p>
    </>
  )
}

const EXAMPLES = [
  { title: 'References', examples: REFERENCE_EXAMPLES },
  { title: 'Operators', examples: OPERATOR_EXAMPLES },
  { title: 'Arithmetic', examples: ARITHMETIC_EXAMPLES },
]

export function FormulaHelp(): JSX.Element {
  const [engine] = useState(helpEngine)
  return (
    <DialogFrame title="Formulas" className="formula-help" about={HELP.about}>
      {/* The page scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="formula-help-page" aria-label={HELP.page} data-first-focus tabIndex={0}>
        <div>
          <h3>{HELP.figures}</h3>
          <Figures engine={engine} />
        </div>
        <div>
          <h3>Functions</h3>
          <Functions engine={engine} />
        </div>
        {EXAMPLES.map(({ title, examples }) => (
          <div key={title}>
            <h3>{title}</h3>
            <Examples examples={examples} engine={engine} />
          </div>
        ))}
        <div>
          <h3>Errors</h3>
          <Examples result="Error" examples={errorExamples(engine)} engine={engine} />
        </div>
        <div>
          <h3>{HELP.excel}</h3>
          <ul>
            {EXCEL_DIFFERENCES.map((difference) => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
        </div>
      </section>
    </DialogFrame>
  )
}
