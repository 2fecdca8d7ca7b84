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
  { id: 'goal_seek', label: 'Goal seek', about: 'Which amount leads to the answer that is wanted' },
  { id: 'compare', label: 'Comparison', about: 'As filed and every scenario side by side' },
  { id: 'roll_forward', label: 'Roll forward', about: 'The next period as a draft of this one' },
]
