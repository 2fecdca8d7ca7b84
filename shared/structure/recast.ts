/**
 * A recast to discontinued operations: lines of an income schedule become components of the one line for discontinued operations, in
 * every column. Net earnings stay; the totals in which the lines counted lose them. What is an expense turns its sign, so that each component
 * is a net result, and what read it goes on reading the same figure. Plans only: an undo of the plan is the draft as it was.
 */
import type { Reference, Range } from '../formula/ast.ts'
import type { CellFact, Line, Schedule } from '../model/filing.ts'
import { lineNameOf, lineOf, positionOf, scheduleName, scheduleOf } from '../model/lookup.ts'
import { counted } from '../money/count.ts'
import { refused } from '../refusals/refusal.ts'
import { mapped, withFormulas, type FormulaPlace } from './formulas.ts'
import { freeId } from './ids.ts'
import { focusOn } from './judged.ts'
import { withNotesRenumbered, withSchedule } from './notes.ts'
import { runOf } from './outline.ts'
import { refusedBy, type Draft, type StructurePlan, type StructureRefusal } from './plan.ts'
import { proposed } from './propose.ts'
import { linesWords } from './ranges.ts'
import { recasting, type Recasting } from './recasting.ts'
import { turnedDraft } from './turned_figures.ts'
import { isPlainSum, withoutTerms, withReadings, type Piece, type Readings } from './turned_readings.ts'
import { parseFormula } from '../formula/parse.ts'
import { cellName } from '../model/cell.ts'

const LABEL = 'Earnings (loss) from discontinued operations, net'
const REST = 'Other discontinued operations, net'

/** Lines moved to discontinued operations with their details; refused, with the reason, where their figures cannot be carried. */
export function recastLines(
  draft: Draft,
  { schedule: id, lines }: { schedule: string; lines: string[] },
): StructurePlan {
  const act = recasting(draft, id, lines)
  if (act.kind === 'refused') return act
  const typed = typedOver(draft, act)
  if (typed) return typed
  const carried = carriedFormulas(draft, act)
  if ('kind' in carried) return carried
  const turned = turnedDraft(carried.draft, { schedule: id, lines: act.turned })
  const { draft: after, dropped } = withoutPrinted(withComponents(turned, act), act)
  const words = linesWords(
    draft.filing,
    id,
    act.components.map((line) => line.id),
  )
  const lost = dropped === 0 ? '' : `; ${counted(dropped, 'printed figure')} of totals dropped`
  const title = `Moved ${words} to discontinued operations${lost}`
  const next = scheduleOf(after.filing, id)!
  return proposed(draft, withNotesRenumbered(draft, after), title, focusOn(next, { line: act.components[0]!.id }))
}

/** A figure typed over a total hides what the total loses, so that net earnings would move. */
function typedOver(
  { filing, scenarios }: Draft,
  { schedule, totals, net, discontinued }: Recasting,
): StructureRefusal | undefined {
  const computed = discontinued?.kind === 'formula' ? [...totals, discontinued] : totals
  const ids = new Set(computed.filter((line) => line !== net).map((line) => line.id))
  const own = scheduleOf(filing, schedule.id)!.cells.map((cell) => ({ ...cell, schedule: schedule.id }))
  const over = [...own, ...scenarios.flatMap(({ cells }) => cells)].filter(
    (cell) => cell.input !== null && cell.schedule === schedule.id && ids.has(cell.line),
  )
  const [first] = over
  if (!first) return undefined
  const cells = new Map(
    over.map(({ line, column }) => [
      cellName({ schedule: schedule.id, line, column }),
      { schedule: schedule.id, line, column },
    ]),
  )
  return refusedBy({ code: 'recast_typed_over', line: lineNameOf(schedule, first.line) }, [...cells.values()])
}

/** The draft with every formula that reads what moves written so that it gives what it gave, totals without the lines that leave them. */
function carriedFormulas(draft: Draft, act: Recasting): { draft: Draft } | StructureRefusal {
  const { schedule, totals } = act
  const onPath = new Set(totals.map((line) => line.id))
  const faults: StructureRefusal[] = []
  const carried = withFormulas(draft, (text, place) => {
    const readings = readingsAt(act, place)
    const isTotal = place.kind === 'line' && place.schedule === schedule.id && onPath.has(place.line)
    if (isTotal) {
      const left = withoutTerms(text, readings)
      if (typeof left === 'string') return left
      const line = lineNameOf(schedule, place.line)
      faults.push(
        refused(left === null ? { code: 'recast_leaves_nothing', line } : { code: 'recast_no_plain_sum', line }),
      )
      return text
    }
    const next = ofTurnedLine(act, place) ? turnedFormula(text, readings) : withReadings(text, readings)
    if (next === undefined)
      faults.push(refused({ code: 'recast_not_carried', formula: text.trim(), place: placeName(draft, place) }))
    return next ?? text
  })
  return faults[0] ?? { draft: carried }
}

function placeName({ filing }: Draft, place: FormulaPlace): string {
  const schedule = scheduleOf(filing, place.schedule)!
  return place.kind === 'column'
    ? scheduleName(schedule)
    : `${lineNameOf(schedule, place.line)} in ${scheduleName(schedule)}`
}

function ofTurnedLine({ schedule, turned }: Recasting, place: FormulaPlace): boolean {
  return place.kind !== 'column' && place.schedule === schedule.id && turned.has(place.line)
}

/** A formula of a line whose sign turns: a sum of such lines turns with them, anything else is taken off. */
function turnedFormula(text: string, readings: Readings): string | undefined {
  const parsed = parseFormula(text)
  if ('error' in parsed) return text
  const { root, references } = parsed.formula
  if (isPlainSum(root) && references.every((one) => readings.isTurned(one))) return text
  const next = withReadings(text, readings)
  if (next === undefined) return undefined
  const body = next.trim().replace(/^=\s*/, '')
  return root.type === 'reference' && !root.around && body.startsWith(text.slice(root.at, root.end))
    ? `= -${body}`
    : `= -(${body})`
}

/** What a formula at a place has to know of the lines that move. */
function readingsAt({ schedule, block, moving, turned }: Recasting, place: FormulaPlace): Readings {
  const lineAt = (one: Reference | Range): string | undefined => {
    if ((one.schedule ?? place.schedule) !== schedule.id || one.type === 'line_range') return undefined
    return one.line ?? (place.kind === 'column' || one.schedule !== undefined ? undefined : place.line)
  }
  const pieces = (range: Range): readonly Piece[] | undefined | null => {
    if (range.type !== 'line_range' || (range.schedule ?? place.schedule) !== schedule.id) return undefined
    return piecesOf(range, { schedule, moving, turned })
  }
  return {
    isTurned: (one) => {
      const line = lineAt(one)
      if (line !== undefined) return turned.has(line)
      // A range within what turns as a whole, such as that of a total over its details.
      if (one.type !== 'line_range' || (one.schedule ?? place.schedule) !== schedule.id) return false
      return block.has(one.first) && !moving.has(one.first) && turned.has(one.first)
    },
    isDropped: (one) => {
      const line = lineAt(one)
      return line !== undefined && block.has(line)
    },
    pieces,
  }
}

/** The members of a range one by one or in runs, where some of them move; those that leave a total are not among its pieces. */
function piecesOf(
  range: Range & { type: 'line_range' },
  { schedule, moving, turned }: Pick<Recasting, 'schedule' | 'moving' | 'turned'>,
): Piece[] | undefined | null {
  const [from, to] = [positionOf(schedule.lines, range.first), positionOf(schedule.lines, range.last)]
  if (from < 0 || to < from) return undefined
  const { parent } = schedule.lines[from]!
  const members = schedule.lines
    .slice(from, to + 1)
    .filter((line) => line.parent === parent && (line.kind === 'input' || line.kind === 'formula'))
  if (!members.some(({ id }) => moving.has(id))) return undefined
  if (members.some(({ only }) => only !== undefined)) return null
  const [before, after] = [
    range.schedule === undefined ? '' : `${range.schedule}.`,
    range.column === undefined ? '' : `@${range.column}`,
  ]
  const pieces: (Piece & { ids: string[] })[] = []
  for (const { id } of members) {
    const last = pieces.at(-1)
    if (!moving.has(id) && last && !moving.has(last.ids[0]!)) last.ids.push(id)
    else pieces.push({ ids: [id], text: '', moves: moving.has(id), turned: turned.has(id) })
  }
  return pieces.map(({ ids, ...piece }) => ({
    ...piece,
    text: `${before}${ids.length === 1 ? ids[0]! : `${ids[0]!}..${ids.at(-1)!}`}${after}`,
  }))
}

/** What the document prints of totals that a recast changes is no figure that they must agree with. */
function withoutPrinted(
  draft: Draft,
  { schedule: { id }, totals, net, discontinued }: Recasting,
): { draft: Draft; dropped: number } {
  const changed = new Set(
    [...totals.filter((line) => line !== net), ...(discontinued ? [discontinued] : [])].map((line) => line.id),
  )
  const schedule = scheduleOf(draft.filing, id)!
  let dropped = 0
  const facts = (schedule.facts ?? []).flatMap((fact): CellFact[] => {
    if (fact.perSource === undefined || !changed.has(fact.line)) return [fact]
    dropped += 1
    const { perSource: _printed, ...said } = fact
    return Object.keys(said).length > 2 ? [said] : []
  })
  if (dropped === 0) return { draft, dropped }
  const { facts: _all, ...bare } = schedule
  return { draft: withSchedule(draft, facts.length > 0 ? { ...bare, facts } : bare), dropped }
}

/** The lines under the one for discontinued operations, which adds them up and counts in net earnings. */
function withComponents(draft: Draft, act: Recasting): Draft {
  const schedule = scheduleOf(draft.filing, act.schedule.id)!
  const stood = act.discontinued && lineOf(schedule, act.discontinued.id)
  const taken = schedule.lines.map((line) => line.id)
  const line: Line = stood ?? { id: freeId('discontinued_operations', taken), label: LABEL, kind: 'formula' }
  const rest = stood?.kind === 'input' && holds(draft, schedule, stood.id) ? restOf(stood, taken) : undefined
  const terms = [...(rest ? [rest.id] : []), ...act.components.map((one) => one.id)].join(' + ')
  const total: Line = {
    ...(rest ? bareOf(line) : line),
    kind: 'formula',
    formula: stood?.formula === undefined ? `= ${terms}` : `${stood.formula.trimEnd()} + ${terms}`,
  }
  const block = schedule.lines
    .filter(({ id }) => act.block.has(id))
    .map((one) => (act.parents.has(one.id) ? componentOf(one, act.parents.get(one.id) ?? total.id) : one))
  const others = schedule.lines.filter(({ id }) => !act.block.has(id)).map((one) => (one.id === total.id ? total : one))
  const lines = placed(others, act, total, [...(rest ? [rest] : []), ...block], stood !== undefined)
  const net = lineOf({ lines }, act.net.id)!
  const counted = stood
    ? lines
    : lines.map((one) => (one === net ? { ...net, formula: `${net.formula!.trimEnd()} + ${total.id}` } : one))
  const moved = withSchedule(draft, { ...schedule, lines: counted })
  return rest ? withFiguresAt(moved, schedule.id, total.id, rest.id) : moved
}

function placed(others: Line[], act: Recasting, total: Line, block: Line[], stands: boolean): Line[] {
  if (!stands) {
    const [first] = runOf(others, act.net.id)
    return others.toSpliced(first, 0, ...block, total)
  }
  const at = others.findIndex(({ id }) => id === total.id)
  const [, last] = runOf(others, total.id)
  // Behind the details that stand behind their line, otherwise before it, where those stand that it has.
  return others.toSpliced(last > at ? last + 1 : at, 0, ...block)
}

/** True where something was entered in a line, said of it or commented on. */
function holds({ scenarios, comments }: Draft, schedule: Schedule, line: string): boolean {
  const isOwn = (one: { schedule: string; line: string }): boolean => one.schedule === schedule.id && one.line === line
  return (
    schedule.cells.some((cell) => cell.line === line && cell.input !== null) ||
    (schedule.facts ?? []).some((fact) => fact.line === line) ||
    scenarios.some(({ cells }) => cells.some((cell) => isOwn(cell) && cell.input !== null)) ||
    comments.some(isOwn)
  )
}

/** What the line for discontinued operations held itself, as a component of it. */
function restOf(line: Line, taken: readonly string[]): Line {
  const { rule: _rule, notes: _notes, filingCopy: _copy, currency: _sign, ...own } = line
  return { ...own, id: freeId('other_discontinued_operations', taken), label: REST, parent: line.id }
}

function bareOf({ reasons: _reasons, origin: _origin, how: _how, source: _source, type: _type, ...line }: Line): Line {
  return line
}

function componentOf({ rule: _rule, ...line }: Line, parent: string): Line {
  return { ...line, parent }
}

/** Inputs, remarks and comments of one line at another. */
function withFiguresAt(draft: Draft, id: string, from: string, to: string): Draft {
  const schedule = scheduleOf(draft.filing, id)!
  const cells = mapped(schedule.cells, (cell) => (cell.line === from ? { ...cell, line: to } : cell))
  const facts = schedule.facts && mapped(schedule.facts, (fact) => (fact.line === from ? { ...fact, line: to } : fact))
  const at = <T extends { schedule: string; line: string }>(one: T): T =>
    one.schedule === id && one.line === from ? { ...one, line: to } : one
  const moved = withSchedule(draft, { ...schedule, cells, ...(facts && { facts }) })
  return {
    ...moved,
    scenarios: mapped(moved.scenarios, (scenario) => {
      const own = mapped(scenario.cells, at)
      return own === scenario.cells ? scenario : { ...scenario, cells: own }
    }),
    comments: mapped(moved.comments, at),
  }
}
