/** Every place that shortens what a person wrote cuts between characters as a reader sees them. */
import { describe, expect, test } from 'vitest'
import { labelLines } from '../../renderer/ui/charts/waterfall_chart.tsx'
import { reopening } from '../../renderer/session/filings/filing_changes.ts'
import { markedText } from '../../renderer/features/find/hit_text.ts'
import { marked } from '../../renderer/features/entering/formula_notes.tsx'
import { quoted } from '../../renderer/session/notes/comment_text.ts'
import { cellsMoved, planMove } from '../../renderer/session/selection/move_plan.ts'
import { readBook } from '../../renderer/session/book/book.ts'
import { copyName, LONGEST_NAME } from '../../renderer/session/scenarios/scenario_names.ts'
import { createEngine } from '../../shared/calc/engine.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { parseTyped } from '../../shared/money/parse.ts'
import { insertLine } from '../../shared/structure/lines.ts'
import type { Refused } from '../../shared/refusals/refusal.ts'
import { sentence } from '../shared/worded.ts'

const CHARACTERS = [
  ['a family of joiners', '👩‍👩‍👧‍👦'],
  ['a flag', '🇵🇹'],
  ['a letter with marks', 'e\u0301\u0323'],
  ['an emoji', '💡'],
] as const

/** A draft whose names are as long as they may be, all of one character. */
function draft(one: string): Filing {
  const long = one.repeat(Math.floor(500 / one.length))
  return {
    id: 'f',
    title: long,
    status: 'filed',
    schedules: [
      {
        id: 's',
        title: long,
        columns: [{ id: 'c', label: long, kind: 'duration' }],
        lines: [
          { id: 'a', label: `${long.slice(one.length)}1`, kind: 'input' },
          { id: 'b', label: `${long.slice(one.length)}2`, kind: 'input' },
        ],
        cells: [{ schedule: 's', line: 'a', column: 'c', input: '7' }],
      },
    ],
  }
}

const ref = (line: string) => ({ schedule: 's', line, column: 'c' })

/** What each place makes of a long text of one character. */
const PLACES: Record<string, (one: string) => string> = {
  'the name of a copy': (one) => copyName(`x${one.repeat(60)}`, []),
  'the quotation of a comment': (one) => quoted(`x${one.repeat(200)}`),
  'what stands before a hit': (one) =>
    markedText({ text: `${one.repeat(60)}hit`, from: one.length * 60, to: one.length * 60 + 3 } as never)[0],
  'what stands before a fault': (one) =>
    marked(`x${one.repeat(60)}!`, { at: one.length * 60 + 1, end: one.length * 60 + 2, message: '' }).before,
  'what stands behind a fault': (one) => marked(`!x${one.repeat(60)}`, { at: 0, end: 1, message: '' }).after,
  'the label of a bar': (one) =>
    labelLines(`x${` y${one.repeat(200)}`.repeat(5)}`, { width: 600, row: 30, label: 120, type: 12 }).at(-1)!,
  'what was typed and refused': (one) => sentence(parseTyped(`7${one.repeat(60)}`, 'amount') as Refused),
  'the title of a reopening': (one) => {
    const book = readBook([{ filing: draft(one), scenarios: [], comments: [] }])
    const proposal = reopening(book, 'f', 'error_restated', `x${one.repeat(Math.floor(590 / one.length))}`)
    return proposal.kind === 'changes' ? proposal.title : ''
  },
  'the title of a move': (one) => {
    const filing: Filing = { ...draft(one), status: 'draft' }
    const moves = [{ from: ref('a'), to: ref('b'), text: '7' }]
    const request = { filing, engine: createEngine(filing), scenario: null, cells: cellsMoved(filing, moves) }
    const plan = planMove({ ...request, flow: 'tax_only' } as never, moves)
    return plan.kind === 'plan' ? plan.plan.title : plan.kind
  },
  'the title of an act of structure': (one) => {
    const filing: Filing = { ...draft(one), status: 'draft' }
    const line = { id: 'd', label: `x${filing.title.slice(one.length)}`, kind: 'input' as const }
    const plan = insertLine({ filing, at: 0, scenarios: [], comments: [] }, { schedule: 's', at: 0, line })
    return plan.kind === 'plan' ? plan.title : sentence(plan)
  },
}

const MOST: Record<string, number> = { 'the name of a copy': LONGEST_NAME, 'the quotation of a comment': 123 }

describe.each(Object.entries(PLACES))('%s', (place, cut) => {
  // What is typed loses its joiners before it is read: they are not seen.
  const characters = place === 'what was typed and refused' ? CHARACTERS.slice(1) : CHARACTERS
  test.each(characters)('keeps %s whole', (_, one) => {
    const text = cut(one)
    expect(text.length).toBeLessThanOrEqual(MOST[place] ?? 1_000)
    expect(text.isWellFormed()).toBe(true)
    // Nothing of the character is left where all whole ones are taken out.
    const rest = text.replaceAll(one, '')
    expect(rest.length).toBeLessThan(text.length)
    expect(rest).toMatch(/^[\x20-\x7e“”…]*$/)
  })
})
