/** The list of actions and the keys that reach them. */
import { describe, expect, it } from 'vitest'
import { ACTIONS, actionsOf, isActionId, MENU_GROUPS, type Action } from '../../../shared/actions/actions.ts'
import { actionForKey, matchesShortcut, spellShortcut, type KeyStroke } from '../../../shared/actions/shortcuts.ts'
import { isId } from '../../../shared/model/cell.ts'

const key = (name: string, change: Partial<KeyStroke> = {}): KeyStroke => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...change,
})

const all: readonly Action[] = ACTIONS

describe('the list', () => {
  it('names each action once, by an id, in a menu, in a shell', () => {
    const ids = all.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !isId(id) || !isActionId(id))).toEqual([])
    for (const { group, shells, label } of all) {
      expect(MENU_GROUPS.some(({ id }) => id === group)).toBe(true)
      expect(shells.length).toBeGreaterThan(0)
      expect(label).toBe(label.trim())
    }
  })

  it('follows the order of the menus', () => {
    const order = MENU_GROUPS.map(({ id }) => id as string)
    const places = all.map(({ group }) => order.indexOf(group))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('gives every menu a letter of its own', () => {
    const letters = MENU_GROUPS.map(({ label }) => /&(\w)/.exec(label)?.[1]?.toLowerCase())
    expect(letters).not.toContain(undefined)
    expect(new Set(letters).size).toBe(letters.length)
  })

  it('gives no shortcut twice', () => {
    const shortcuts = all.flatMap((action) => action.shortcuts)
    expect(new Set(shortcuts).size).toBe(shortcuts.length)
  })

  it('leaves what needs the desktop out of the browser', () => {
    const missing = all.filter((action) => !actionsOf('browser').includes(action)).map(({ id }) => id)
    expect(missing).toEqual(['new_workbook', 'open_workbook', 'recent'])
    expect(actionsOf('electron')).toHaveLength(all.length)
  })

  it('knows no other name', () => {
    expect(['', 'Save', 'constructor', '__proto__'].some(isActionId)).toBe(false)
  })
})

describe('a key', () => {
  it.each([
    [key('z', { ctrlKey: true }), 'undo'],
    [key('y', { ctrlKey: true }), 'redo'],
    [key('Z', { ctrlKey: true, shiftKey: true }), 'redo'],
    [key('s', { ctrlKey: true }), 'save'],
    [key('S', { ctrlKey: true }), 'save'],
    [key('p', { ctrlKey: true }), 'print'],
    [key('F1'), 'help'],
    [key('F1', { shiftKey: true }), 'formula_help'],
    [key('k', { ctrlKey: true }), 'palette'],
    [key('f', { ctrlKey: true }), 'find'],
    [key('g', { ctrlKey: true }), 'go_to'],
    [key('F3', { shiftKey: true }), 'find_previous'],
  ] as const)('%j asks for %s', (stroke, id) => {
    expect(actionForKey(stroke, 'other', 'browser')?.id).toBe(id)
  })

  it.each([
    key('z'),
    key('z', { metaKey: true }),
    key('z', { ctrlKey: true, altKey: true }),
    key('z', { ctrlKey: true, metaKey: true }),
    key('s', { ctrlKey: true, altKey: true, shiftKey: true }),
    key('F1', { altKey: true }),
    key('F2'),
    key('Enter', { ctrlKey: true }),
  ])('%j asks for nothing', (stroke) => {
    expect(actionForKey(stroke, 'other', 'electron')).toBeUndefined()
  })

  it('is Command on macOS', () => {
    expect(actionForKey(key('z', { metaKey: true }), 'mac', 'electron')?.id).toBe('undo')
    expect(actionForKey(key('z', { ctrlKey: true }), 'mac', 'electron')).toBeUndefined()
  })

  it('with Option counts by its place, since macOS types another character then', () => {
    const stroke = key('Ò', { code: 'KeyL', altKey: true, shiftKey: true })
    expect(actionForKey(stroke, 'mac', 'electron')?.id).toBe('toggle_change_log')
  })

  it('without Option counts by its character, as on a German keyboard', () => {
    expect(actionForKey(key('z', { code: 'KeyY', ctrlKey: true }), 'other', 'electron')?.id).toBe('undo')
  })

  it('without Latin letters counts by its place, as on a Russian keyboard', () => {
    expect(actionForKey(key('я', { code: 'KeyZ', ctrlKey: true }), 'other', 'electron')?.id).toBe('undo')
  })

  it.each([
    ['Alt+Up', key('ArrowUp', { altKey: true })],
    ['CommandOrControl+Delete', key('Delete', { ctrlKey: true })],
    ['Alt+Shift+Enter', key('Enter', { altKey: true, shiftKey: true })],
    ['CommandOrControl+Plus', key('+', { ctrlKey: true, shiftKey: true })],
    ['CommandOrControl+Plus', key('+', { ctrlKey: true, code: 'NumpadAdd' })],
    ['CommandOrControl+=', key('=', { ctrlKey: true })],
    ['CommandOrControl+-', key('-', { ctrlKey: true })],
    ['Shift+Space', key(' ', { shiftKey: true })],
  ])('%s is %j', (shortcut, stroke) => {
    expect(matchesShortcut(shortcut, stroke, 'other')).toBe(true)
    expect(matchesShortcut(shortcut, { ...stroke, altKey: !stroke.altKey }, 'other')).toBe(false)
  })

  it('reaches no action that the shell does not have', () => {
    const stroke = key('o', { ctrlKey: true })
    expect(actionForKey(stroke, 'other', 'electron')?.id).toBe('open_workbook')
    expect(actionForKey(stroke, 'other', 'browser')).toBeUndefined()
  })

  it('of every shortcut reaches its own action', () => {
    for (const action of all) {
      for (const shortcut of action.shortcuts) {
        const parts = shortcut.split('+')
        const stroke = key(parts.at(-1)!, {
          ctrlKey: parts.includes('CommandOrControl'),
          altKey: parts.includes('Alt'),
          shiftKey: parts.includes('Shift'),
        })
        expect(matchesShortcut(shortcut, stroke, 'other')).toBe(true)
        expect(actionForKey(stroke, 'other', 'electron')?.id).toBe(action.id)
      }
    }
  })
})

describe('a shortcut', () => {
  it.each([
    ['CommandOrControl+Shift+Z', 'Ctrl+Shift+Z', '⇧⌘Z'],
    ['Alt+Shift+L', 'Alt+Shift+L', '⌥⇧L'],
    ['F1', 'F1', 'F1'],
    ['Alt+Up', 'Alt+Up', '⌥↑'],
    ['CommandOrControl+Plus', 'Ctrl++', '⌘+'],
    ['Control+Space', 'Ctrl+Space', '⌃Space'],
  ])('%s is spelled %s, and %s on macOS', (shortcut, other, mac) => {
    expect([spellShortcut(shortcut, 'other'), spellShortcut(shortcut, 'mac')]).toEqual([other, mac])
  })
})
