/**
 * How wide the small bar of a difference is drawn: its share of the largest, never more than its side.
 */
import { expect, it } from 'vitest'
import { barWidth } from '../../../renderer/ui/charts/signed_bar.tsx'
import { Decimal } from '../../../shared/money/decimal.ts'

const of = (value: string, most: string): string => barWidth(new Decimal(value), new Decimal(most))

it('is half of the whole for the largest, and its share for the others, whichever their signs', () => {
  expect(of('120', '120')).toBe('50%')
  expect(of('-120', '120')).toBe('50%')
  expect(of('-1', '3')).toBe('16.67%')
  expect(of('30', '-120')).toBe('12.5%')
})

it('stays within its side, and is nothing where there is nothing to compare with', () => {
  expect(of('500', '120')).toBe('50%')
  expect(of('0', '120')).toBe('0%')
  expect(of('0', '0')).toBe('0%')
})
