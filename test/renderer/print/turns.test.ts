/**
 * Long work in turns: rests where a turn was long, ends where it was called off.
 */
import { describe, expect, it } from 'vitest'
import { Canceled, createTurns, type Turns } from '../../../renderer/print/turns.ts'

/** Turns over a clock that goes on by hand, with how often they rested. */
function atWork(): { turns: Turns; work: (ms: number) => void; rests: () => number } {
  let now = 0
  let rests = 0
  const turns = createTurns(
    () => now,
    () => {
      rests += 1
      return Promise.resolve()
    },
  )
  return { turns, work: (ms) => void (now += ms), rests: () => rests }
}

describe('turns', () => {
  it('rest after work that would keep a person waiting, and not before', async () => {
    const { turns, work, rests } = atWork()
    work(10)
    await turns.pause()
    expect(rests()).toBe(0)
    work(35)
    await turns.pause()
    expect(rests()).toBe(1)
    work(10)
    await turns.pause()
    expect(rests()).toBe(1)
  })

  it('end at the next pause once the work is called off', async () => {
    const { turns } = atWork()
    await turns.pause()
    turns.cancel()
    await expect(turns.pause()).rejects.toBeInstanceOf(Canceled)
  })
})
