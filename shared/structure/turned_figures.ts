/**
 * The figures of lines with the other sign, in the base layer and in scenarios: inputs, what the document prints, the sign in which others
 * mirror them. Formulas are carried elsewhere. A blank stays blank, and nil stays nil.
 */
import { cellFormat } from '../calc/layout.ts'
import type { CellFact, CellInput, Line, Schedule } from '../model/filing.ts'
import { findCell } from '../model/lookup.ts'
import { editText, isMeasured } from '../money/format.ts'
import { parseStored } from '../money/parse.ts'
import { isFormulaInput, mapped } from './formulas.ts'
import type { Draft } from './plan.ts'

/** The draft with the figures of these lines of a schedule turned, without the formulas in them. */
export function turnedDraft(
  draft: Draft,
  { schedule: id, lines }: { schedule: string; lines: ReadonlySet<string> },
): Draft {
  if (lines.size === 0) return draft
  const { filing } = draft
  const ofInput = (cell: CellInput): CellInput => {
    if (cell.schedule !== id || !lines.has(cell.line) || cell.input === null || isFormulaInput(filing, cell))
      return cell
    const input = turnedText(draft, cell, cell.input)
    return input === cell.input ? cell : { ...cell, input }
  }
  const schedules = mapped(filing.schedules, (schedule): Schedule => {
    const mirrored = mapped(schedule.lines, (line) => withMirrorTurned(line, id, lines))
    if (schedule.id !== id) return mirrored === schedule.lines ? schedule : { ...schedule, lines: mirrored }
    return {
      ...schedule,
      lines: mapped(mirrored, (line) => (lines.has(line.id) ? turnedLine(line) : line)),
      cells: mapped(schedule.cells, (cell) => ofInput({ ...cell, schedule: id })),
      ...(schedule.facts && {
        facts: mapped(schedule.facts, (fact) => (lines.has(fact.line) ? turnedFact(draft, id, fact) : fact)),
      }),
    }
  })
  const scenarios = mapped(draft.scenarios, (scenario) => {
    const cells = mapped(scenario.cells, ofInput)
    return cells === scenario.cells ? scenario : { ...scenario, cells }
  })
  return { ...draft, filing: { ...filing, schedules }, scenarios }
}

/** An amount as text with the other sign; what is no amount stays as it was entered. */
function turnedText({ filing }: Draft, { schedule, line, column }: Omit<CellInput, 'input'>, text: string): string {
  const found = findCell(filing, { schedule, line, column })
  const format = found && cellFormat(found.line, found.column)
  const value = format && isMeasured(format) ? parseStored(text, format) : undefined
  return value === undefined || value.isZero() ? text : editText(value.negated(), format!)
}

/** A deduction becomes a net result; what its label says of a deduction goes. */
function turnedLine({ deduction: _deduction, ...line }: Line): Line {
  const label = line.label.replace(/^less:?\s+/i, '')
  return {
    ...line,
    label: label.slice(0, 1).toUpperCase() + label.slice(1),
    ...(line.source && { source: { ...line.source, sign: line.source.sign === 1 ? -1 : 1 } }),
    ...(line.reasons && {
      reasons: line.reasons.map((reason) =>
        reason.direction === undefined
          ? reason
          : { ...reason, direction: reason.direction === 'higher' ? 'lower' : 'higher' },
      ),
    }),
  }
}

function withMirrorTurned(line: Line, schedule: string, lines: ReadonlySet<string>): Line {
  const [of, source] = line.source?.line.split('.') ?? []
  if (!line.source || of !== schedule || !lines.has(source!)) return line
  return { ...line, source: { ...line.source, sign: line.source.sign === 1 ? -1 : 1 } }
}

const TURNED = 'Recast to discontinued operations, the sign turned.'

/** What the document prints, with the sign turned. A figure that was carried is no longer the one of the filing that it came from. */
function turnedFact(draft: Draft, schedule: string, fact: CellFact): CellFact {
  const { carried, perSource, ...said } = fact
  return {
    ...said,
    ...(perSource !== undefined && {
      perSource: turnedText(draft, { schedule, line: fact.line, column: fact.column }, perSource),
    }),
    ...(carried && { remark: said.remark === undefined ? TURNED : `${said.remark} ${TURNED}` }),
  }
}
