/**
 * Lines that hold published earnings per share against what a schedule computes: whether they rest on earnings before or after preferred dividends,
 * and by how much they differ. What was published is compared and never computed with. They read the lines of eps.ts.
 */
import type { WrittenLine } from './template.ts'

/** Which earnings a published figure rests on. */
const USES = ['before preferred', 'after preferred', 'neither']
const AGREES = ['agrees', 'before preferred', 'differs']

const DILUTED_BEFORE = 'diluted_before_preferred'
const BASIC_BEFORE = 'basic_before_preferred'

/** The place in USES of a published figure. */
function used(published: string, before: string, after: string): string {
  return `needs(${after}, if(${published} = ${before}, 1, if(${published} = ${after}, 2, 3)))`
}

function before(kind: 'basic' | 'diluted', earnings: string): WrittenLine {
  return {
    id: `${kind}_before_preferred`,
    label: `Before preferred dividends, ${kind}`,
    parent: 'numerator_published_uses',
    format: 'per_share',
    formula: `= needs(published_${kind}, needs(${earnings}, if(${kind}_shares > 0, round((${earnings} + preferred) / ${kind}_shares, 2))))`,
  }
}

/** The lines, under a heading of their own; they stay outside the filing copy. */
export function publishedLines(): WrittenLine[] {
  const lines: WrittenLine[] = [
    { id: 'published', label: 'As published', kind: 'heading' },
    { id: 'published_basic', label: 'Basic, as published', format: 'per_share' },
    { id: 'published_diluted', label: 'Diluted, as published', format: 'per_share' },
    {
      id: 'numerator_published_uses',
      label: 'Earnings that the published figure rests on',
      format: 'choice',
      choices: USES,
      formula: `= if(is_blank(published_diluted), needs(published_basic, ${used('published_basic', BASIC_BEFORE, 'basic')}), ${used('published_diluted', DILUTED_BEFORE, 'diluted')})`,
    },
    before('basic', 'available_to_common'),
    before('diluted', 'diluted_numerator'),
    {
      id: 'difference',
      label: 'Computed less published',
      format: 'per_share',
      formula: '= if(is_blank(published_diluted), difference_basic, needs(diluted, diluted - published_diluted))',
    },
    {
      id: 'difference_basic',
      label: 'Of the basic figure',
      parent: 'difference',
      format: 'per_share',
      formula: '= needs(published_basic, needs(basic, basic - published_basic))',
    },
    {
      id: 'published_check',
      label: 'Published figures',
      format: 'choice',
      choices: AGREES,
      attention: [2, 3],
      formula:
        '= needs(difference, if(and(difference = 0, difference_basic = 0), 1, if(numerator_published_uses = 1, 2, 3)))',
    },
  ]
  return lines.map((line) => ({ ...line, filingCopy: false }))
}
