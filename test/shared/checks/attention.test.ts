/**
 * Choices that ask for a person are flagged in the scenario and as filed, and no other cell is.
 */
import { expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import type { Filing } from '../../../shared/model/filing.ts'

const FILING: Filing = {
  id: 'harbor',
  title: 'Harbor',
  schedules: [
    {
      id: 'dates',
      columns: [
        { id: 'q1', label: 'First', kind: 'component' },
        { id: 'state', label: 'State', kind: 'component', format: 'choice', choices: ['open', 'late'], attention: [2] },
      ],
      lines: [
        { id: 'a', label: 'Notice', kind: 'input' },
        { id: 'b', label: 'Result', kind: 'input', format: 'choice', choices: ['met', 'not met'], attention: [2] },
        { id: 'c', label: 'Other', kind: 'input', format: 'choice', choices: ['met', 'not met'] },
      ],
      cells: [
        { schedule: 'dates', line: 'a', column: 'state', input: '2' },
        { schedule: 'dates', line: 'a', column: 'q1', input: '2' },
        { schedule: 'dates', line: 'b', column: 'q1', input: '1' },
        { schedule: 'dates', line: 'c', column: 'q1', input: '2' },
      ],
    },
  ],
}

function told(scenario: Parameters<typeof createEngine>[1] = []): string[] {
  return tieOuts(FILING, createEngine(FILING, scenario))
    .filter(({ kind }) => kind === 'attention')
    .map(({ text, status, filed }) => `${text} ${status}, as filed ${filed}`)
}

test('a choice that asks for a person is flagged', () => {
  expect(told()).toEqual(['Notice, State: late. flagged, as filed flagged'])
})

test('what a scenario settles or raises is told beside what is filed', () => {
  const settled = [
    { schedule: 'dates', line: 'a', column: 'state', input: '1' },
    { schedule: 'dates', line: 'b', column: 'q1', input: '2' },
  ]
  expect(told(settled)).toEqual([
    'Notice, State: open. pass, as filed flagged',
    'Result, First: not met. flagged, as filed pass',
  ])
})
