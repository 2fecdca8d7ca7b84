/**
 * Recasts in income schedules of any make: random trees of totals, with ranges, details, formulas typed in cells, readers in another
 * schedule and a scenario. Whatever is chosen, a plan keeps net earnings and every reader, foots, and is undone to what stood.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inverse } from '../../../shared/model/change_set.ts'
import type { CellInput, Filing, Line, Schedule } from '../../../shared/model/filing.ts'
import { checkStructure } from '../../../shared/structure/faults.ts'
import { engineOf } from '../../../shared/structure/layers.ts'
import type { Draft } from '../../../shared/structure/plan.ts'
import { recastLines } from '../../../shared/structure/recast.ts'
import { recasting } from '../../../shared/structure/recasting.ts'
import { Choices, numbers, runs } from '../calc/choices.ts'
import { snapshot } from '../calc/snapshots.ts'
import { canonical, draftAfter } from './draft_after.ts'

const COLUMNS: Schedule['columns'] = [
  { id: 'q2', label: 'Q2', kind: 'duration' },
  { id: 'q1', label: 'Q1', kind: 'duration' },
  { id: 'h1', label: 'Six months', kind: 'computed', formula: '= @q2 + @q1' },
  { id: 'change', label: 'Change', kind: 'computed', formula: '= @q2 - @q1', all: true },
]

/** Lines in groups of two or three with a total behind each, as details of it or not, and net earnings of all that is left over. */
function incomeLines(choices: Choices): Line[] {
  const lines: Line[] = []
  const open: string[] = []
  for (let group = 0; group < 3; group++) {
    const total = `t${group}`
    const isFolded = choices.chance(50)
    const own = choices.times(2, 3, (i): Line => ({
      id: `l${group}_${i}`,
      label: `${i === 1 ? 'Less: line' : 'Line'} ${group} ${i}`,
      kind: 'input',
      ...(isFolded && { parent: total }),
      ...(choices.chance(40) && { deduction: true }),
      ...(choices.chance(20) && { kind: 'formula' as const, formula: choices.pick(['= other.x', '= other.x * 2']) }),
    }))
    const [first, ...rest] = own
    const isRange = choices.chance(30)
    const sum = isRange
      ? `sum(${first!.id}..${own.at(-1)!.id})`
      : first!.id + rest.map(({ id }) => ` ${choices.pick(['-', '+'])} ${id}`).join('')
    lines.push(...own)
    if (choices.chance(70)) {
      lines.push({ id: total, label: `Total ${group}`, kind: 'formula', formula: `= ${sum}` })
      open.push(total)
    } else {
      for (const line of own) delete line.parent
      open.push(...own.map(({ id }) => id))
    }
  }
  const stands = choices.pick(['none', 'input', 'formula'])
  if (stands === 'formula') {
    lines.push({ id: 'held', label: 'Held for sale', kind: 'input', parent: 'discontinued_operations' })
  }
  if (stands !== 'none') {
    lines.push({
      id: 'discontinued_operations',
      label: 'Discontinued operations',
      kind: 'input',
      ...(stands === 'formula' && { kind: 'formula' as const, formula: '= held' }),
    })
  }
  const all = [...open, ...(stands === 'none' ? [] : ['discontinued_operations'])]
  const net = all
    .map((id, i) => (i === 0 ? id : ` ${id.startsWith('l') ? choices.pick(['-', '+']) : '+'} ${id}`))
    .join('')
  lines.push({ id: 'net_earnings', label: 'Net earnings', kind: 'formula', formula: `= ${net}` })
  lines.push({ id: 'memo', label: 'Memo', kind: 'formula', formula: readerOf(choices, lines, '') })
  return lines
}

function readerOf(choices: Choices, lines: readonly Line[], schedule: string): string {
  const inputs = lines.filter(({ id }) => id.startsWith('l'))
  const one = (): string => schedule + choices.pick(inputs).id
  // Ranges stay within a group: one that counts a total loses what the total loses.
  const last = inputs.findLast(({ id }) => id.startsWith('l0_'))!
  return choices.pick([
    `= ${one()}`,
    `= ${one()} - ${one()}`,
    `= -${one()} + 3 * ${one()}`,
    `= abs(${one()}) / 2`,
    `= round(${one()}, 1) - (${one()})`,
    `= sum(${schedule}${inputs[0]!.id}..${last.id})`,
    `= count(${schedule}${inputs[0]!.id}..${last.id}) + sum(${one()}, ${one()})`,
    `= max(${one()}, ${one()})`,
    `= printed(${one()}) * 2`,
    `= needs(${one()}, ${one()} + 1)`,
    `= if(${one()} > 0, 1, ${one()} + 2)`,
    `= ${one()}@q1 ^ 2`,
    `= percent_change(${schedule}${inputs[0]!.id}@q2, ${schedule}${inputs[0]!.id}@q1)`,
  ])
}

function inputsOf(choices: Choices, lines: readonly Line[], percent: number): CellInput[] {
  const cells: CellInput[] = []
  for (const { id, kind } of lines) {
    for (const column of ['q2', 'q1']) {
      if (!choices.chance(kind === 'input' ? percent : 2)) continue
      const text = choices.pick(['100', '-40', '7.5', '0', '', '(1,250)', '-', '=other.x + 1', '=@q1 * 2', '=l0_0@q1'])
      const isRing = (text.includes('q1') && column === 'q1') || (text.includes('l0_0') && id === 'l0_0')
      cells.push({ schedule: 'income', line: id, column, input: isRing ? '5' : text })
    }
  }
  return cells
}

function draftOf(choices: Choices): Draft {
  const lines = incomeLines(choices)
  const readers = choices.times(1, 4, (i): Line => {
    const formula = readerOf(choices, lines, 'income.')
    const [, read] = /income\.(l\d_\d)/.exec(formula)!
    return {
      id: `r${i}`,
      label: `Reader ${i}`,
      kind: 'formula',
      formula,
      ...(choices.chance(40) && { source: { line: `income.${read!}`, sign: 1 as const } }),
    }
  })
  const filing: Filing = {
    id: 'f',
    title: 'F',
    status: 'draft',
    schedules: [
      { id: 'income', kind: 'income', columns: COLUMNS, lines, cells: inputsOf(choices, lines, 80) },
      {
        id: 'other',
        columns: COLUMNS,
        lines: [{ id: 'x', label: 'X', kind: 'input' }, ...readers],
        cells: [{ schedule: 'other', line: 'x', column: 'q2', input: '11' }],
      },
    ],
  }
  return { filing, at: 0, scenarios: [{ id: 's', name: 'S', cells: inputsOf(choices, lines, 20) }], comments: [] }
}

test('net earnings and every reader stay in every layer, and undo is identity', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(numbers(600), (list) => {
      const choices = new Choices(list)
      const draft = draftOf(choices)
      const ids = draft.filing.schedules[0]!.lines.map(({ id }) => id).filter((id) => /^[lt]\d/.test(id))
      const lines = choices.times(1, 3, () => choices.pick(ids))
      const plan = recastLines(draft, { schedule: 'income', lines })
      const code = plan.kind === 'refused' ? plan.refusal.code : 'plan'
      seen.set(code, (seen.get(code) ?? 0) + 1)
      if (plan.kind === 'refused') return
      const after = draftAfter(draft, plan.changes)
      expect(checkStructure(after.filing)).toEqual([])
      expect(canonical(draftAfter(after, inverse(plan.changes), 'reversal'))).toEqual(canonical(draft))
      const act = recasting(draft, 'income', lines)
      if (act.kind === 'refused') throw new Error('Planned and not judged.')
      const moved = new Set(['discontinued_operations', ...act.turned, ...act.totals.map(({ id }) => id)])
      moved.delete('net_earnings')
      const said = [draft, after].flatMap(({ filing }) =>
        filing.schedules.flatMap((one) =>
          one.lines.map(({ id, formula, parent }) => `${id} ${parent ?? ''} ${formula ?? ''}`),
        ),
      )
      for (const layer of [null, 's']) {
        const [was, is] = [draft, after].map((one) => snapshot(engineOf(one, layer), 'scenario'))
        for (const [cell, text] of was!) {
          const [, of, id] = /^(\w+)\.(\w+)@/.exec(cell)!
          if (of === 'income' && moved.has(id!)) continue
          expect([cell, is!.get(cell), said]).toEqual([cell, text, said])
        }
      }
    }),
    { ...runs(600), endOnFailure: true },
  )
  expect(seen.get('plan')).toBeGreaterThan(100)
})
