/**
 * What the dialogs about scenarios say.
 */
import { counted } from '../../../shared/money/count.ts'
import { isolated } from '../../../shared/money/isolated.ts'

/** Under the titles of the dialogs. */
export const ABOUT = {
  one: 'A scenario changes any number of figures and leaves the filing unchanged.',
  all: 'A scenario changes any number of figures and leaves the filing unchanged. A scenario that builds on another includes its changes.',
} as const

export const NONE_YET = 'There is no scenario yet.'
export const NOTHING_CHANGED = 'Nothing has changed.'
export const UNDONE = 'Undone.'

export function lockedText(name: string): string {
  return `${isolated(name)} is locked. Unlock it to change it, or duplicate it.`
}

/** Asked before a scenario is deleted. */
export const DELETING = {
  title: (name: string) => `Delete ${isolated(name)}`,
  question: (name: string) => `Delete ${isolated(name)}?`,
  going: (inputCount: number) =>
    inputCount === 0
      ? 'It changes no figure. Undo brings it back.'
      : `${counted(inputCount, 'change')} to figures ${inputCount === 1 ? 'goes' : 'go'} with it. Undo brings ${inputCount === 1 ? 'it' : 'them'} back.`,
  keep: 'Keep it',
  go: 'Delete the scenario',
  done: (name: string) => `“${isolated(name)}” is deleted.`,
} as const

/** What was done with a scenario. */
export const DONE = {
  saved: (name: string) => `${isolated(name)} is saved.`,
  moved: (name: string, place: number, of: number) => `${isolated(name)} is now at place ${place} of ${of}.`,
  deleted: (name: string) => `${isolated(name)} was deleted with its changes.`,
  duplicated: (name: string) => `${isolated(name)} was duplicated.`,
  locked: (name: string) => `${isolated(name)} is locked.`,
  unlocked: (name: string) => `${isolated(name)} is unlocked.`,
  posted: (name: string) => `The draft now has the figures of ${isolated(name)}.`,
} as const
