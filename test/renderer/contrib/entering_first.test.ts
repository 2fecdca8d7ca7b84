/**
 * Acts of the features that leave a cell's place, leave out what is typed there or take its place: what is typed is entered first, and
 * where it is refused the act is not done. Over the real service, by the way that menus, keys and the palette take.
 */
import { describe, expect, it } from 'vitest'
import { perform, provide } from '../../../renderer/contrib/lookup.ts'
import { finding } from '../../../renderer/features/find/finding.ts'
import { ACTS, FEATURES } from '../../../renderer/features.ts'
import { beginEdit } from '../../../renderer/session/edit/editing.ts'
import { go } from '../../../renderer/session/place/going.ts'
import { makeScenario } from '../../../renderer/session/scenarios/scenario_acts.ts'
import { reverse } from '../../../renderer/session/committing.ts'
import type { ActionId } from '../../../shared/actions/actions.ts'
import { type Desk, eachAtDesk } from '../session/open_session.ts'

const AT = { schedule: 'income', line: 'interest_income', column: 'q3_2007' }

/** Every act that has what is typed entered first. */
const ENTERING: readonly ActionId[] = [
  'bridges',
  'compare',
  'compare_documents',
  'copy_exact',
  'copy_formulas',
  'fill_down',
  'fill_right',
  'fill_selection',
  'flip_sign',
  'go_as_filed',
  'goal_seek',
  'new_scenario',
  'new_workbook',
  'open_workbook',
  'print',
  'recent',
  'record_item',
  'repeat_edit',
  'reset_cell',
  'reset_line',
  'reset_scenario',
  'reset_schedule',
  'restore_backup',
  'save',
  'save_copy',
  'scenarios',
  'sensitivity',
  'step_down',
  'step_up',
]

let desk: Desk

eachAtDesk('#/impac_2007_q3/income', (own) => {
  desk = own
  provide(desk.session, { features: FEATURES, acts: ACTS, nonce: undefined })
})

/** Types at a figure and does not end it. */
const type = (text: string): unknown => beginEdit(desk.session, AT, 'cell', text)
const act = (id: ActionId): void => perform(desk.session, id)
const number = (): number => desk.session.getState().number

/** The scenario that the first edit of the filing starts. */
async function startScenario(): Promise<void> {
  desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
  await desk.saved()
}

it('those that have it entered are these', () => {
  const found = Object.entries(ACTS).filter(([, { enters }]) => enters)
  expect(found.map(([id]) => id).toSorted()).toEqual(ENTERING.toSorted())
})

it('a text that is refused is held with its place by each of them, and nothing is done', async () => {
  await startScenario()
  type('28.000,00')
  const where = desk.where()
  const address = desk.session.address.read()
  for (const id of ENTERING) {
    act(id)
    const { editing, dialog, question } = desk.session.getState()
    expect({ id, text: editing?.text, dialog, question }).toEqual({
      id,
      text: '28.000,00',
      dialog: null,
      question: null,
    })
    expect(editing?.refusal, id).toBeTruthy()
    expect([desk.where(), desk.session.address.read()]).toEqual([where, address])
  }
  await desk.saved()
  expect(number()).toBe(2)
})

describe('what is typed is entered', () => {
  it.each(['go_as_filed', 'compare', 'goal_seek', 'scenarios', 'sensitivity', 'bridges', 'save'] as const)(
    'by %s, in its scenario',
    async (id) => {
      await startScenario()
      type('300123')
      act(id)
      await desk.saved()
      expect([desk.session.getState().editing, number()]).toEqual([null, 3])
      const edits = desk.session.workbook().book.scenarioCells('impac_2007_q3', 'scenario_1')
      expect(edits).toContainEqual({ ...AT, input: '300123' })
    },
  )

  it('before the comparison: the scenario that it starts is compared', async () => {
    type('300123')
    act('compare')
    await desk.saved()
    expect(desk.where()).toBe('impac_2007_q3/compare scenario_1')
  })

  it('before the figures as filed: they are shown, not the scenario that it starts', async () => {
    type('300123')
    act('go_as_filed')
    await desk.saved()
    expect(number()).toBe(2)
    expect(desk.where()).toContain('impac_2007_q3/income base')
    expect(desk.figure('interest_income', 'q3_2007')).toBe('$ 313,772')
  })

  it('before a scenario is made by name, into the one shown until then', async () => {
    await startScenario()
    type('300123')
    act('new_scenario')
    expect(desk.session.getState().dialog?.id).toBe('scenario')
    makeScenario(desk.session, { name: 'Named', description: '', standsOn: null })
    expect(desk.figure('interest_income', 'q3_2007')).toBe('$ 313,772')
    desk.show('impac_2007_q3', 'income', 'scenario_1')
    expect(desk.figure('interest_income', 'q3_2007')).toBe('$ 300,123')
  })

  it('before an amount is reclassified', async () => {
    await startScenario()
    desk.show('impac_2007_q3', 'income', 'scenario_1')
    type('300123')
    act('reclassify')
    await desk.saved()
    expect(desk.session.getState().tool?.id).toBe('reclassify')
    expect(desk.figure('interest_income', 'q3_2007')).toBe('$ 300,123')
  })

  it('before anything is found; where it is refused nothing is looked for', async () => {
    type('302,07')
    act('find')
    expect([finding(desk.session).getState().isOpen, desk.session.getState().editing?.text]).toEqual([false, '302,07'])
    type('300123')
    act('find')
    await desk.saved()
    expect([finding(desk.session).getState().isOpen, number()]).toEqual([true, 2])
    expect(desk.figure('interest_income', 'q3_2007')).toBe('$ 300,123')
  })

  it('before a line of the scenario is reset; undo of the reset brings it back', async () => {
    await startScenario()
    go(desk.session, desk.session.getState().place!, { cell: AT })
    type('300123')
    act('reset_line')
    await desk.saved()
    expect([number(), desk.figure('interest_income', 'q3_2007')]).toEqual([4, '$ 313,772'])
    reverse(desk.session, 'undo')
    await desk.saved()
    expect(desk.figure('interest_income', 'q3_2007')).toBe('$ 300,123')
  })
})
