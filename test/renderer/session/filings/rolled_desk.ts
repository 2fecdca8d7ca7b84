/** A desk at the third quarter of the sample, with the draft of the fourth rolled forward from it. */
import { expect } from 'vitest'
import { makeFiling } from '../../../../renderer/session/filings/filing_acts.ts'
import { nextDetails, rollForward } from '../../../../shared/templates/roll/roll_forward.ts'
import type { Desk } from '../open_session.ts'

export const [Q3, Q4] = ['impac_2007_q3', 'impac_2007_q4']

export function rollOn({ session }: Desk): void {
  const { book, sheets } = session.workbook()
  const filing = book.filing(Q3)!
  const rolled = rollForward(filing, { id: Q4, details: nextDetails(filing, 'quarter') }, sheets.engine(Q3, null))
  if (rolled.kind !== 'rolled') throw new Error('The filing did not roll.')
  expect(makeFiling(session, rolled.filing, 'Filing rolled forward')).toBeUndefined()
}
