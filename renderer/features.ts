/**
 * The features of the screen: the only list of them. A feature is a folder of features/ and a line of the list.
 */
import type { ActionId } from '../shared/actions/actions.ts'
import type { Act, Contribution } from './contrib/contribution.ts'
import { blocks } from './features/blocks/contribution.ts'
import { bridges } from './features/bridges/contribution.ts'
import { comfort } from './features/comfort/contribution.ts'
import { comments } from './features/comments/contribution.ts'
import { compare } from './features/compare/contribution.ts'
import { documents } from './features/documents/contribution.ts'
import { entering } from './features/entering/contribution.ts'
import { explain } from './features/explain/contribution.ts'
import { filings } from './features/filings/contribution.ts'
import { find } from './features/find/contribution.ts'
import { goalSeek } from './features/goal_seek/contribution.ts'
import { headlines } from './features/headlines/contribution.ts'
import { help } from './features/help/contribution.ts'
import { history } from './features/history/contribution.ts'
import { notes } from './features/notes/contribution.ts'
import { palette } from './features/palette/contribution.ts'
import { printing } from './features/printing/contribution.ts'
import { scenarios } from './features/scenarios/contribution.ts'
import { sensitivity } from './features/sensitivity/contribution.ts'
import { structure } from './features/structure/contribution.ts'
import { tieOuts } from './features/tie_outs/contribution.ts'
import { whatIf } from './features/what_if/contribution.ts'
import { workbookFile } from './features/workbook_file/contribution.ts'

export const FEATURES = [
  blocks,
  bridges,
  comfort,
  comments,
  compare,
  documents,
  entering,
  explain,
  filings,
  find,
  goalSeek,
  headlines,
  help,
  history,
  notes,
  palette,
  printing,
  scenarios,
  sensitivity,
  structure,
  tieOuts,
  whatIf,
  workbookFile,
] as const satisfies readonly Contribution[]

type ActionsOf<F> = F extends { actions: infer A } ? keyof A : never

/** What each action of the shared list does; does not compile where no feature contributes one. */
export const ACTS = Object.assign({}, ...FEATURES.map((feature: Contribution) => feature.actions)) as Record<
  ActionsOf<(typeof FEATURES)[number]>,
  Act
> satisfies Record<ActionId, Act>
