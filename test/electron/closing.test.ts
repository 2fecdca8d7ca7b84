/** The question whether the screen has saved: one at a time, bounded, never answered by itself. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createCloseHandshake, type CloseHandshake, type Silence } from '../../electron/desktop/closing.ts'

let asked: number
let choices: ((choice: Silence) => void)[]
let timers: Map<number, () => void>
let closing: CloseHandshake

beforeEach(() => {
  asked = 0
  choices = []
  timers = new Map()
  closing = createCloseHandshake({
    ask: () => (asked += 1),
    onSilence: () => new Promise((resolve) => choices.push(resolve)),
    limitMs: 10_000,
    timers: {
      setTimeout(run) {
        timers.set(timers.size + 1, run)
        return timers.size
      },
      clearTimeout: (timer) => timers.delete(timer),
    },
  })
})

const passTime = (): void => {
  for (const run of timers.values()) run()
}

describe('the question', () => {
  it('is asked once, and everyone who asks hears the same answer', async () => {
    const answers = [closing.request(), closing.request()]
    expect(asked).toBe(1)
    closing.ready()
    expect(await Promise.all(answers)).toEqual([true, true])
    expect(timers.size).toBe(0)
  })

  it('is answered by what is typed and refused: nothing closes, and the next question is open', async () => {
    const first = closing.request()
    closing.held()
    expect([await first, timers.size, choices.length]).toEqual([false, 0, 0])
    const second = closing.request()
    expect(asked).toBe(2)
    closing.ready()
    expect(await second).toBe(true)
  })

  it('is asked anew the next time', async () => {
    const first = closing.request()
    closing.ready()
    await first
    const second = closing.request()
    expect(asked).toBe(2)
    closing.ready()
    expect(await second).toBe(true)
  })

  it.each([
    ['stay', false],
    ['go_on', true],
  ] as const)('after the limit the person chooses: %s', async (choice, isReady) => {
    const answer = closing.request()
    expect(choices).toEqual([])
    passTime()
    await vi.waitFor(() => expect(choices).toHaveLength(1))
    choices[0]!(choice)
    expect(await answer).toBe(isReady)
  })

  it('is answered by the screen even while the person is still choosing', async () => {
    const answer = closing.request()
    passTime()
    closing.ready()
    expect(await answer).toBe(true)
    const next = closing.request()
    choices[0]!('stay')
    await Promise.resolve()
    closing.ready()
    expect(await next).toBe(true)
  })

  it('is not put to a screen that is gone, until it is shown anew', async () => {
    const answer = closing.request()
    closing.lost()
    expect([await answer, await closing.request(), asked]).toEqual([true, true, 1])
    closing.shown()
    void closing.request()
    expect(asked).toBe(2)
  })

  it('an answer that nobody asked for changes nothing', async () => {
    closing.ready()
    void closing.request()
    expect(asked).toBe(1)
  })
})
