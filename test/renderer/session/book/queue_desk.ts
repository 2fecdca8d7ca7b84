/**
 * A queue over a service in memory whose calls go as they are fated, and a screen that takes changes one by one.
 */
import { expect } from 'vitest'
import {
  createCommitQueue,
  type QueueEvents,
  type QueueStatus,
  type Waits,
} from '../../../../renderer/session/book/commit_queue.ts'
import type { Answer, Failure, Workbench } from '../../../../shared/contract/contract.ts'
import { inverse, type ChangeSet } from '../../../../shared/model/change_set.ts'
import type { Change } from '../../../../shared/model/changes/kinds.ts'

export type Fate = 'stored' | 'failed' | 'lost_before' | 'lost_after'

export type Cells = Record<string, string | null>

export const FILING = 'sample'

export function cellSet(id: string, line: string, before: string | null, after: string | null): ChangeSet {
  const place = { schedule: 'income', line, column: 'q3', scenario: 's' }
  return {
    id,
    filing: FILING,
    title: `${line} to ${after}`,
    place,
    changes: [{ kind: 'cell', ...place, before, after }],
  }
}

/** A set of two changes: a provision over what stood, and a first mark. */
export function wideSet(id: string, before: string | null, after: string): ChangeSet {
  const [first, second] = [cellSet(id, 'provision', before, after), cellSet(id, 'marks', null, '7')]
  return { ...first, changes: [...first.changes, ...second.changes] }
}

export function applyTo(cells: Cells, changes: readonly Change[]): void {
  for (const change of changes) if (change.kind === 'cell') cells[change.line] = change.after
}

export const nothing = (): void => undefined

export const NOTHING_STORED = { number: 0, undo: null, redo: null }

export const failure: Failure = { kind: 'storage', message: 'The disk is full. What was saved before is safe.' }

/** A service in memory whose answers go as the fates say; once they run out, all goes well. */
export function service(fates: Fate[]) {
  const cells: Cells = {}
  const stored: ChangeSet[] = []
  const undone: ChangeSet[] = []
  let number = 1
  const numbers = new Map<string, number>()
  let inFlight = 0
  let most = 0
  const heads = () => ({
    number,
    undo: stored.length > 0 ? { number: numbers.get(stored.at(-1)!.id)!, title: stored.at(-1)!.title } : null,
    redo: undone.length > 0 ? { number: numbers.get(undone.at(-1)!.id)!, title: undone.at(-1)!.title } : null,
  })

  function store(set: ChangeSet): void {
    if (numbers.has(set.id)) return
    for (const change of set.changes) {
      if (change.kind === 'cell') expect(cells[change.line] ?? null).toBe(change.before)
    }
    applyTo(cells, set.changes)
    number += 1
    numbers.set(set.id, number)
    stored.push(set)
    undone.length = 0
  }

  async function slowly<T>(act: () => T): Promise<T> {
    inFlight += 1
    most = Math.max(most, inFlight)
    await Promise.resolve()
    try {
      return act()
    } finally {
      inFlight -= 1
    }
  }

  const client: Pick<Workbench, 'commit' | 'outcome' | 'undo' | 'redo' | 'revert'> = {
    commit: ({ changeSet }) =>
      slowly((): Answer<'commit'> => {
        const fate = fates.shift() ?? 'stored'
        if (fate === 'lost_before') throw new Error('no connection')
        if (fate === 'failed') return { ok: false, failure }
        store(changeSet)
        if (fate === 'lost_after') throw new Error('no connection')
        return { ok: true, value: heads() }
      }),
    outcome: ({ id }) => slowly(() => ({ ok: true, value: { number: numbers.get(id) ?? null } })),
    undo: ({ expect: expected }) =>
      slowly((): Answer<'undo'> => {
        const set = stored.at(-1)
        if (!set || numbers.get(set.id) !== expected) return { ok: false, failure: { ...failure, kind: 'refused' } }
        stored.pop()
        undone.push(set)
        const changes = inverse(set.changes)
        applyTo(cells, changes)
        number += 1
        return { ok: true, value: { ...heads(), changeSet: { ...set, changes }, reverses: expected } }
      }),
    revert: ({ number: wanted }) =>
      slowly((): Answer<'revert'> => {
        const set = stored.find(({ id }) => numbers.get(id) === wanted)
        if (!set) return { ok: false, failure: { ...failure, kind: 'refused' } }
        const reverting = { ...set, id: `revert ${set.id}`, changes: inverse(set.changes) }
        store(reverting)
        return { ok: true, value: { ...heads(), changeSet: reverting, reverses: wanted } }
      }),
    redo: ({ expect: expected }) =>
      slowly((): Answer<'redo'> => {
        const set = undone.at(-1)
        if (!set || numbers.get(set.id) !== expected) return { ok: false, failure: { ...failure, kind: 'refused' } }
        undone.pop()
        stored.push(set)
        applyTo(cells, set.changes)
        number += 1
        return { ok: true, value: { ...heads(), changeSet: set, reverses: expected } }
      }),
  }
  return { client, cells, most: () => most, stored }
}

export function desk(fates: Fate[], pause: Waits['pause'] = () => Promise.resolve(), drawn?: Waits['drawn']) {
  const file = service(fates)
  const screen: Cells = {}
  const statuses: QueueStatus[] = []
  const takenBack: string[][] = []
  const reversed: string[] = []
  const refused: string[] = []
  const events: QueueEvents = {
    // A change is a step, as the screen takes them.
    *apply(_filing, changes) {
      for (const change of changes) {
        applyTo(screen, [change])
        yield
      }
    },
    show: () => undefined,
    status: (status) => statuses.push(status),
    stored: () => undefined,
    failed: (_failure, sets) => takenBack.push(sets.map(({ id }) => id)),
    reversed: (kind, set) => reversed.push(`${kind} ${set.title}`),
    notReversed: (kind) => refused.push(kind),
    unsure: () => undefined,
  }
  const queue = createCommitQueue(file.client, events, NOTHING_STORED, { pause, ...(drawn && { drawn }) })
  return { ...file, screen, queue, statuses, takenBack, reversed, refused }
}

export function nonNull(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== null))
}
