/**
 * A pasted block as lines of figures: what names, heads or numbers them is told apart and left out, said or asked about
 * once for its kind. Pure; must not know where the figures go.
 */
import { atOnce, type Steps } from '../model/steps.ts'
import { counted } from '../money/count.ts'
import { amountQuestions, amountText, examplesOf } from './amount_kinds.ts'
import { columnRoles, type ColumnRole } from './columns.ts'
import { isYear } from '../calendar/period_heads.ts'
import { isFigureText, withoutNoteMark } from './figure_text.ts'
import { rowRoles, rowsBeforeFigures, type RowRole } from './heads.ts'
import type { Pasted } from './pasted.ts'
import { answerTo, type Answers, type Question, type QuestionId } from './question.ts'

/** A line of the block: its own label, and its texts; null leaves the cell that it would go to as it is. */
export type BlockLine = { label: string; texts: (string | null)[] }

export type Arranged = { lines: BlockLine[]; width: number; questions: Question[]; notes: string[] }

type Finding = { id: QuestionId; examples: string[] }

const LEFT_OUT = 'left_out'
const ENTERED = 'entered'

const QUESTIONS: Partial<Record<QuestionId, { text: (examples: string) => string; choices: Question['choices'] }>> = {
  heads: {
    text: (examples) => `These rows head the columns: ${examples}.`,
    choices: [
      { id: LEFT_OUT, label: 'Leave them out' },
      { id: ENTERED, label: 'Enter them as lines' },
    ],
  },
  years: {
    text: (examples) => `These figures could be years: ${examples}.`,
    choices: [
      { id: ENTERED, label: 'Enter them as amounts' },
      { id: LEFT_OUT, label: 'Leave them out as years' },
    ],
  },
  labels: {
    text: (examples) => `The first column holds years: ${examples}.`,
    choices: [
      { id: LEFT_OUT, label: 'Leave them out as names of lines' },
      { id: ENTERED, label: 'Enter them as amounts' },
    ],
  },
  account_codes: {
    text: (examples) => `A column holds account numbers: ${examples}.`,
    choices: [
      { id: LEFT_OUT, label: 'Leave them out' },
      { id: ENTERED, label: 'Enter them as amounts' },
    ],
  },
  note_numbers: {
    text: (examples) => `A column holds numbers of notes: ${examples}.`,
    choices: [
      { id: LEFT_OUT, label: 'Leave them out' },
      { id: ENTERED, label: 'Enter them as amounts' },
    ],
  },
  blank_columns: {
    text: (examples) => `The block has blank columns: ${examples}.`,
    choices: [
      { id: LEFT_OUT, label: 'Leave them out' },
      { id: ENTERED, label: 'Keep them and clear these cells' },
    ],
  },
}

function questionOf({ id, examples }: Finding): Question {
  const { text, choices } = QUESTIONS[id]!
  return { id, text: text(examplesOf(examples)), choices }
}

const ASKED: Partial<Record<ColumnRole, QuestionId>> = {
  years: 'labels',
  account_codes: 'account_codes',
  note_numbers: 'note_numbers',
}

/** One table: what of it are lines of figures, and what was found beside them. */
function* arrangeTable(
  rows: readonly string[][],
  isGrid: boolean,
  isOut: (finding: Finding) => boolean,
): Steps<{ lines: BlockLine[]; hasLabels: boolean }> {
  const width = rows[0]?.length ?? 0
  const above = rowsBeforeFigures(rows) ?? 0
  const roles = columnRoles(rows.slice(above), rows.slice(0, above), width)
  const places = roles.map((_, at) => at)
  const isNamed = roles.includes('label')
  yield
  const parted = rows.map((row) => ({
    label: places
      .filter((at) => roles[at] === 'label')
      .map((at) => row[at]!)
      .filter(Boolean)
      .join(' '),
    cells: places.filter((at) => roles[at] !== 'label').map((at) => row[at]!),
  }))
  const asRows = rowRoles(parted, isNamed)
  const stays = rows.map((row, at) => isLine(asRows[at]!, row, isOut))
  yield
  const body = rows.filter((_, at) => stays[at])
  const labels = parted.filter((_, at) => stays[at]).map(({ label }) => label)

  const kept = places.filter((at) => {
    const role = roles[at]!
    if (role === 'label') return false
    const id = ASKED[role]
    const texts = body.map((row) => row[at]!).filter((text) => text !== '')
    return id === undefined || !isOut({ id, examples: texts })
  })
  const isBlank = (at: number): boolean => (isGrid ? rows : body).every((row) => row[at] === '')
  const blanks = kept.filter(isBlank)
  const areBlanksOut =
    blanks.length > 0 && (!isGrid || isOut({ id: 'blank_columns', examples: [counted(blanks.length, 'column')] }))
  const columns = areBlanksOut ? kept.filter((at) => !isBlank(at)) : kept
  yield
  const lines = body.map((row, at): BlockLine => {
    const texts = columns.map((column) => withoutNoteMark(row[column]!))
    const label = labels[at]!
    // A label without a figure is a heading: it clears nothing.
    const isHeading = label !== '' && texts.every((text) => text === '')
    return { label, texts: isHeading ? texts.map(() => null) : texts }
  })
  return { lines, hasLabels: isNamed }
}

function isLine(role: RowRole, row: readonly string[], isOut: (finding: Finding) => boolean): boolean {
  if (role === 'line') return true
  const written = row.filter((text) => text !== '')
  const examples = [role === 'years' ? written.filter(isYear).join(', ') : written.join(', ')]
  return !isOut({ id: role === 'years' ? 'years' : 'heads', examples })
}

/** The block as it stands, nothing told apart: figures copied within the product, one cell, texts for lines of text. */
function untouched({ tables }: Pasted): Arranged {
  const width = tables.flat().reduce((widest, row) => Math.max(widest, row.length), 0)
  const lines = tables.flat().map((row): BlockLine => ({ label: '', texts: filledUp(row, width) }))
  return { lines, width, questions: [], notes: [] }
}

/** True of a block of one cell, which says nothing of what heads or names it. */
export function isOneCell({ tables }: Pasted): boolean {
  return tables.length === 1 && tables[0]!.length === 1 && tables[0]![0]!.length === 1
}

function filledUp(texts: readonly (string | null)[], width: number): (string | null)[] {
  return [...texts, ...Array.from({ length: width - texts.length }, () => null)]
}

/**
 * The lines of figures of a block by the answers given so far. `overFigures`: it goes over figures, so that words have no
 * place there.
 */
export function arrange(pasted: Pasted, answers: Answers, how: { overFigures: boolean }): Arranged {
  return atOnce(arrangeInSteps(pasted, answers, how))
}

/** As `arrange`, in steps. */
export function* arrangeInSteps(
  pasted: Pasted,
  answers: Answers,
  { overFigures }: { overFigures: boolean },
): Steps<Arranged> {
  if (pasted.isOwn || !overFigures) return untouched(pasted)
  if (isOneCell(pasted)) {
    const text = pasted.tables[0]![0]![0]!
    const lines = [{ label: '', texts: [amountText(withoutNoteMark(text), answers)] }]
    return { lines, width: 1, questions: amountQuestions([text]), notes: pasted.leftOut }
  }
  const findings = new Map<QuestionId, Finding>()
  const isOut = ({ id, examples }: Finding): boolean => {
    const known = findings.get(id)
    findings.set(id, { id, examples: [...new Set([...(known?.examples ?? []), ...examples])] })
    return answerTo(questionOf({ id, examples }), answers) === LEFT_OUT
  }
  const withFigures = pasted.tables.filter((rows) => rows.some((row) => row.some((text) => isFigureText(text))))
  // A block without any figure goes in as it stands, and each cell says why it refuses.
  const tables = withFigures.length > 0 ? withFigures : pasted.tables
  const arranged: { lines: BlockLine[]; hasLabels: boolean }[] = []
  for (const rows of tables) arranged.push(yield* arrangeTable(rows, pasted.isGrid, isOut))
  const all = arranged.flatMap(({ lines }) => lines)
  // Headings at the end enter nothing and need no room: notes below a table, as a rule.
  while (all.at(-1)?.texts.every((text) => text === null)) all.pop()
  const width = all.reduce((widest, { texts }) => Math.max(widest, texts.length), 0)
  const given = all.flatMap(({ texts }) => texts.filter((text) => text !== null))
  const notes = [...pasted.leftOut]
  const wordy = pasted.tables.length - tables.length
  if (wordy > 0) notes.push(`${counted(wordy, 'table')} without figures ${wordy === 1 ? 'is' : 'are'} left out.`)
  if (arranged.some(({ hasLabels }) => hasLabels))
    notes.push('The first column of the block holds words and is left out; its lines go in by their order.')
  yield
  const lines = all.map(({ label, texts }) => ({
    label,
    texts: filledUp(texts, width).map((text) => (text === null ? null : amountText(text, answers))),
  }))
  yield
  return { lines, width, questions: [...[...findings.values()].map(questionOf), ...amountQuestions(given)], notes }
}
