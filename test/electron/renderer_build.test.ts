/**
 * Two programs that both find the build stale build one after the other, and a mark left behind stops nobody.
 */
import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { oneAtATime } from '../../electron/commands/renderer_build.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-build-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('builds do not overlap', async () => {
  const events: string[] = []
  const build = (name: string) => async (): Promise<void> => {
    events.push(`${name} begins`)
    await setTimeout(20)
    events.push(`${name} ends`)
  }
  await Promise.all([oneAtATime(folder, build('a')), oneAtATime(folder, build('b'))])
  expect(events.map((event) => event.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends'])
  expect(await readdir(folder)).toEqual([])
})

test('a build that fails leaves the way free', async () => {
  await expect(oneAtATime(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await oneAtATime(folder, () => Promise.resolve())
})

test('an abandoned mark is cleared away', async () => {
  const mark = join(folder, '.building')
  await mkdir(mark)
  const long = new Date('2020-01-01T00:00:00Z')
  await utimes(mark, long, long)
  let built = false
  await oneAtATime(folder, () => {
    built = true
    return Promise.resolve()
  })
  expect(built).toBe(true)
})
