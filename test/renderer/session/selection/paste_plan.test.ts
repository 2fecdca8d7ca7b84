/**
 * Where a pasted block goes: cell by cell over the selection, by the answers given, and how it does not fit.
 */
import { describe, expect, test } from 'vitest'
import { kindAnswers, kindQuestions } from '../../../../renderer/session/selection/kind_questions.ts'
import {
  planPaste,
  planPasteInSteps,
  type PastePlan,
  type PasteTarget,
} from '../../../../renderer/session/selection/paste_plan.ts'
import type { Block } from '../../../../renderer/session/selection/range.ts'
import { copied, readClipboard } from '../../../../shared/intake/pasted.ts'
import { scheduleOf } from '../../../../shared/model/lookup.ts'
import { release } from '../../../shared/analysis/sample_edits.ts'
import { sentence, worded } from '../../../shared/worded.ts'

const schedule = scheduleOf(release, 'income')!
const lines = schedule.lines.map(({ id }) => id)
const columns = schedule.columns.map(({ id }) => id)
const top = lines.indexOf('interest_income')

function target(...blocks: Block[]): PasteTarget {
  const selected = [{ schedule: 'income', line: 'interest_income', column: 'q3_2007' }]
  return { filing: release, schedule, sight: { all: lines, lines, columns }, blocks, selected }
}

const first: Block = { top, bottom: top, left: 0, right: 0 }

function cells(planned: PastePlan): string[] {
  if (planned.kind === 'refused') return [`refused ${sentence(planned)}`]
  return planned.cells.map(({ ref, text }) => `${ref.line}@${ref.column} ${text}`)
}

function pasted(text: string, answers = {}, blocks = [first]): string[] {
  return cells(planPaste(target(...blocks), readClipboard(text, '')!, answers))
}

describe('a pasted block', () => {
  test('goes in from the first selected cell, labels and heads aside', () => {
    expect(pasted('\t2024\t2023\nIncome\t5\t6\nCost\t\t7')).toEqual([
      'interest_income@q3_2007 5',
      'interest_income@q2_2007 6',
      'interest_expense@q3_2007 ',
      'interest_expense@q2_2007 7',
    ])
  })

  test('leaves the cells of headings and of what an answer leaves out', () => {
    expect(pasted('Income\t\t\nCost\t5-\t6', { minus_behind: 'leave' })).toEqual(['interest_expense@q2_2007 6'])
  })

  test('fills a selection that it goes into evenly', () => {
    expect(pasted('5\t6', {}, [{ top, bottom: top + 1, left: 0, right: 1 }])).toHaveLength(4)
  })

  test('is looked at in steps, in which the page is free; they come to the same', () => {
    const block = readClipboard('\t2024\t2023\nIncome\t5\t6\nCost\t\t7', '')!
    const steps = planPasteInSteps(target(first), block, {})
    let count = 0
    let step = steps.next()
    for (; !step.done; step = steps.next()) count += 1
    expect(count).toBeGreaterThan(5)
    expect(step.value).toEqual(planPaste(target(first), block, {}))
  })

  test('that does not fit says so, and what is asked can make it fit', () => {
    const wide = `Note\t${columns.map(() => '1,000').join('\t')}\n7\t${columns.map(() => '2,000').join('\t')}`
    const kept = planPaste(target(first), readClipboard(wide.replace('Note', '6'), '')!, { note_numbers: 'entered' })
    expect(worded(kept)).toMatchObject({ kind: 'refused', reason: 'The block has 5 columns; 4 fit from here.' })
    expect(kept.kind === 'refused' && kept.questions.map(({ id }) => id)).toEqual(['note_numbers'])
    expect(pasted(wide.replace('Note', '6'))).toHaveLength(8)
  })

  test('copied within the product keeps its blank columns and its years', () => {
    expect(cells(planPaste(target(first), copied([['2024', '', '2023']]), {}))).toEqual([
      'interest_income@q3_2007 2024',
      'interest_income@q2_2007 ',
      'interest_income@variance 2023',
    ])
  })

  test('goes into one area; one cell goes into all', () => {
    const two = [first, { ...first, top: top + 2, bottom: top + 2 }]
    expect(pasted('1\t2', {}, two)).toEqual(['refused A block goes into one area, but 2 are selected.'])
    expect(pasted('1', {}, two)).toEqual(['interest_income@q3_2007 1'])
    expect(pasted('5-')).toEqual(['interest_income@q3_2007 -5'])
    expect(pasted('5-', { minus_behind: 'leave' })[0]).toContain('refused')
  })
})

describe('what edits ask', () => {
  const ref = { schedule: 'income', line: 'interest_income', column: 'q3_2007' }
  const asked = (about: 'thousand_times_larger' | 'books_of_draft') => ({
    ref,
    label: 'Interest income',
    refusal: { code: 'asks_first' as const, question: 'Asked.' },
    asks: { about, choices: ['This', 'That'] },
  })
  const refusals = [asked('thousand_times_larger'), asked('thousand_times_larger'), asked('books_of_draft')]
  const of = { unit: 'thousands of dollars', proposed: '0' as const }

  test('is one question for a kind; another unit is proposed, books of a draft never', () => {
    const questions = kindQuestions(refusals, {}, of)
    expect(questions.map(({ id, chosen }) => [id, chosen])).toEqual([
      ['thousand_times_larger', '0'],
      ['books_of_draft', ''],
    ])
    expect(questions[0]!.text).toContain('2 amounts are about a thousand times larger')
    expect(kindAnswers(questions)).toEqual({ thousand_times_larger: 0 })
  })

  test('takes the answers made, and none where nothing is proposed', () => {
    const made = { thousand_times_larger: '', books_of_draft: '1' }
    expect(kindAnswers(kindQuestions(refusals, made, of))).toEqual({ books_of_draft: 1 })
    expect(kindAnswers(kindQuestions(refusals, {}, { unit: 'thousands of dollars' }))).toBeUndefined()
  })
})
