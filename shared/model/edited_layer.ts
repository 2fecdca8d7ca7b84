/**
 * The layer that an edit enters: the base of a draft, else a scenario. One rule for the screen, the tools and paper.
 */
import type { Filing, Layer } from './filing.ts'

/** `scenario` is the id of the scenario shown; null where the filing's own figures are. */
export function editedLayer(filing: Pick<Filing, 'status'>, scenario: string | null): Layer {
  return scenario === null && filing.status === 'draft' ? 'base' : 'scenario'
}
