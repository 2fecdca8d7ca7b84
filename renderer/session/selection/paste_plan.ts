/**
 * Where a pasted block goes: the cells that it enters, what is asked of it, and how it does not fit. Pure; what an edit of a
 * cell means is the analysis layer's.
 */
import type { ManyCell } from '../../../shared/analysis/many.ts'
import { hasCell, isText } from '../../../shared/calc/layout.ts'
import { isCell } from '../reading/figures.ts'
import { arrangeInSteps, isOneCell } from '../../../shared/intake/arrange.ts'
import type { Pasted } from '../../../shared/intake/pasted.ts'
import type { Answers, Question } from '../../../shared/intake/question.ts'
import type { CellRef, Filing, Schedule } from '../../../shared/model/filing.ts'
import { columnOf, lineOf } from '../../../shared/model/lookup.ts'
import { atOnce, type Steps } from '../../../shared/model/steps.ts'
import { laidOver, landingOf, sizeOfBlock } from './fitting.ts'
import type { Area, Block, Sight } from './range.ts'
import { refused, type Refusal, type Refused } from '../../../shared/refusals/refusal.ts'

/** Where a block is pasted: the schedule in sight and what of it is selected. */
export type PasteTarget = {
  filing: Filing
  schedule: Pick<Schedule, 'id' | 'lines' | 'columns'>
  sight: Sight
  blocks: readonly Block[]
  /** Every selected cell that takes figures. */
  selected: readonly CellRef[]
}

/** Where each text lands: by columns, and line by line with the label that the block gives it; null enters nothing. */
export type Landing = {
  columns: readonly string[]
  rows: readonly { line: string; given: string; texts: readonly (string | null)[] }[]
}

/** What was pasted, with what is asked of it and where it lands by the answers so far. */
export type Paste = { pasted: Pasted; answers: Answers; questions: readonly Question[]; landing: Landing }

export type PastePlan =
  | { kind: 'cells'; cells: ManyCell[]; paste: Paste; note?: string; area?: Area }
  /** Why nothing can be pasted by these answers. */
  | (Refused & { questions: readonly Question[] })

/** True where a block goes over figures, so that a column of words has no place. */
function isOverFigures({ schedule, sight }: PasteTarget, block: Block, rows: number): boolean {
  const column = columnOf(schedule, sight.columns[block.left]!)
  return sight.lines.slice(block.top, block.top + rows).every((id) => {
    const line = lineOf(schedule, id)
    return !line || !column || !hasCell(line, column) || !isText(line)
  })
}

/** One text in every selected cell, whatever the areas. */
function everywhere(target: PasteTarget, text: string, paste: Omit<Paste, 'landing'>, note?: string): PastePlan {
  const cells = target.selected.map((ref): ManyCell => ({ ref, text }))
  return { kind: 'cells', cells, paste: { ...paste, landing: { columns: [], rows: [] } }, ...(note && { note }) }
}

/** Plans a paste by the answers given so far. */
export function planPaste(target: PasteTarget, pasted: Pasted, answers: Answers): PastePlan {
  return atOnce(planPasteInSteps(target, pasted, answers))
}

/** As `planPaste`, in steps. */
export function* planPasteInSteps(target: PasteTarget, pasted: Pasted, answers: Answers): Steps<PastePlan> {
  const { filing, schedule, sight, blocks } = target
  const [block] = blocks
  const rows = pasted.tables.reduce((count, table) => count + table.length, 0)
  const overFigures = block !== undefined && isOverFigures(target, block, rows)
  const { lines, questions, notes } = yield* arrangeInSteps(pasted, answers, { overFigures })
  const no = (refusal: Refusal): PastePlan => ({ ...refused(refusal), questions })
  const texts = lines.map((line) => line.texts)
  if (!block) return no({ code: 'no_cell_selected' })
  if (!texts.some((row) => row.length > 0)) return no({ code: 'block_without_figures' })
  if (isOneCell(pasted)) {
    const text = texts[0]![0]!
    if (text === null) return no({ code: 'left_out_by_answer' })
    return everywhere(target, text, { pasted, answers, questions }, notes.join(' '))
  }
  if (blocks.length > 1) return no({ code: 'several_areas', count: blocks.length })
  const selected = sizeOfBlock(block)
  const laid = laidOver(texts, ...selected)
  const labels = laidOver(
    lines.map(({ label }) => [label]),
    laid.length,
    1,
  )
  const landed = landingOf([laid.length, laid[0]!.length], block, sight)
  if (landed.kind === 'refused') return no(landed.refusal)
  const { spots, area, note: unlike } = landed
  yield
  const landing: Landing = {
    columns: spots[0]!.map(({ column }) => column),
    rows: spots.map((row, down) => ({ line: row[0]!.line, given: labels[down]![0]!, texts: laid[down]! })),
  }
  yield
  const cells = spots.flatMap((row, down) =>
    row.flatMap((cell, at): ManyCell[] => {
      const text = laid[down]![at]!
      const ref = { schedule: schedule.id, ...cell }
      // A blank over a heading says nothing; a figure over one is refused with the reason.
      const isMeant = text !== null && (text.trim() !== '' || isCell(filing, ref))
      return isMeant ? [{ ref, text }] : []
    }),
  )
  if (cells.length === 0) return no({ code: 'block_blank' })
  const note = [...notes, ...(unlike === undefined ? [] : [unlike])].join(' ')
  return {
    kind: 'cells',
    cells,
    paste: { pasted, answers, questions, landing },
    ...(note !== '' && { note }),
    area,
  }
}
