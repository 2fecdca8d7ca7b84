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
import { editText } from '../money/format.ts'

/**
 * The inputs that differ from where they were carried from, each as it would be; what was corrected in a way that leaves later filings as they
 * are stays.
 */
export function correctedInputs(filing: Filing, engine: Engine, sources: CarriedSources): CellInput[] {
  return [...sources].flatMap(([name, { value, isMarked }]): CellInput[] => {
    const ref = readCellName(name)
    const found = ref && findCell(filing, ref)
    if (!ref || !found || !isMarked || value === undefined || !isAmount(value)) return []
    if (sameValue(engine.value(ref, 'base'), value)) return []
    return [{ ...ref, input: editText(value, cellFormat(found.line, found.column)) }]
  })
}
