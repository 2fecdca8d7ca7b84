/**
 * The signs of verdicts and of the light: each has a shape of its own, so that none is told by its colour alone.
 */
import { CircleCheck, CircleDashed, CircleX, Flag, GitBranch, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { JSX } from 'react'
import type { TieOutStatus } from '../../../shared/checks/tie_out.ts'
import type { TieOutTone } from './tie_out_light.ts'

const LIGHTS: Record<TieOutTone, LucideIcon> = { pass: CircleCheck, open: TriangleAlert, none: CircleDashed }

const VERDICTS: Record<TieOutStatus, LucideIcon> = {
  fail: CircleX,
  flagged: Flag,
  changed_by_scenario: GitBranch,
  not_testable: CircleDashed,
  within_rounding: CircleCheck,
  pass: CircleCheck,
}

export function LightIcon({ tone }: { tone: TieOutTone }): JSX.Element {
  const Icon = LIGHTS[tone]
  return <Icon aria-hidden size={14} />
}

export function VerdictIcon({ status }: { status: TieOutStatus }): JSX.Element {
  const Icon = VERDICTS[status]
  return <Icon aria-hidden size={13} className="verdict-icon" />
}
