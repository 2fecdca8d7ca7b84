/**
 * The help, the first run, what this is.
 */
import './help.css'
import type { Contribution } from '../../contrib/contribution.ts'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import { About } from './about.tsx'
import { Help } from './help_dialog.tsx'
import { Welcome } from './welcome.tsx'

const HELP: DialogDefinition<object> = { id: 'help', Content: Help }
const ABOUT: DialogDefinition<object> = { id: 'about', Content: About }

export const help = {
  actions: {
    help: { run: (session) => openDialog(session, HELP, {}) },
    about: { run: (session) => openDialog(session, ABOUT, {}) },
  },
  questions: { welcome: Welcome },
} satisfies Contribution
