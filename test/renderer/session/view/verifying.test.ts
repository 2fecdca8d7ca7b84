/** A workbook that proves damaged leaves the screen; one that holds is said to on request, and never unasked. */
import { expect, it } from 'vitest'
import { open } from '../../../../renderer/session/opening.ts'
import { answers } from '../../../../renderer/session/queue_answers.ts'
import { hearOfOpening, verifyWorkbook } from '../../../../renderer/session/view/verifying.ts'
import type { Failure } from '../../../../shared/contract/contract.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

const DAMAGED: Failure = { kind: 'damaged', message: 'The workbook is damaged. Restore the newest good backup.' }

let desk: Desk
const shown = () => {
  const { phase, failure } = desk.session.getState()
  return { phase, failure, said: desk.said() }
}
const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

eachAtDesk('#/impac_2007_q3/income', (own) => (desk = own))

it('damage found after opening takes the place of the sheet, with what to do', async () => {
  desk.meet('verify', DAMAGED)
  await open(desk.session, answers)
  await moment()
  expect(shown()).toEqual({ phase: 'failed', failure: DAMAGED, said: [] })
})

it('nothing is said of a workbook that holds, nor where no answer comes', async () => {
  await hearOfOpening(desk.session)
  desk.meet('verify', 'lost_after', { kind: 'storage', message: 'Not now.' })
  await hearOfOpening(desk.session)
  await hearOfOpening(desk.session)
  expect(shown()).toEqual({ phase: 'open', failure: null, said: [] })
})

it('on request it is said, and what is wrong takes the place of the sheet', async () => {
  await verifyWorkbook(desk.session)
  expect(shown().said).toEqual(['The workbook is sound. Its figures and its change log agree.'])
  desk.meet('verify', DAMAGED)
  await verifyWorkbook(desk.session)
  expect(shown()).toMatchObject({ phase: 'failed', failure: DAMAGED })
})
