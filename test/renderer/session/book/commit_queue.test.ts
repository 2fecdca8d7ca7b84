/**
 * The queue between screen and file: whatever fails, the screen ends with exactly what is stored.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCommitQueue } from '../../../../renderer/session/book/commit_queue.ts'
import { SignedOut } from '../../../../renderer/client/lost_answer.ts'
import { type Fate, cellSet, nothing, NOTHING_STORED, service, desk, nonNull } from './queue_desk.ts'

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
