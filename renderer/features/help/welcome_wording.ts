/**
 * What the first run says.
 */
import type { ActionId } from '../../../shared/actions/actions.ts'

export const WELCOME = {
  title: 'Tieout',
  about:
    'Change one figure and see at once what it does to net earnings, estimated taxable income and stockholders’ equity.',
  sample: 'Look at the sample',
  goThere: 'Go to that figure',
  ownTitle: 'A filing of my own',
  own: 'Start with my own figures',
  ownAbout:
    'A blank filing starts from templates with lines, columns and formulas in place. The sample stays beside it.',
  ownHolds: ['Comparative earnings', 'Reconciliation to taxable income', 'Stockholders’ equity', 'Trust rollforward'],
  next: 'One step away',
  close: 'Close',
} as const

/** What can be opened from the first run, with what it is for. */
export const STEPS: readonly { id: ActionId; label: string; about: string }[] = [
  { id: 'goal_seek', label: 'Goal seek', about: 'Which amount leads to a given answer' },
  { id: 'compare', label: 'Comparison', about: 'As filed and every scenario side by side' },
  { id: 'roll_forward', label: 'Roll forward', about: 'The next period as a draft of this one' },
]

/** What to try in the sample; keys and names stand between the parts. */
export const TRYING = {
  line: 'Provision for loan losses',
  typed: 'The headline figures answer while typing.',
  entered: 'A scenario starts, and the figures as filed do not change.',
  effect: 'Net earnings fall by 10,000. Estimated taxable income does not change, and the sentence above says why.',
  undone: 'takes the edit back, even after a restart.',
  help: 'opens the help.',
} as const
