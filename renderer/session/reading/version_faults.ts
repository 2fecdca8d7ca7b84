/**
 * Whether a filed filing still comes to what its version keeps: asked once of the service for each filing shown, beside the work, and told
 * among the tie-outs where it does not.
 */
import { NOTHING_APART, type KeptApart } from '../../../shared/checks/kept.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import type { Session } from '../session.ts'
import type { Sheets } from '../book/sheets.ts'

/** Milliseconds that a filing is shown before it is asked about. */
const REST = 1_500

/** What is known by filing; a filing that is filed again is asked about again. */
const known = new WeakMap<Sheets, Map<string, { corrections: Filing['corrections']; apart: KeptApart }>>()

/** The cells that are not what the version keeps; none until the service answered. */
export function keptApart(session: Session, { id, status, corrections }: Filing): KeptApart {
  if (status === 'draft') return NOTHING_APART
  const { sheets } = session.workbook()
  let all = known.get(sheets)
  if (!all) known.set(sheets, (all = new Map()))
  const found = all.get(id)
  if (found && found.corrections === corrections) return found.apart
  all.set(id, { corrections, apart: NOTHING_APART })
  // The service is free for edits first: a large version takes a while to compute.
  session.timer.after(REST, () => void ask(session, sheets, id, corrections))
  return NOTHING_APART
}

async function ask(session: Session, sheets: Sheets, id: string, corrections: Filing['corrections']): Promise<void> {
  try {
    await session.workbook().queue.idle()
    const answer = await session.client.check_version({ filing: id })
    if (!answer.ok || answer.value.apart.length === 0) return
    const apart = new Map(answer.value.apart.map(({ cell, kept }) => [cell, kept]))
    known.get(sheets)?.set(id, { corrections, apart })
    // Whatever shows tie-outs looks again.
    session.setState(({ tieOuts }) => ({ tieOuts }))
  } catch {
    // A lost answer says nothing of the figures; the next showing of the workbook asks again.
  }
}
