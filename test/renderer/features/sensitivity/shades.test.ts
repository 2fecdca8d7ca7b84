/**
 * How deep figures are shaded: shares of amounts, computed exactly.
 */
import { expect, it } from 'vitest'
import { shadesOf } from '../../../../renderer/features/sensitivity/shades.ts'
import { Decimal } from '../../../../shared/money/decimal.ts'

const d = (text: string | null): Decimal | null => (text === null ? null : new Decimal(text))

it('figures are shaded by how far they lie from the one that stands, on its side', () => {
  expect(
    shadesOf(
      [
        [d('10'), d('14'), d('6')],
        [d('11'), d(null), d('8')],
      ],
      d('10'),
    ),
  ).toEqual([
    ['', 'above-4', 'below-4'],
    ['above-1', '', 'below-2'],
  ])
  expect(shadesOf([[d('10')]], d('10'))).toEqual([['']])
})
