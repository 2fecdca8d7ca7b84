/**
 * The figures that a filing is read for.
 */
import './headlines.css'
import manual from './manual.md?raw'
import type { Contribution } from '../../contrib/contribution.ts'
import { HeadlineStrip } from './headline_strip.tsx'

export const headlines = {
  manual: [{ order: 0, text: manual }],
  parts: [{ slot: 'headline', order: 0, Content: HeadlineStrip }],
} satisfies Contribution
