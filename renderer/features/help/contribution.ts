/**
 * The help, the first run, what this is.
 */
import './help.css'
import type { Contribution } from '../../contrib/contribution.ts'
import { opens } from '../../contrib/dialogs.ts'
import { About } from './about.tsx'
import { Help } from './help_dialog.tsx'
import { Welcome } from './welcome.tsx'

export const help = {
  actions: {
    help: { run: opens('help', Help) },
    about: { run: opens('about', About) },
  },
  questions: { welcome: Welcome },
} satisfies Contribution
