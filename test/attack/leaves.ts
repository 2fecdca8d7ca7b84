/**
 * For a text, change sets that carry it at every place where a change set can carry a text, each of its own so that a
 * refusal of one says nothing of the others. Builds; judges nothing.
 */
import { randomUUID } from 'node:crypto'
import type { Change } from '../../shared/model/changes/kinds.ts'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import type { FilingHead, Line, Schedule } from '../../shared/model/filing.ts'

/** A change set, what of it carries the text, and whether the product may cut blanks off its ends. */
export type Leaf = { where: string; changeSet: ChangeSet; trims: boolean }

const CELL = { schedule: 'income', line: 'a', column: 'fy' }

function line(id: string, more: Partial<Line>): Change {
  const definition: Line = { id, label: id, kind: 'input', ...more }
  return { kind: 'line', schedule: 'income', line: id, before: null, after: { definition, at: 0 } }
}

function schedule(id: string, more: Partial<Schedule>): Change {
  const columns = [{ id: 'fy', label: '2008', kind: 'duration' as const }]
  const definition: Schedule = { id, columns, lines: [{ id: 'a', label: 'A', kind: 'input' }], cells: [], ...more }
  return { kind: 'schedule', schedule: id, before: null, after: { definition, at: 0 } }
}

function filing(id: string, more: Partial<FilingHead>): Change {
  return { kind: 'filing', before: null, after: { definition: { id, title: id, status: 'draft', ...more }, at: 1 } }
}

/** The changes that carry the text, by what of them does; ids end in `n`, which is new for each text. */
function changes(text: string, n: number): Record<string, Change[]> {
  const id = (name: string): string => `${name}_${n}`
  const head = { id: id('reopened'), title: 'Reopened' }
  const filed = { definition: { ...head, status: 'filed' as const }, at: 1 }
  const draft = { definition: { ...head, status: 'draft' as const }, at: 1 }
  const column = (name: string, more: object): Change => {
    const definition = { id: id(name), label: name, kind: 'duration' as const, ...more }
    return { kind: 'column', schedule: 'income', column: id(name), before: null, after: { definition, at: 1 } }
  }
  const factual = (name: string, more: object): Change[] => {
    const cell = { line: id(name), column: 'fy' }
    const after = { ...cell, origin: 'derived' as const, ...more }
    return [line(id(name), {}), { kind: 'fact', schedule: 'income', ...cell, before: null, after }]
  }
  const scenario = (name: string, more: object): Change => {
    const after = { name, description: '', position: n, ...more }
    return { kind: 'scenario', scenario: id(name), before: null, after }
  }
  return {
    'scenario name': [scenario('named', { name: text })],
    'scenario description': [scenario('described', { name: id('described'), description: text })],
    comment: [
      {
        kind: 'comment',
        comment: randomUUID(),
        before: null,
        after: { ...CELL, text, author: 'A. Controller', time: '2026-03-04T12:00:00.000Z' },
      },
    ],
    'comment author': [
      {
        kind: 'comment',
        comment: randomUUID(),
        before: null,
        after: { ...CELL, text: 'A remark', author: text, time: '2026-03-04T12:00:00.000Z' },
      },
    ],
    'line label': [line(id('labelled'), { label: text })],
    'line origin': [line(id('told'), { origin: 'assumed', how: text })],
    'line notes': [line(id('noted'), { notes: [text] })],
    'line formula': [line(id('computed'), { kind: 'formula', formula: text })],
    'line reason': [line(id('reasoned'), { reasons: [{ text }] })],
    input: [
      line(id('entered'), {}),
      { kind: 'cell', scenario: null, ...CELL, line: id('entered'), before: null, after: text },
    ],
    source: [
      line(id('sourced'), {}),
      { kind: 'cell', scenario: null, ...CELL, line: id('sourced'), before: null, after: '1', source: text },
    ],
    'column label': [column('headed', { label: text })],
    'column formula': [column('totalled', { kind: 'computed', formula: text })],
    'fact remark': factual('remarked', { remark: text }),
    'fact origin': factual('derived', { how: text }),
    'figure per source': factual('printed', { perSource: text }),
    'schedule title': [schedule(id('titled'), { title: text, short: text, kind: 'custom' })],
    'schedule notes': [schedule(id('annotated'), { notes: [{ mark: text, text }], notesTitle: text })],
    'schedule heads': [
      schedule(id('grouped'), { unitLine: text, caption: text, groups: [{ label: text, columns: ['fy'] }] }),
    ],
    'input of a schedule': [
      schedule(id('filled'), { cells: [{ schedule: id('filled'), line: 'a', column: 'fy', input: text }] }),
    ],
    'filing title': [filing(id('titled'), { title: text })],
    'filing head': [filing(id('headed'), { registrant: text, form: text, unit: text })],
    headline: [filing(id('headline'), { headlines: [{ id: 'equity', label: text, short: text, lines: [] }] })],
    'reason of reopening': [
      { kind: 'filing', before: null, after: draft },
      { kind: 'filing', before: draft, after: filed },
      { kind: 'filing', before: filed, after: draft, reason: text },
    ],
  }
}

/** Where what a change set says is kept in the change log alone. */
export const IN_LOG_ONLY = new Set(['title of the change', 'reason of reopening', 'source'])

const TRIMMED = new Set(['scenario name', 'comment', 'reason of reopening'])

function set(filing: string, title: string, changes: Change[]): ChangeSet {
  return { id: randomUUID(), filing, title, place: null, changes }
}

/** All change sets that carry the text. */
export function leaves(text: string, n: number): Leaf[] {
  const carried = Object.entries(changes(text, n)).map(([where, made]): Leaf => {
    const first = made[0]!
    const target = first.kind === 'filing' ? first.after!.definition.id : 'plan'
    return { where, changeSet: set(target, where, made), trims: TRIMMED.has(where) }
  })
  const titled = { where: 'title of the change', changeSet: set('plan', text, [line(`plain_${n}`, {})]), trims: false }
  return [...carried, titled]
}
