/**
 * The help, the first run, what this is.
 */
import './help.css'
import type { Contribution } from '../../contrib/contribution.ts'
import { opens } from '../../contrib/dialogs.ts'
import { About } from './about.tsx'
import { Help } from './help_dialog.tsx'
import { TaxSchedules } from './tax_schedules.tsx'
import { Welcome } from './welcome.tsx'
import { TAX_SCHEDULES } from './wording.ts'

export const help = {
  actions: {
    help: { run: opens('help', Help) },
    about: { run: opens('about', About) },
  },
  questions: { welcome: Welcome },
  manual: [{ order: 6, title: TAX_SCHEDULES.title, Content: TaxSchedules }],
} satisfies Contribution
