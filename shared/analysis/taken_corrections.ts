/**
 * What brings the carried figures of a draft to those of the filings that they came from, as these stand now. Plans; must not change
 * anything.
 */
import type { Engine } from '../calc/engine.ts'
import { cellFormat } from '../calc/layout.ts'
import { isAmount, sameValue } from '../calc/value.ts'
import type { CarriedSources } from '../checks/carried.ts'
import { readCellName } from '../model/cell.ts'
import type { CellInput, Filing } from '../model/filing.ts'
import { findCell } from '../model/lookup.ts'
import { storedText } from '../money/format.ts'

/**
 * The inputs that differ from where they were carried from, each as it would be, null for blank; what was corrected in a way that leaves
 * later filings as they are stays, and so does a formula of the draft's own, and what the earlier filing shows an error for.
 */
export function correctedInputs(filing: Filing, engine: Engine, sources: CarriedSources): CellInput[] {
  return [...sources].flatMap(([name, { value, isMarked }]): CellInput[] => {
    const ref = readCellName(name)
    const found = ref && findCell(filing, ref)
    if (!ref || !found || !isMarked || value === undefined || !(value === null || isAmount(value))) return []
    if (sameValue(engine.value(ref, 'base'), value)) return []
    if (engine.input(ref, 'base')?.trimStart().startsWith('=')) return []
    return [{ ...ref, input: value && storedText(value, cellFormat(found.line, found.column)) }]
  })
}

/** How many carried figures differ from where they came from, whether they can be taken or not. */
export function differingCount(engine: Engine, sources: CarriedSources): number {
  return [...sources].filter(([name, { value, isMarked }]) => {
    const ref = readCellName(name)
    return ref && isMarked && value !== undefined && !sameValue(engine.value(ref, 'base'), value)
  }).length
}
