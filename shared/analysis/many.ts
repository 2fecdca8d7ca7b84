/**
 * One text, or a block of texts, entered in many cells as one act: each cell is planned as an edit of its own that sees
 * the ones before it. Plans only; must not change the engine, nor decide what an edit of one cell means.
 */
import { cellFormat, isText, structureFormula, typedAt } from '../calc/layout.ts'
import { isAmount } from '../calc/value.ts'
import { cellName } from '../model/cell.ts'
import type { CellInput, CellRef, Filing } from '../model/filing.ts'
import { findCell, scheduleName, cellTitle } from '../model/lookup.ts'
import { type AskedKind, type EditPlan } from './edit.ts'
import { ALL, bearingOf } from './bearing.ts'
import { shown } from './edit_words.ts'
import { isFormula, planOne, STRETCH, type ManyCell, type ManyRequest } from './many_request.ts'
import { type Refusal } from '../refusals/refusal.ts'
import type { Plan } from './plan.ts'
import { atOnce, type Steps } from '../model/steps.ts'
import { counted } from '../money/count.ts'
import { asPrinted } from '../calc/cell_text.ts'

/** A cell left as it is, since it follows from the others or holds nothing to clear. `differs`: it comes out otherwise than given. */
export type PassedCell = { ref: CellRef; label: string; refusal: Refusal; differs: boolean }

/** What is asked of a cell, by its kind, with the labels of the choices. */
export type Asked = { about: AskedKind; choices: string[] }

/** A cell that takes no edit; with `asks` it only waits for an answer. */
export type RefusedCell = { ref: CellRef; label: string; refusal: Refusal; asks?: Asked }

/** What is said of one edit among the many. */
export type ManyRemark = {
  ref: CellRef
  label: string
  text: string
  warning: boolean
  /** It tells what a formula comes to, and nothing beyond the cell. */
  minor: boolean
}

export type { KindAnswers, ManyCell, ManyRequest } from './many_request.ts'

export type ManyPlan =
  | { kind: 'plan'; plan: Plan; changed: number; passed: PassedCell[]; remarks: ManyRemark[] }
  | { kind: 'refused'; refusals: RefusedCell[] }

/** Inputs supposed anew for one cell at most, and suppositions within one another: these cost time, those stack. */
const BLOCK = 32
const DEEPEST = 256

/**
 * Plans one act over many cells. A cell that is computed from other cells of the act follows them and is passed over, so
 * that nothing counts twice; blank text passes over what holds nothing to clear, a change what is blank. Refused as a whole, with every reason,
 * where one cell refuses or asks; the plan's inputs, applied, equal the edits made one by one.
 */
export function planMany(request: ManyRequest): ManyPlan {
  return atOnce(planManyInSteps(request))
}

/** As `planMany`, in steps of some cells; between two the engine is as it was. */
export function* planManyInSteps(request: ManyRequest): Steps<ManyPlan> {
  const { engine, filing, act } = request
  const layer = request.scenario === null ? 'base' : 'scenario'
  const distinct = yield* distinctCells(request.cells)
  const passed: PassedCell[] = []
  const cells: ManyCell[] = []
  for (const [at, cell] of distinct.entries()) {
    if (at % STRETCH === 0) yield
    const refusal = unmeant(request, cell)
    if (refusal) passed.push({ ref: cell.ref, label: labelOf(filing, cell.ref), refusal, differs: false })
    else cells.push(cell)
  }
  const { follow, free } = yield* bearingOf(request, cells)
  const inputs = new Map<string, CellInput>()
  /** Those of cells that set no other, which need no name. */
  const own: CellInput[] = []
  const set = (planned: readonly CellInput[]): void => {
    if (free === ALL) own.push(...planned)
    else for (const input of planned) inputs.set(cellName(input), input)
  }
  const refusals: RefusedCell[] = []
  const remarks: ManyRemark[] = []
  let count = 0
  let only: ManyCell | undefined
  const isMixed = distinct.some(({ text }) => text.trim() !== '')
  let taken = 0

  const take = (cell: ManyCell, planned: EditPlan): readonly CellInput[] => {
    const { ref } = cell
    if (planned.kind === 'confirm') {
      const asks = { about: planned.about, choices: planned.choices.map((choice) => choice.label) }
      const refusal: Refusal = { code: 'asks_first', question: planned.question }
      refusals.push({ ref, label: labelOf(filing, ref), refusal, asks })
    } else if (planned.kind === 'refused') {
      const isIdle = cell.text.trim() === '' && request.closed?.(cell) === undefined
      const { refusal } = planned
      if (isIdle) passed.push({ ref, label: labelOf(filing, ref), refusal, differs: false })
      else refusals.push({ ref, label: labelOf(filing, ref), refusal })
    } else {
      taken += 1
      if (planned.inputs.length > 0) {
        count += 1
        only = cell
      }
      const remark = remarkOn(request, cell, planned, isMixed)
      if (remark) remarks.push({ ref, label: labelOf(filing, ref), ...remark })
      set(planned.inputs)
      return planned.inputs
    }
    return []
  }
  const entered = follow.size === 0 ? cells : cells.filter(({ ref }) => !follow.has(cellName(ref)))
  const isFree = ({ ref }: ManyCell): boolean => free === ALL || free.has(cellName(ref))
  if (entered.every(isFree)) {
    for (const [at, cell] of entered.entries()) {
      if (at % STRETCH === 0) yield
      take(cell, planOne(request, cell, !(isMixed && cell.text.trim() === '')))
    }
  } else {
    const most = Math.max(BLOCK, Math.ceil(entered.length / DEEPEST))
    const step = (from: number): void => {
      const block = new Map<string, CellInput>()
      for (let at = from; at < entered.length; at += 1) {
        const cell = entered[at]!
        if (!isFree(cell) && block.size > most) return engine.suppose([...block.values()], layer, () => step(at))
        const plan = (): EditPlan => planOne(request, cell)
        const planned = isFree(cell) || block.size === 0 ? plan() : engine.suppose([...block.values()], layer, plan)
        for (const input of take(cell, planned)) block.set(cellName(input), input)
      }
    }
    step(0)
  }

  if (follow.size > 0) {
    engine.suppose([...inputs.values()], layer, () => {
      for (const cell of cells) if (follow.has(cellName(cell.ref))) passed.push(followed(request, cell))
    })
  }
  if (taken === 0 && refusals.length === 0) refusals.push(...passed.map(({ differs: _passed, ...one }) => one))
  if (refusals.length > 0) return { kind: 'refused', refusals }
  const where = filing.schedules.find(({ id }) => id === distinct[0]?.ref.schedule)
  const title =
    count === 1 && only
      ? titleOf(request, only)
      : `${act} in ${counted(count, 'cell')} of ${where ? scheduleName(where) : filing.title}`
  const all = free === ALL ? own : [...inputs.values()]
  return { kind: 'plan', plan: { kind: 'plan', inputs: all, title }, changed: count, passed, remarks }
}

/** The title of the one edit that an act comes to. */
function titleOf(request: ManyRequest, cell: ManyCell): string {
  const planned = planOne(request, cell)
  return planned.kind === 'plan' ? planned.title : request.act
}

/** Each cell once, with what was last given for it. */
function* distinctCells(cells: readonly ManyCell[]): Steps<ManyCell[]> {
  const distinct: ManyCell[] = []
  // By parts of the name, which stand already: to put thousands of names together takes longer than anything that is done with them.
  const places = new Map<string, Map<string, Map<string, number>>>()
  for (const [at, { ref, text }] of cells.entries()) {
    if (at % STRETCH === 0) yield
    let ofSchedule = places.get(ref.schedule)
    if (!ofSchedule) places.set(ref.schedule, (ofSchedule = new Map()))
    let ofLine = ofSchedule.get(ref.line)
    if (!ofLine) ofSchedule.set(ref.line, (ofLine = new Map()))
    const known = ofLine.get(ref.column)
    if (known === undefined) ofLine.set(ref.column, distinct.length)
    distinct[known ?? distinct.length] = { ref, text }
  }
  return distinct
}

/** What is said of one edit of the act: its own consequence, a blank that clears among figures, a formula that goes. */
function remarkOn(
  request: ManyRequest,
  cell: ManyCell,
  planned: Plan,
  isMixed: boolean,
): Pick<ManyRemark, 'text' | 'warning' | 'minor'> | undefined {
  const { filing, engine, scenario, turns = false } = request
  const { ref, text } = cell
  const { inputs, consequence } = planned
  if (consequence) {
    const isMeant = turns && consequence.turn === true && inputs.every((one) => cellName(one) === cellName(ref))
    const warning = consequence.warning && !isMeant
    return { text: consequence.text, warning, minor: !warning && isFormula(text) }
  }
  if (inputs.length === 0) return undefined
  if (text.trim() === '') {
    if (!isMixed) return undefined
    // The title names the cell, which stands beside the remark already.
    const done = planned.title.slice(labelOf(filing, ref).length + 2)
    return { text: `The block is blank here: ${done}.`, warning: false, minor: false }
  }
  const own = scenario === null ? null : engine.input(ref, 'scenario')
  const standing = own ?? engine.input(ref, 'base')
  const goes = standing !== null && isFormula(standing) && !sameFormula(standing, text)
  return goes ? { text: `Replaces the formula ${standing}.`, warning: true, minor: false } : undefined
}

function bareFormula(text: string): string {
  return text.replaceAll(/\s+/g, '').replace(/^=/, '')
}

/** The same formula but for spaces and the sign before it. */
function sameFormula(a: string, b: string): boolean {
  return bareFormula(a) === bareFormula(b)
}

const KINDS = {
  amount: 'an amount',
  per_share: 'a per-share figure',
  shares: 'shares',
  percent: 'a percentage',
  rate: 'a rate',
  date: 'a date',
  choice: 'a choice',
  text: 'words',
} as const

/** Why an act is not meant for a cell, though it is among the selected ones; undefined where it is. */
function unmeant({ filing, engine, scenario, alike }: ManyRequest, { ref, text }: ManyCell): Refusal | undefined {
  const found = findCell(filing, ref)
  const model = alike && findCell(filing, alike)
  if (!found) return undefined
  const format = cellFormat(found.line, found.column)
  if (model && format !== cellFormat(model.line, model.column)) {
    return { code: 'other_kind_of_figure', holds: KINDS[format] }
  }
  const served = isFormula(text) && structureFormula(found.line, found.column)
  const own = scenario === null ? null : engine.input(ref, 'scenario')
  if (served && own === null && engine.input(ref, 'base') === null && sameFormula(served.text, text)) {
    return { code: 'holds_this_formula' }
  }
  const isBlank = engine.value(ref, scenario === null ? 'base' : 'scenario') === null
  const changes = isBlank && !isText(found.line) && typedAt(found, text).kind === 'change'
  return changes ? { code: 'nothing_to_raise' } : undefined
}

function labelOf(filing: Filing, ref: CellRef): string {
  const found = findCell(filing, ref)
  return found ? cellTitle(found) : cellName(ref)
}

/** A cell that follows from the others, and whether it comes out as it was given. Asked while the others stand. */
function followed({ filing, engine, scenario }: ManyRequest, { ref, text }: ManyCell): PassedCell {
  const found = findCell(filing, ref)!
  const value = engine.value(ref, scenario === null ? 'base' : 'scenario')
  const typed = typedAt(found, text)
  const given = typed.kind === 'amount' ? typed.value : undefined
  const differs = given !== undefined && (!isAmount(value) || !asPrinted(found, value).eq(asPrinted(found, given)))
  const refusal: Refusal = differs
    ? { code: 'follows_otherwise', value: shown(value, found) || 'blank', given: shown(given, found) }
    : { code: 'follows_others' }
  return { ref, label: cellTitle(found), refusal, differs }
}
