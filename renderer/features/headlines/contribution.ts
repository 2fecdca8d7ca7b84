/**
 * The figures that a filing is read for.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { HeadlineStrip } from './headline_strip.tsx'

export const headlines = {
  parts: [{ slot: 'headline', order: 0, Content: HeadlineStrip }],
} satisfies Contribution
