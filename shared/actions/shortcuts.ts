/**
 * Keyboard shortcuts: reads Electron accelerators, matches a key event to an action and spells a shortcut out.
 * Must not know a DOM event: it takes the five fields that matter.
 */
import { actionsOf, type Action, type ShellName } from './actions.ts'

/** Windows and Linux share one set of modifier keys; macOS has the other. */
export type KeyboardPlatform = 'mac' | 'other'

/** How a machine's keyboard names its keys, by what a browser calls the machine. */
export function keyboardPlatform(platform: string): KeyboardPlatform {
  return platform.startsWith('Mac') ? 'mac' : 'other'
}

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

/** Accelerators name some keys otherwise than key events do. */
const KEY_NAMES: Record<string, string> = {
  arrowup: 'up',
  arrowdown: 'down',
  arrowleft: 'left',
  arrowright: 'right',
  ' ': 'space',
  '+': 'plus',
  return: 'enter',
  esc: 'escape',
}

/** Reads `CommandOrControl+Shift+Z`; the last part is the key. */
function readAccelerator(shortcut: string): Accelerator {
  const parts = shortcut.split('+')
  const modifiers = new Set(parts.slice(0, -1))
  return {
    commandOrControl: modifiers.has('CommandOrControl'),
    alt: modifiers.has('Alt'),
    shift: modifiers.has('Shift'),
    key: KEY_NAMES[parts.at(-1)!.toLowerCase()] ?? parts.at(-1)!.toLowerCase(),
  }
}

/**
 * With Alt held, macOS and some layouts report another character (Alt+Shift+A gives "Å" or "Æ"), so a letter is
 * then taken from the physical key, as it is where the layout writes no Latin letters; otherwise the character counts,
 * so that layouts keep their own letters.
 */
function pressedKey(stroke: KeyStroke): string {
  const physical = /^Key([A-Z])$/.exec(stroke.code ?? '')
  if (physical && (stroke.altKey || !/^[ -~]+$/.test(stroke.key))) return physical[1]!.toLowerCase()
  const key = stroke.key.toLowerCase()
  return KEY_NAMES[key] ?? key
}

/** True when exactly the shortcut's keys are down, no modifier more or less. */
export function matchesShortcut(shortcut: string, stroke: KeyStroke, platform: KeyboardPlatform): boolean {
  const wanted = readAccelerator(shortcut)
  const [command, other] = platform === 'mac' ? [stroke.metaKey, stroke.ctrlKey] : [stroke.ctrlKey, stroke.metaKey]
  const key = pressedKey(stroke)
  return (
    command === wanted.commandOrControl &&
    !other &&
    stroke.altKey === wanted.alt &&
    // Whether a plus needs Shift is the layout's affair.
    (stroke.shiftKey === wanted.shift || key === 'plus') &&
    key === wanted.key
  )
}

/** The action of this shell that a key event asks for; undefined where it is none. */
export function actionForKey(stroke: KeyStroke, platform: KeyboardPlatform, shell: ShellName): Action | undefined {
  return actionsOf(shell).find((action) =>
    action.shortcuts.some((shortcut) => matchesShortcut(shortcut, stroke, platform)),
  )
}

const MAC_SIGNS: Record<string, string> = { Control: '⌃', Alt: '⌥', Shift: '⇧', CommandOrControl: '⌘' }

/** Keys whose accelerator is not what stands on them. */
const KEY_SIGNS: Record<KeyboardPlatform, Record<string, string>> = {
  other: { Plus: '+' },
  mac: { Plus: '+', Up: '↑', Down: '↓', Left: '←', Right: '→', Enter: '↩', Escape: 'Esc', Delete: '⌦' },
}

/** A shortcut as the platform writes it: `Ctrl+Shift+Z`, or `⇧⌘Z` on macOS. */
export function spellShortcut(shortcut: string, platform: KeyboardPlatform): string {
  const parts = shortcut.split('+')
  const modifiers = parts.slice(0, -1)
  const key = KEY_SIGNS[platform][parts.at(-1)!] ?? parts.at(-1)!
  if (platform === 'other')
    return [...modifiers.map((part) => (part.endsWith('Control') ? 'Ctrl' : part)), key].join('+')
  return `${Object.keys(MAC_SIGNS)
    .filter((name) => modifiers.includes(name))
    .map((name) => MAC_SIGNS[name])
    .join('')}${key}`
}
