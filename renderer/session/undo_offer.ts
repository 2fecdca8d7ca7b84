/**
 * The way back that the message of an act offers: Undo while the act is the newest change, and the same of that one change later.
 */
import { reverse, revertChange } from './committing.ts'
import type { Session } from './session.ts'
import type { Toast } from './state.ts'

/** The number of the newest change once all is stored. */
async function newest(session: Session): Promise<number | undefined> {
  await session.workbook().queue.idle()
  return session.getState().undo?.number
}

/** Offers to take back the change that was just committed. */
export function undoOffer(session: Session): NonNullable<Toast['act']> {
  const noted = newest(session)
  const takeBack = async (): Promise<void> => {
    const number = await noted
    if (number === undefined || session.getState().undo?.number === number) reverse(session, 'undo')
    else revertChange(session, number)
  }
  return { label: 'Undo', run: () => void takeBack() }
}
