/**
 * The trade's rules as the screen uses them, named in one place: what an edit means, what the headlines are, which
 * tie-outs stand open. The rules themselves live in shared/; nothing here may decide anything.
 */
import type { Engine } from '../../shared/calc/engine.ts'

export { planEdit, type EditPlan } from '../../shared/analysis/edit.ts'
export { headlines, type Headline } from '../../shared/analysis/headlines.ts'
export type { TieOut } from '../../shared/checks/tie_out.ts'
export { tieOuts } from '../../shared/checks/tie_outs.ts'
export type { Engine }
