/**
 * The queue between screen and file: whatever fails, the screen ends with exactly what is stored.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createCommitQueue,
  type QueueEvents,
  type QueueStatus,
  type Waits,
} from '../../../../renderer/session/book/commit_queue.ts'
import { SignedOut } from '../../../../renderer/client/lost_answer.ts'
import type { Answer, Failure, Workbench } from '../../../../shared/contract/contract.ts'
import { inverse, type ChangeSet } from '../../../../shared/model/change_set.ts'
import type { Change } from '../../../../shared/model/changes/kinds.ts'

type Fate = 'stored' | 'failed' | 'lost_before' | 'lost_after'

type Cells = Record<string, string | null>

const FILING = 'sample'

function cellSet(id: string, line: string, before: string | null, after: string | null): ChangeSet {
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
function wideSet(id: string, before: string | null, after: string): ChangeSet {
  const [first, second] = [cellSet(id, 'provision', before, after), cellSet(id, 'marks', null, '7')]
  return { ...first, changes: [...first.changes, ...second.changes] }
}

function applyTo(cells: Cells, changes: readonly Change[]): void {
  for (const change of changes) if (change.kind === 'cell') cells[change.line] = change.after
}

const nothing = (): void => undefined

const NOTHING_STORED = { number: 0, undo: null, redo: null }

const failure: Failure = { kind: 'storage', message: 'The disk is full. What was saved before is safe.' }

/** A service in memory whose answers go as the fates say; once they run out, all goes well. */
function service(fates: Fate[]) {
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

function desk(fates: Fate[], pause: Waits['pause'] = () => Promise.resolve(), drawn?: Waits['drawn']) {
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

function nonNull(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== null))
}

describe('the commit queue', () => {
  it('reverts a change behind the edits before it, and says where it is refused', async () => {
    const { queue, screen, cells, reversed, refused } = desk([])
    queue.commit(cellSet('1', 'provision', null, '5'))
    queue.commit(cellSet('2', 'marks', null, '7'))
    queue.revert(2)
    expect(screen).toEqual({ provision: '5', marks: '7' })
    await queue.idle()
    expect(nonNull(screen)).toEqual({ marks: '7' })
    expect(nonNull(cells)).toEqual({ marks: '7' })
    expect(reversed).toEqual(['revert provision to 5'])
    queue.revert(99)
    await queue.idle()
    expect(refused).toEqual(['revert'])
    expect(nonNull(screen)).toEqual({ marks: '7' })
  })

  it('shows an edit at once and says saving in the same task, saved when it is stored', async () => {
    const { queue, screen, statuses, cells } = desk([])
    queue.commit(cellSet('1', 'provision', null, '5'))
    expect(screen).toEqual({ provision: '5' })
    expect(statuses).toEqual(['saving'])
    expect(cells).toEqual({})
    await queue.idle()
    expect(cells).toEqual({ provision: '5' })
    expect(statuses).toEqual(['saving', 'saved'])
  })

  it('applies a set in steps; a change that comes meanwhile finds it whole and is stored behind it', async () => {
    const { queue, screen, stored, cells } = desk([])
    const [wide, edit] = [wideSet('1', null, '5'), cellSet('2', 'provision', '5', '6')]
    const steps = queue.applyInSteps(wide)
    steps.next()
    expect(screen).toEqual({ provision: '5' })
    expect(queue.isIdle()).toBe(false)
    queue.commit(edit)
    expect(screen).toEqual({ provision: '6', marks: '7' })
    expect(steps.next().done).toBe(true)
    queue.commit(wide)
    await queue.idle()
    expect(stored.map(({ id }) => id)).toEqual(['1', '2'])
    expect(nonNull(cells)).toEqual({ provision: '6', marks: '7' })
  })

  it('sends an edit once it is drawn, those that come meanwhile right behind it, and an undo at once', async () => {
    const frames: (() => void)[] = []
    const drawn = (): Promise<void> => new Promise((resolve) => void frames.push(resolve))
    const { queue, screen, stored, reversed } = desk([], undefined, drawn)
    queue.commit(cellSet('1', 'provision', null, '5'))
    queue.commit(cellSet('2', 'provision', '5', '6'))
    await new Promise((resolve) => setTimeout(resolve))
    expect(screen).toEqual({ provision: '6' })
    expect(queue.unstored().map(({ id }) => id)).toEqual(['1', '2'])
    expect(stored).toEqual([])
    expect(frames).toHaveLength(1)
    frames.pop()!()
    await queue.idle()
    expect(stored.map(({ id }) => id)).toEqual(['1', '2'])
    queue.reverse('undo')
    await queue.idle()
    expect(reversed).toEqual(['undo provision to 6'])
    expect(frames).toEqual([])
  })

  it('sends a set that is applied in steps before the steps are done, once, and hears of it when it is on the screen', async () => {
    const { queue, screen, stored, statuses } = desk([])
    const wide = wideSet('1', null, '5')
    const steps = queue.applyInSteps(wide)
    steps.next()
    await Promise.resolve()
    await Promise.resolve()
    expect(stored.map(({ id }) => id)).toEqual(['1'])
    expect(screen).toEqual({ provision: '5' })
    expect(statuses).toEqual(['saving'])
    steps.next()
    queue.commit(wide)
    await queue.idle()
    expect(stored.map(({ id }) => id)).toEqual(['1'])
    expect(statuses).toEqual(['saving', 'saved'])
  })

  it('takes a set back whole that was refused before its steps were done', async () => {
    const { queue, screen, takenBack } = desk(['failed'])
    const wide = wideSet('1', null, '5')
    const steps = queue.applyInSteps(wide)
    steps.next()
    await new Promise((resolve) => setTimeout(resolve))
    expect(takenBack).toEqual([])
    steps.next()
    queue.commit(wide)
    await queue.idle()
    expect(nonNull(screen)).toEqual({})
    expect(takenBack).toEqual([['1']])
  })

  it('asks about a set whose answer was lost before its steps were done', async () => {
    const { queue, stored, cells } = desk(['lost_after'])
    const wide = wideSet('1', null, '5')
    const steps = queue.applyInSteps(wide)
    while (!steps.next().done) await new Promise((resolve) => setTimeout(resolve))
    queue.commit(wide)
    await queue.idle()
    expect(stored.map(({ id }) => id)).toEqual(['1'])
    expect(nonNull(cells)).toEqual({ provision: '5', marks: '7' })
  })

  it('applies a set whole, without steps, where something before it may be taken back', async () => {
    const { queue, screen, takenBack } = desk(['failed'])
    queue.commit(cellSet('1', 'provision', null, '5'))
    const wide = wideSet('2', '5', '6')
    expect(queue.applyInSteps(wide).next().done).toBe(true)
    expect(screen).toEqual({ provision: '5' })
    queue.commit(wide)
    await queue.idle()
    expect(nonNull(screen)).toEqual({})
    expect(takenBack).toEqual([['1', '2']])
  })

  it('takes a failed edit and all behind it back, newest first, and names them', async () => {
    const { queue, screen, takenBack, statuses } = desk(['stored', 'failed'])
    queue.commit(cellSet('1', 'provision', null, '5'))
    queue.commit(cellSet('2', 'provision', '5', '6'))
    queue.commit(cellSet('3', 'provision', '6', '7'))
    expect(screen).toEqual({ provision: '7' })
    await queue.idle()
    expect(screen).toEqual({ provision: '5' })
    expect(takenBack).toEqual([['2', '3']])
    expect(statuses.at(-1)).toBe('failed')
    queue.commit(cellSet('4', 'provision', '5', '8'))
    await queue.idle()
    expect(statuses.at(-1)).toBe('saved')
  })

  it('asks what became of a set whose answer was lost, and stores it once', async () => {
    const { queue, screen, cells, stored, takenBack } = desk(['lost_after', 'lost_before', 'stored'])
    queue.commit(cellSet('1', 'provision', null, '5'))
    queue.commit(cellSet('2', 'provision', '5', '6'))
    await queue.idle()
    expect(stored.map(({ id }) => id)).toEqual(['1', '2'])
    expect(cells).toEqual(screen)
    expect(takenBack).toEqual([])
  })

  it('waits as unreachable, drops nothing, and goes on when told', async () => {
    const fates: Fate[] = Array.from({ length: 4 }, () => 'lost_before')
    let given = 0
    const { queue, statuses, screen, cells } = desk(fates, () => {
      given += 1
      return Promise.resolve()
    })
    queue.commit(cellSet('1', 'provision', null, '5'))
    while (statuses.at(-1) !== 'unreachable') await new Promise((resolve) => setImmediate(resolve))
    expect(given).toBe(3)
    queue.commit(cellSet('2', 'reo', null, '9'))
    expect(screen).toEqual({ provision: '5', reo: '9' })
    queue.retry()
    await queue.idle()
    expect(cells).toEqual({ provision: '5', reo: '9' })
    expect(statuses.at(-1)).toBe('saved')
  })

  it('tells of each further edit that waits, and of a page that must sign in first, at once', async () => {
    let fault: Error | undefined = new Error('no connection')
    const { client, cells } = service([])
    const guarded = Object.fromEntries(
      Object.entries(client).map(([name, call]) => [
        name,
        (request: never): unknown => (fault ? Promise.reject(fault) : call(request)),
      ]),
    ) as typeof client
    const told: string[] = []
    let paused = 0
    const queue = createCommitQueue(
      guarded,
      {
        *apply() {
          yield
        },
        show: nothing,
        status: (status) => told.push(`${status} ${queue.unstored().length}`),
        stored: nothing,
        failed: nothing,
        reversed: nothing,
        notReversed: nothing,
        unsure: nothing,
      },
      NOTHING_STORED,
      {
        pause() {
          paused += 1
          return Promise.resolve()
        },
      },
    )
    const news = async (count: number): Promise<void> => {
      while (told.length < count) await new Promise((resolve) => setImmediate(resolve))
    }
    queue.commit(cellSet('1', 'provision', null, '5'))
    await news(2)
    queue.commit(cellSet('2', 'reo', null, '9'))
    expect(told).toEqual(['saving 1', 'unreachable 1', 'unreachable 2'])
    const before = paused
    fault = new SignedOut('another program')
    queue.retry()
    await news(5)
    queue.commit(cellSet('3', 'afs', null, '1'))
    expect(told.slice(3)).toEqual(['saving 2', 'signed_out 2', 'signed_out 3'])
    expect(paused).toBe(before)
    fault = undefined
    queue.retry()
    await queue.idle()
    expect(told.at(-1)).toBe('saved 0')
    expect(cells).toEqual({ provision: '5', reo: '9', afs: '1' })
  })

  it('lets undo wait for the edits before it and reverse the newest', async () => {
    const { queue, screen, cells, reversed } = desk([])
    queue.commit(cellSet('1', 'provision', null, '5'))
    queue.commit(cellSet('2', 'provision', '5', '6'))
    queue.reverse('undo')
    expect(queue.reversing()).toBe(true)
    expect(screen).toEqual({ provision: '6' })
    await queue.idle()
    expect(queue.reversing()).toBe(false)
    expect(screen).toEqual({ provision: '5' })
    queue.reverse('redo')
    await queue.idle()
    expect(cells).toEqual({ provision: '6' })
    expect(screen).toEqual(cells)
    expect(reversed).toEqual(['undo provision to 6', 'redo provision to 6'])
  })

  it('ends with the screen equal to the file after any run of edits, undos and mishaps, one call at a time', async () => {
    const fate = fc.constantFrom<Fate>('stored', 'stored', 'failed', 'lost_before', 'lost_after')
    const act = fc.oneof(
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), line: fc.constantFrom('a', 'b', 'c') }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const) }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 40 }), fc.array(act, { maxLength: 30 }), async (fates, acts) => {
        const { queue, screen, cells, most, statuses } = desk(fates)
        let last = 0
        const drain = async (): Promise<void> => {
          while (!queue.isIdle()) {
            if (statuses.at(-1) === 'unreachable') queue.retry()
            await new Promise((resolve) => setImmediate(resolve))
          }
        }
        for (const step of acts) {
          if (step.kind === 'wait') await drain()
          else if (step.kind === 'edit') {
            // As the screen does: what an undo leaves is not known before it is done.
            if (queue.reversing()) await drain()
            last += 1
            queue.commit(cellSet(String(last), step.line, screen[step.line] ?? null, String(last)))
          } else queue.reverse(step.kind)
        }
        await drain()
        expect(nonNull(screen)).toEqual(nonNull(cells))
        expect(most()).toBeLessThanOrEqual(1)
        expect(['saved', 'failed', undefined]).toContain(statuses.at(-1))
      }),
      { numRuns: 300 },
    )
  })
})
