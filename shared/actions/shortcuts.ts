/**
 * Keyboard shortcuts: reads Electron accelerators, matches a key event to an action and spells a shortcut out.
 * Must not know a DOM event: it takes the five fields that matter.
 */
import { actionsOf, type Action, type ShellName } from './actions.ts'

/** Windows and Linux share one set of modifier keys; macOS has the other. */
export type KeyboardPlatform = 'mac' | 'other'

/** The fields of a keyboard event that decide; `code` names the physical key. */
export type KeyStroke = {
  key: string
  code?: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

type Accelerator = { commandOrControl: boolean; alt: boolean; shift: boolean; key: string }

/** Reads `CommandOrControl+Shift+Z`; the last part is the key. */
function readAccelerator(shortcut: string): Accelerator {
  const parts = shortcut.split('+')
  const modifiers = new Set(parts.slice(0, -1))
  return {
    commandOrControl: modifiers.has('CommandOrControl'),
    alt: modifiers.has('Alt'),
    shift: modifiers.has('Shift'),
    key: parts.at(-1)!.toLowerCase(),
  }
}

/**
 * With Alt held, macOS and some layouts report another character (Alt+Shift+A gives "Å" or "Æ"), so a letter is
 * then taken from the physical key; without Alt the character counts, so that layouts keep their own letters.
 */
function pressedKey(stroke: KeyStroke): string {
  const physical = /^Key([A-Z])$/.exec(stroke.code ?? '')
  return stroke.altKey && physical ? physical[1]!.toLowerCase() : stroke.key.toLowerCase()
}

/** True when exactly the shortcut's keys are down, no modifier more or less. */
export function matchesShortcut(shortcut: string, stroke: KeyStroke, platform: KeyboardPlatform): boolean {
  const wanted = readAccelerator(shortcut)
  const [command, other] = platform === 'mac' ? [stroke.metaKey, stroke.ctrlKey] : [stroke.ctrlKey, stroke.metaKey]
  return (
    command === wanted.commandOrControl &&
    !other &&
    stroke.altKey === wanted.alt &&
    stroke.shiftKey === wanted.shift &&
    pressedKey(stroke) === wanted.key
  )
}

/** The action of this shell that a key event asks for; undefined where it is none. */
export function actionForKey(stroke: KeyStroke, platform: KeyboardPlatform, shell: ShellName): Action | undefined {
  return actionsOf(shell).find((action) =>
    action.shortcuts.some((shortcut) => matchesShortcut(shortcut, stroke, platform)),
  )
}

const MAC_SIGNS: Record<string, string> = { CommandOrControl: '⌘', Alt: '⌥', Shift: '⇧' }

/** A shortcut as the platform writes it: `Ctrl+Shift+Z`, or `⇧⌘Z` on macOS. */
export function spellShortcut(shortcut: string, platform: KeyboardPlatform): string {
  const parts = shortcut.split('+')
  if (platform === 'other') return parts.map((part) => (part === 'CommandOrControl' ? 'Ctrl' : part)).join('+')
  const order = ['Alt', 'Shift', 'CommandOrControl']
  const signs = order.filter((name) => parts.slice(0, -1).includes(name)).map((name) => MAC_SIGNS[name])
  return `${signs.join('')}${parts.at(-1)}`
}
