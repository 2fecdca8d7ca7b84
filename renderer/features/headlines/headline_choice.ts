/**
 * Which headlines stand in the strip: those that a person chose for the filing, else the first that are known. Pure.
 */
import type { Headline } from '../../../shared/analysis/headlines.ts'
import type { HeadlineId } from '../../../shared/model/filing.ts'

/** At most so many stand side by side. */
export const MOST = 4

/** The ids of the headlines in the strip. What a person chose stays, known or not; a count is not chosen by itself. */
export function chosenHeadlines(all: readonly Headline[], wanted: readonly string[] | undefined): HeadlineId[] {
  const ids = all.map(({ id }) => id)
  const own = ids.filter((id) => wanted?.includes(id))
  if (own.length > 0) return own.slice(0, MOST)
  const known = all.filter(({ id, base, scenario }) => id !== 'open_tie_outs' && (base !== null || scenario !== null))
  return known.map(({ id }) => id).slice(0, MOST)
}

/** The choice after one headline was put in or taken out; the same where that cannot be. */
export function chosenAfter(chosen: readonly HeadlineId[], id: HeadlineId): HeadlineId[] {
  if (chosen.includes(id)) return chosen.length === 1 ? [...chosen] : chosen.filter((one) => one !== id)
  return chosen.length < MOST ? [...chosen, id] : [...chosen]
}
