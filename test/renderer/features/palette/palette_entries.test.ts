/**
 * What the palette offers: every action of the shell by its name, with why it cannot be done; places and scenarios, which it goes to.
 */
import { expect, it } from 'vitest'
import { provide } from '../../../../renderer/contrib/lookup.ts'
import { paletteEntries, rankEntries } from '../../../../renderer/features/palette/palette_entries.ts'
import { ACTS, FEATURES } from '../../../../renderer/features.ts'
import { actionsOf } from '../../../../shared/actions/actions.ts'
import { type Desk, eachAtDesk } from '../../session/open_session.ts'

let desk: Desk

eachAtDesk('#/impac_2007_q3/income', (own) => {
  desk = own
  provide(desk.session, { features: FEATURES, acts: ACTS, nonce: undefined })
})

const best = (typed: string) => rankEntries(paletteEntries(desk.session), typed)[0]

it('every action of the shell comes first by its name', () => {
  for (const { id, label } of actionsOf('browser')) {
    if (id !== 'palette') expect(best(label.replace('…', ''))?.label).toBe(label)
  }
})

it('an action is found by its initials and by part of its name, and says why it cannot be done', () => {
  expect(best('gs')?.label).toBe('Goal seek…')
  expect(best('reset line')).toMatchObject({ label: 'Reset the line', why: expect.stringContaining('Only a scenario') })
})

it('a schedule of another filing and a scenario are gone to', () => {
  desk.enter('interest_expense', 'q3_2007', '302075')
  best('trust rollforward 2009')!.run()
  expect(desk.where()).toContain('impac_2009/trusts')
  best('scenario 1')!.run()
  expect(desk.where()).toContain('impac_2007_q3/income scenario_1')
})
