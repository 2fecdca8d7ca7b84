/**
 * Where every text of a pasted block lands: the lines and columns of the schedule with what each cell would hold, and beside
 * a line the label that the block gives it. Shows; must not decide what a cell takes.
 */
import type { JSX } from 'react'
import { cellText } from '../../../shared/calc/cell_text.ts'
import { storedAt } from '../../../shared/calc/layout.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellInput, CellRef } from '../../../shared/model/filing.ts'
import { columnName, findCell, lineOf } from '../../../shared/model/lookup.ts'
import { folded } from '../../../shared/analysis/folded_text.ts'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { shownEngine, shownFiling } from '../../session/reading/figures.ts'
import type { Landing } from '../../session/selection/paste_plan.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { CHECK } from './wording.ts'

/** More lines than a person reads; the rest is counted. */
const MOST_LINES = 300

type Props = {
  schedule: string
  landing: Landing
  /** What would be entered, by cell. */
  inputs: ReadonlyMap<string, CellInput>
  /** How each cell that is not simply entered fares, by cell. */
  tones: ReadonlyMap<string, string>
}

export function PasteLanding({ schedule: id, landing, inputs, tones }: Props): JSX.Element | null {
  const session = useOpenSession()
  const [filing, engine] = [shownFiling(session), shownEngine(session)]
  const schedule = filing?.schedules.find((one) => one.id === id)
  if (!schedule || landing.rows.length === 0) return null
  const isLabelled = landing.rows.some(({ given }) => given !== '')
  /** What a cell would hold as it would show: what is entered, or what stands where nothing changes; else as given. */
  const shown = (name: string, ref: CellRef, text: string): string => {
    const found = findCell(filing, ref)
    if (!found) return text
    const input = inputs.get(name)?.input
    if (input === undefined) {
      return tones.has(name) ? text.trim() : cellText(engine?.value(ref) ?? null, found.line, found.column)
    }
    const value = input === null ? undefined : storedAt(found, input)
    return value ? cellText(value, found.line, found.column) : text.trim()
  }
  return (
    // The table scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="paste-landing" tabIndex={0} aria-label="Where each figure goes">
      <table className="effects">
        <thead>
          <tr>
            {isLabelled ? <th scope="col">In the block</th> : null}
            <th scope="col">Goes to</th>
            {landing.columns.map((column) => {
              const found = schedule.columns.find((one) => one.id === column)
              return (
                <th key={column} className="hung" scope="col" data-column={column}>
                  {found ? columnName(schedule, found) : column}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {landing.rows.slice(0, MOST_LINES).map(({ line, given, texts }) => {
            const label = lineOf(schedule, line)?.label ?? line
            const isOther = given !== '' && folded(given) !== folded(label)
            return (
              <tr key={line} data-lands={line}>
                {isLabelled ? <td className={isOther ? 'given other' : 'given'}>{given}</td> : null}
                <th scope="row">{label}</th>
                {texts.map((text, at) => {
                  const column = landing.columns[at]!
                  const ref = { schedule: id, line, column }
                  const name = cellName(ref)
                  const held =
                    text === null ? '' : text.trim() === '' ? <i className="hung">blank</i> : shown(name, ref, text)
                  return (
                    <td key={column} className={tones.get(name)} data-cell={name}>
                      {typeof held === 'string' ? <SpokenFigure hung text={held} /> : held}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
      {landing.rows.length > MOST_LINES ? (
        <p className="why-not">{CHECK.moreLines(landing.rows.length - MOST_LINES)}</p>
      ) : null}
    </section>
  )
}
