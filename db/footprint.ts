/**
 * What a change set touched, and whether a later one touched the same: then the earlier cannot be taken back alone.
 * Knows the marks that changes leave and meet, and no kind of change; which of them stand is the caller's to say.
 */
import { MADE_FILING, NEEDS_DRAFT, type Touched } from '../shared/model/changes/change_kind.ts'
import { leaves, meets, type Change } from '../shared/model/changes/kinds.ts'

/** The marks that a change set left. */
export class Footprint {
  readonly #marks: ReadonlySet<string>

  constructor(changes: readonly Change[]) {
    this.#marks = new Set(changes.flatMap(leaves))
  }

  /** What a later change set touched of the same; `isFiled` where the filing is filed now. */
  touchedBy(changes: readonly Change[], isFiled: boolean): Touched | undefined {
    if (this.#marks.has(MADE_FILING)) return 'filing'
    let touched: Touched | undefined
    for (const change of changes) {
      const met = meets(change).find(([mark]) => this.#marks.has(mark) && (isFiled || mark !== NEEDS_DRAFT))
      if (met?.[1] === 'cell') return 'cell'
      touched ??= met?.[1]
    }
    return touched
  }
}
