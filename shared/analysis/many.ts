/**
 * One text, or a block of texts, entered in many cells as one act: each cell is planned as an edit of its own that sees
 * the ones before it. Plans only; must not change the engine, nor decide what an edit of one cell means.
 */
import type { Engine } from '../calc/engine.ts'
import { cellFormat, isText, structureFormula } from '../calc/layout.ts'
import { isAmount } from '../calc/value.ts'
import { cellName } from '../model/cell.ts'
import type { CellInput, CellRef, Filing, Flow } from '../model/filing.ts'
import { findCell, scheduleName, cellTitle } from '../model/lookup.ts'
import { parseTyped } from '../money/parse.ts'
import { planEdit, type AskedKind, type EditPlan } from './edit.ts'
import { shown } from './edit_words.ts'
import { refused, type Refusal } from '../refusals/refusal.ts'
import type { Plan } from './plan.ts'
import { counted } from '../money/count.ts'
import { asPrinted } from '../calc/cell_text.ts'

/** A cell and what is to be entered in it. */
export type ManyCell = { ref: CellRef; text: string }

/** The answers to what edits ask, once for all cells of a kind: a choice by its place in the list. */
export type KindAnswers = Partial<Record<AskedKind, number>>

export type ManyRequest = {
  filing: Filing
  engine: Engine
  /** The scenario that takes the edits; null for the base of a draft. */
  scenario: string | null
  flow: Flow
  /** What is done, in a word or two, for the change log: `*=1.1`, `Pasted`. */
  act: string
  cells: readonly ManyCell[]
  answers?: KindAnswers
  /** Signs are meant to turn in the cells themselves, so that nothing is warned of there. */
  turns?: boolean
  /** Cells of another format than this one are passed over: an amount is not added to shares. */
  alike?: CellRef
  /** The line of the books chosen to move for an adjustment, other than its source line. */
  sourceLine?: (ref: CellRef) => string | undefined
  /** Why a cell takes no edit for a reason outside the filing; undefined where it does. */
  closed?: (cell: ManyCell) => Refusal | undefined
}

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
  const { engine, filing, act } = request
  const layer = request.scenario === null ? 'base' : 'scenario'
  const distinct = [...new Map(request.cells.map((cell) => [cellName(cell.ref), cell])).values()]
  const passed: PassedCell[] = []
  const cells = distinct.filter((cell) => {
    const refusal = unmeant(request, cell)
    if (refusal) passed.push({ ref: cell.ref, label: labelOf(filing, cell.ref), refusal, differs: false })
    return refusal === undefined
  })
  const { follow, free } = bearing(request, cells)
  const inputs = new Map<string, CellInput>()
  const refusals: RefusedCell[] = []
  const remarks: ManyRemark[] = []
  const titles: string[] = []
  const isMixed = distinct.some(({ text }) => text.trim() !== '')
  let taken = 0

  const take = (cell: ManyCell, planned: EditPlan): readonly CellInput[] => {
    const { ref } = cell
    const label = labelOf(filing, ref)
    if (planned.kind === 'confirm') {
      const asks = { about: planned.about, choices: planned.choices.map((choice) => choice.label) }
      refusals.push({ ref, label, refusal: { code: 'asks_first', question: planned.question }, asks })
    } else if (planned.kind === 'refused') {
      const isIdle = cell.text.trim() === '' && request.closed?.(cell) === undefined
      const { refusal } = planned
      if (isIdle) passed.push({ ref, label, refusal, differs: false })
      else refusals.push({ ref, label, refusal })
    } else {
      taken += 1
      if (planned.inputs.length > 0) titles.push(planned.title)
      const remark = remarkOn(request, cell, planned, isMixed)
      if (remark) remarks.push({ ref, label, ...remark })
      for (const input of planned.inputs) inputs.set(cellName(input), input)
      return planned.inputs
    }
    return []
  }
  const entered = cells.filter(({ ref }) => !follow.has(cellName(ref)))
  const most = Math.max(BLOCK, Math.ceil(entered.length / DEEPEST))
  const step = (from: number): void => {
    const block = new Map<string, CellInput>()
    for (let at = from; at < entered.length; at += 1) {
      const cell = entered[at]!
      const isFree = free.has(cellName(cell.ref))
      if (!isFree && block.size > most) return engine.suppose([...block.values()], layer, () => step(at))
      const plan = (): EditPlan => planOne(request, cell)
      const planned = isFree || block.size === 0 ? plan() : engine.suppose([...block.values()], layer, plan)
      for (const input of take(cell, planned)) block.set(cellName(input), input)
    }
  }
  step(0)

  if (follow.size > 0) {
    engine.suppose([...inputs.values()], layer, () => {
      for (const cell of cells.filter(({ ref }) => follow.has(cellName(ref)))) passed.push(followed(request, cell))
    })
  }
  if (taken === 0 && refusals.length === 0) refusals.push(...passed.map(({ differs: _passed, ...one }) => one))
  if (refusals.length > 0) return { kind: 'refused', refusals }
  const count = titles.length
  const where = filing.schedules.find(({ id }) => id === distinct[0]?.ref.schedule)
  const title =
    count === 1 ? titles[0]! : `${act} in ${counted(count, 'cell')} of ${where ? scheduleName(where) : filing.title}`
  return { kind: 'plan', plan: { kind: 'plan', inputs: [...inputs.values()], title }, changed: count, passed, remarks }
}

/** What is said of one edit of the act: its own consequence, a blank that clears among figures, a formula that goes. */
function remarkOn(
  { filing, engine, scenario, turns = false }: ManyRequest,
  { ref, text }: ManyCell,
  { inputs, title, consequence }: Plan,
  isMixed: boolean,
): Pick<ManyRemark, 'text' | 'warning' | 'minor'> | undefined {
  if (consequence) {
    const isMeant = turns && consequence.turn === true && inputs.every((one) => cellName(one) === cellName(ref))
    const warning = consequence.warning && !isMeant
    return { text: consequence.text, warning, minor: !warning && isFormula(text) }
  }
  if (inputs.length === 0) return undefined
  // The title names the cell, which stands beside the remark already.
  const done = title.slice(labelOf(filing, ref).length + 2)
  if (text.trim() === '')
    return isMixed ? { text: `The block is blank here: ${done}.`, warning: false, minor: false } : undefined
  const own = scenario === null ? null : engine.input(ref, 'scenario')
  const standing = own ?? engine.input(ref, 'base')
  const goes = standing !== null && isFormula(standing) && !sameFormula(standing, text)
  return goes ? { text: `Replaces the formula ${standing}.`, warning: true, minor: false } : undefined
}

function isFormula(text: string): boolean {
  return text.trimStart().startsWith('=')
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
  const changes = isBlank && !isText(found.line) && parseTyped(text, format).kind === 'change'
  return changes ? { code: 'nothing_to_raise' } : undefined
}

function labelOf(filing: Filing, ref: CellRef): string {
  const found = findCell(filing, ref)
  return found ? cellTitle(found) : cellName(ref)
}

/** The edit of one cell, its question answered where an answer was given. */
function planOne(request: ManyRequest, cell: ManyCell): EditPlan {
  const closed = request.closed?.(cell)
  if (closed) return refused(closed)
  const { filing, engine, scenario, flow } = request
  const { ref, text } = cell
  const sourceLine = request.sourceLine?.(ref)
  const planned = planEdit({
    filing,
    engine,
    scenario,
    ref,
    text,
    flow,
    ...(sourceLine !== undefined && { sourceLine }),
  })
  const choice = planned.kind === 'confirm' ? request.answers?.[planned.about] : undefined
  const chosen = planned.kind === 'confirm' && choice !== undefined ? planned.choices[choice] : undefined
  if (!chosen) return planned
  return chosen.plan ?? planEdit({ filing, engine, scenario, ref, text: chosen.text, flow })
}

/** A cell that follows from the others, and whether it comes out as it was given. Asked while the others stand. */
function followed({ filing, engine, scenario }: ManyRequest, { ref, text }: ManyCell): PassedCell {
  const found = findCell(filing, ref)!
  const value = engine.value(ref, scenario === null ? 'base' : 'scenario')
  const typed = parseTyped(text, cellFormat(found.line, found.column))
  const given = typed.kind === 'amount' ? typed.value : undefined
  const differs = given !== undefined && (!isAmount(value) || !asPrinted(found, value).eq(asPrinted(found, given)))
  const refusal: Refusal = differs
    ? { code: 'follows_otherwise', value: shown(value, found) || 'blank', given: shown(given, found) }
    : { code: 'follows_others' }
  return { ref, label: cellTitle(found), refusal, differs }
}

/** The cells that an edit may move besides its own: those of its plan, where a link or a sum of periods passes it on. */
function seedsOf(request: ManyRequest, cell: ManyCell): readonly CellRef[] {
  const found = findCell(request.filing, cell.ref)
  if (!found) return []
  const mayPassOn = found.line.source !== undefined || structureFormula(found.line, found.column)?.by === 'column'
  const planned = mayPassOn ? planOne(request, cell) : undefined
  return planned?.kind === 'plan' ? [cell.ref, ...planned.inputs] : [cell.ref]
}

/**
 * How the cells of an act bear on one another. `follow`: what others move, so that it takes no edit of its own. `free`: what
 * no other bears on, so that its edit means the same whatever was entered before it.
 */
function bearing(
  request: ManyRequest,
  cells: readonly ManyCell[],
): { follow: ReadonlySet<string>; free: ReadonlySet<string> } {
  const typed = cells.filter(({ text }) => text.trim() !== '')
  // What is cleared sets no other cell, and what it clears does not depend on figures.
  if (typed.length === 0) return { follow: new Set(), free: new Set(cells.map(({ ref }) => cellName(ref))) }
  const layer = request.scenario === null ? 'base' : 'scenario'
  const dependents = (ref: CellRef): CellRef[] => request.engine.dependents(ref, layer)
  const seeds = new Map(typed.map((cell) => [cellName(cell.ref), seedsOf(request, cell)]))
  const moved = movers(seeds, dependents)
  const follow = following(request, typed, seeds, moved, dependents)

  // What follows makes no edit, so it bears on nothing.
  const entered = cells.filter(({ ref }) => !follow.has(cellName(ref)))
  const all = new Map(entered.map(({ ref }) => [cellName(ref), seeds.get(cellName(ref)) ?? [ref]]))
  const movedByAll = entered.length === seeds.size && follow.size === 0 ? moved : movers(all, dependents)
  const isFree = (name: string, text: string): boolean =>
    !isFormula(text) &&
    all.get(name)!.every((seed) => {
      const own = cellName(seed)
      return (own === name || !all.has(own)) && [...(movedByAll.get(own) ?? [])].every((mover) => mover === name)
    })
  const names = entered.map(({ ref, text }) => ({ name: cellName(ref), text }))
  return { follow, free: new Set(names.filter(({ name, text }) => isFree(name, text)).map(({ name }) => name)) }
}

/**
 * The cells, by name, that other cells of the act move: by a formula that reads them, or because their edits pass on to it.
 * Of cells that would move each other, as two adjustments of one source line, one takes its edit and the rest follow:
 * first those whose edit passes on to no other cell.
 */
function following(
  request: ManyRequest,
  typed: readonly ManyCell[],
  seeds: ReadonlyMap<string, readonly CellRef[]>,
  moved: ReadonlyMap<string, ReadonlySet<string>>,
  dependents: (ref: CellRef) => CellRef[],
): ReadonlySet<string> {
  const replaced = new Set(typed.filter((cell) => replacesFormula(request, cell)).map(({ ref }) => cellName(ref)))
  const follows = (name: string): boolean =>
    !replaced.has(name) && [...(moved.get(name) ?? [])].some((mover) => mover !== name)

  const reached = new Set<string>()
  const spread = (mover: string, from: readonly CellRef[]): void => {
    const open = movedFirst(mover, from, dependents)
    for (let ref = open.pop(); ref; ref = open.pop()) {
      if (reached.has(cellName(ref))) continue
      reached.add(cellName(ref))
      open.push(...dependents(ref))
    }
  }
  for (const [name, from] of seeds) if (!follows(name)) spread(name, from)
  const following = new Set<string>()
  const disputed = [...seeds].filter(([name]) => follows(name)).sort(([, a], [, b]) => passesOn(a) - passesOn(b))
  for (const [name, from] of disputed) {
    if (reached.has(name)) following.add(name)
    else spread(name, from)
  }
  return following
}

/** True where the text does away with a formula that was entered in the cell, so that nothing makes it follow. */
function replacesFormula({ filing, engine, scenario }: ManyRequest, { ref, text }: ManyCell): boolean {
  const found = findCell(filing, ref)
  const standing = (scenario === null ? null : engine.input(ref, 'scenario')) ?? engine.input(ref, 'base')
  if (!found || standing === null || !isFormula(standing)) return false
  return parseTyped(text, cellFormat(found.line, found.column)).kind !== 'change'
}

/** 1 where an edit passes on to other cells, 0 where it stays in its own. */
function passesOn(seeds: readonly CellRef[]): 0 | 1 {
  return seeds.length > 1 ? 1 : 0
}

/** What an edit moves at first hand: the other cells that it sets, and the formulas that read any of them. */
function movedFirst(mover: string, seeds: readonly CellRef[], dependents: (ref: CellRef) => CellRef[]): CellRef[] {
  return [...seeds.filter((ref) => cellName(ref) !== mover), ...seeds.flatMap(dependents)]
}

/** For each cell that the act moves: which cells of the act move it. Two of them tell all that is asked. */
function movers(
  seeds: ReadonlyMap<string, readonly CellRef[]>,
  dependents: (ref: CellRef) => CellRef[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const moved = new Map<string, Set<string>>()
  const open = [...seeds].flatMap(([mover, from]) => movedFirst(mover, from, dependents).map((ref) => ({ ref, mover })))
  for (let next = open.pop(); next; next = open.pop()) {
    const { ref, mover } = next
    const known = moved.get(cellName(ref)) ?? new Set()
    if (known.has(mover) || known.size === 2) continue
    moved.set(cellName(ref), known.add(mover))
    for (const one of dependents(ref)) open.push({ ref: one, mover })
  }
  return moved
}
