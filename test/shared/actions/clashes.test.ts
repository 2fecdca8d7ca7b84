/** No two keys of one shell mean two things, and none is a key of the system or the browser. */
import { describe, expect, it } from 'vitest'
import { actionsOf, type ShellName } from '../../../shared/actions/actions.ts'
import { KEY_GROUPS } from '../../../shared/actions/grid_keys.ts'
import { OF_CHROMIUM, OF_THE_SYSTEM, TAKEN_FROM_CHROMIUM } from './reserved_keys.ts'

const ORDER = ['Control', 'Command', 'Alt', 'Shift']

/** A shortcut as one platform presses it, modifiers in one order. */
function pressedAs(shortcut: string, platform: 'mac' | 'other'): string {
  const parts = shortcut.split('+')
  const command = platform === 'mac' ? 'Command' : 'Control'
  const modifiers = parts.slice(0, -1).map((part) => (part === 'CommandOrControl' ? command : part))
  return [...ORDER.filter((one) => modifiers.includes(one)), parts.at(-1)!].join('+')
}

type Key = { shortcut: string; does: string }

function keysOf(shell: ShellName, platform: 'mac' | 'other'): Key[] {
  const acts = actionsOf(shell).flatMap(({ shortcuts, id }) => shortcuts.map((shortcut) => ({ shortcut, does: id })))
  const own = KEY_GROUPS.flatMap(({ keys }) => keys)
    .filter(({ only }) => only === undefined)
    .flatMap(({ shortcuts, mac, does }) =>
      (platform === 'mac' && mac ? mac : shortcuts).map((shortcut) => ({ shortcut, does })),
    )
  return [...acts, ...own].map(({ shortcut, does }) => ({ shortcut: pressedAs(shortcut, platform), does }))
}

const SHELLS = ['electron', 'browser'] as const
const PLATFORMS = ['mac', 'other'] as const

describe.each(SHELLS)('in the %s shell', (shell) => {
  it.each(PLATFORMS)('every key means one thing on %s', (platform) => {
    const byKey = Map.groupBy(keysOf(shell, platform), ({ shortcut }) => shortcut)
    expect([...byKey].filter(([, keys]) => keys.length > 1)).toEqual([])
    expect(byKey.size).toBeGreaterThan(50)
  })

  it.each([
    ['windows', 'other'],
    ['linux', 'other'],
    ['mac', 'mac'],
  ] as const)('no key is one of %s', (system, platform) => {
    const reserved = new Map(
      Object.entries(OF_THE_SYSTEM[system]).map(([key, does]) => [pressedAs(key, platform), does]),
    )
    expect(keysOf(shell, platform).filter(({ shortcut }) => reserved.has(shortcut))).toEqual([])
  })

  it('no key needs AltGr, which writes characters on many keyboards', () => {
    const both = keysOf(shell, 'other').filter(({ shortcut }) => /Control\+(?:.*\+)?Alt\+/.test(shortcut))
    expect(both).toEqual([])
  })
})

describe('in the browser', () => {
  it.each(PLATFORMS)('no key is one that Chromium keeps, on %s', (platform) => {
    const kept = new Set(Object.keys(OF_CHROMIUM).map((key) => pressedAs(key, platform)))
    expect(keysOf('browser', platform).filter(({ shortcut }) => kept.has(shortcut))).toEqual([])
  })

  it('keys that Chromium gives away are not among those it keeps', () => {
    expect(Object.keys(TAKEN_FROM_CHROMIUM).filter((key) => key in OF_CHROMIUM)).toEqual([])
  })

  it('a letter with Ctrl is either of text editing or known to be taken from Chromium', () => {
    const ofText = new Set(['Z', 'Y', 'Shift+Z', 'C', 'X', 'V'].map((key) => `CommandOrControl+${key}`))
    const own = KEY_GROUPS.flatMap(({ keys }) => keys).flatMap(({ shortcuts }) => shortcuts)
    const all = [...actionsOf('browser').flatMap(({ shortcuts }) => shortcuts), ...own]
    const letters = all.filter((shortcut) => /^CommandOrControl\+(?:Shift\+)?(?:[A-Z0-9]|Plus|[=-])$/.test(shortcut))
    expect(letters.filter((shortcut) => !ofText.has(shortcut) && !(shortcut in TAKEN_FROM_CHROMIUM))).toEqual([])
    expect(letters.length).toBeGreaterThan(10)
  })
})
