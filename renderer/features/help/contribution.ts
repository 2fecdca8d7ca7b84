/**
 * The keys, the first run, what this is.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import { About } from './about.tsx'
import { KeyboardHelp } from './keyboard_help.tsx'
import { Welcome } from './welcome.tsx'

const KEYS: DialogDefinition<object> = { id: 'keyboard', Content: KeyboardHelp }
const ABOUT: DialogDefinition<object> = { id: 'about', Content: About }

export const help = {
  actions: {
    keyboard_help: { run: (session) => openDialog(session, KEYS, {}) },
    about: { run: (session) => openDialog(session, ABOUT, {}) },
  },
  questions: { welcome: Welcome },
} satisfies Contribution
