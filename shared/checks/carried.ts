/**
 * A figure that a roll carried, against the cell of the earlier filing that it came from, as that stands now: an opening, a comparative, a
 * part of the year to date. What was corrected there shows here, unless the class of the correction leaves later filings as they are
 * (shared/model/correction.ts). Compares; must never take the other figure over.
 */
import { cellText } from '../calc/cell_text.ts'
import { isAmount, sameValue, type Value } from '../calc/value.ts'
import { cellName } from '../model/cell.ts'
import { CLASS_RULES, ownCorrections } from '../model/correction.ts'
import type { CellFact, CellRef, Filing, Layer } from '../model/filing.ts'
import { cellTitle, factOf, findCell, type Found } from '../model/lookup.ts'
import { isolated } from '../money/isolated.ts'
import { withoutResidue } from '../money/decimal.ts'
import type { Compared } from './footing.ts'
import type { CellCheck } from './tie_out.ts'

/** The cell that a figure was carried from, as it stands; `value` is undefined where filing or cell are no longer there. */
export type CarriedSource = {
  from: NonNullable<CellFact['carried']>
  /** The title of the filing; undefined where that is gone. */
  title: string | undefined
  value: Value | undefined
  /** False where the earlier filing was corrected in a way that leaves later ones as they are. */
  isMarked: boolean
}

/** By the name of the cell that holds the carried figure. */
export type CarriedSources = ReadonlyMap<string, CarriedSource>

export const NOTHING_CARRIED: CarriedSources = new Map()

/** An earlier filing with the values of its base layer; undefined where the workbook has none of that id. */
export type EarlierFiling = (id: string) => { filing: Filing; value: (ref: CellRef) => Value } | undefined

/** Where each carried figure of a filing came from, as that stands now. Costs what was carried. */
export function carriedSources(filing: Filing, earlier: EarlierFiling): CarriedSources {
  const found = new Map<string, CarriedSource>()
  for (const { id: schedule, facts = [] } of filing.schedules) {
    for (const { line, column, carried } of facts) {
      if (carried) found.set(cellName({ schedule, line, column }), sourceOf(carried, earlier))
    }
  }
  return found
}

/** No figure is carried further than this; a ring of filings ends here too. */
const LONGEST = 200

/**
 * The cell at the beginning of the way that a figure was carried: the filings between showed what that one did. Where the way breaks off, the
 * last cell that is there.
 */
function sourceOf(from: CarriedSource['from'], earlier: EarlierFiling): CarriedSource {
  let found: CarriedSource = { from, title: undefined, value: undefined, isMarked: true }
  let next: CarriedSource['from'] | undefined = from
  for (let step = 0; next && step < LONGEST; step += 1) {
    const source = earlier(next.filing)
    const at: Found | undefined = source && findCell(source.filing, next)
    // What is gone further back says nothing against what is there.
    if (!source || (!at && found.value !== undefined)) break
    const { filing } = source
    found = {
      from: next,
      title: filing.title,
      value: at ? source.value(next) : undefined,
      isMarked: marksLater(filing),
    }
    next = at && factOf(at.schedule, next.line, next.column)?.carried
  }
  return found
}

/** False where all that was corrected in a filing leaves later ones as they are. */
function marksLater(filing: Filing): boolean {
  const own = ownCorrections(filing)
  return own.length === 0 || own.some((one) => CLASS_RULES[one.class].marksLater)
}

/** True where two say the same of a cell. */
export function isSameSource(a: CarriedSource | undefined, b: CarriedSource | undefined): boolean {
  if (!a || !b) return a === b
  if (a.value === undefined || b.value === undefined) return a.value === b.value && a.title === b.title
  return a.title === b.title && a.isMarked === b.isMarked && sameValue(a.value, b.value)
}

export const CARRIED: CellCheck = {
  kind: 'carried',
  find({ found, ref, engine, value, carried }) {
    if (!carried) return undefined
    const compare = (layer: Layer): Compared => compared(engine.value(ref, layer), carried)
    const [scenario, filed] = [compare('scenario'), compare('base')]
    const isChanged = scenario.status === 'fail' && filed.status !== 'fail'
    return {
      scenario: isChanged ? { ...scenario, status: 'changed_by_scenario' } : scenario,
      filed: filed.status,
      words: () => {
        const text = (one: Value): string => cellText(one, found.line, found.column) || 'blank'
        const cell = cellTitle(found)
        if (carried.title === undefined) return `${cell}: the filing that it was carried from is no longer there.`
        const title = `“${isolated(carried.title)}”`
        if (carried.value === undefined) return `${cell}: ${title} no longer shows the figure that was carried.`
        if (scenario.status === 'pass' && !scenario.difference?.isZero() && scenario.difference)
          return `${cell}: ${title} now shows ${text(carried.value)}, ${text(value)} stands here. The correction there leaves later filings as they are.`
        if (scenario.status === 'pass') return `${cell}: ${text(value)} agrees with ${title}.`
        const off = scenario.difference ? `; the difference is ${text(scenario.difference)}` : ''
        return `${cell}: ${title} now shows ${text(carried.value)}, ${text(value)} stands here${off}.`
      },
    }
  },
}

function compared(stands: Value, { value, isMarked }: CarriedSource): Compared {
  if (value === undefined || !isAmount(value) || !isAmount(stands)) {
    const isSame = value !== undefined && sameValue(stands, value)
    return { status: isSame ? 'pass' : value === undefined ? 'not_testable' : 'fail', difference: null }
  }
  const difference = withoutResidue(stands.minus(value))
  return { status: difference.isZero() || !isMarked ? 'pass' : 'fail', difference }
}
