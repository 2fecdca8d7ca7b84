/**
 * What was filed in a cell, or what a draft held there at first: the beginning of the cell's history.
 */
import type { JSX } from 'react'
import { cellText } from '../../../shared/calc/cell_text.ts'
import { cellName } from '../../../shared/model/cell.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { useRead } from '../../contrib/use_read.ts'
import { useRested } from '../../contrib/use_rested.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import type { Explained } from '../../session/reading/explained_cell.ts'
import type { Session } from '../../session/session.ts'
import { SpokenText } from '../../ui/spoken.tsx'
import { firstText, inputText } from './wording.ts'

/** The most entries of a cell that are looked through; the oldest of them tells what stood before. */
const MOST = 500

type First = { of: string; text: string }

/** The figure before the base layer was first changed there; what stands in it where it never was. */
async function readFirst(session: Session, of: string, { filing, engine, ref }: Explained): Promise<First> {
  const found = findCell(filing, ref)
  if (!found) return { of, text: '' }
  const { schedule, line, column } = ref
  const now = cellText(engine.value(ref, 'base'), found.line, found.column)
  try {
    const asked = { filing: filing.id, schedule, line, column, scenario: null, limit: MOST }
    const answer = await session.client.history(asked)
    const oldest = answer.ok ? answer.value.entries.at(-1) : undefined
    return { of, text: firstText(filing, oldest ? inputText(oldest.before, found) : now) }
  } catch {
    return { of, text: '' }
  }
}

export function FirstFigure({ explained }: { explained: Explained }): JSX.Element | null {
  const session = useOpenSession()
  const news = useRested((state) => state.number)
  const of = `${explained.filing.id} ${cellName(explained.ref)} ${news}`
  const { text, of: known } = useRead(() => readFirst(session, of, explained), of, { of: '', text: '' })
  return text === '' || known !== of ? null : <SpokenText as="p" className="first-figure" text={text} />
}
