/**
 * When the queue sends: an edit once it is drawn, a set of very many changes while it is applied piece by piece. Whatever comes of it,
 * the screen ends with exactly what is stored.
 */
import { describe, expect, it } from 'vitest'
import { cellSet, desk, nonNull, wideSet } from './queue_desk.ts'

describe('the commit queue, as it sends', () => {
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
})
