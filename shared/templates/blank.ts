/**
 * Template: a schedule of one's own, with the two periods of the filing, three lines to rename and their total.
 */
import { comparedColumns, spanGroup, type Template } from './template.ts'

export const BLANK: Template = {
  id: 'blank',
  title: 'Blank schedule',
  about: 'Two periods, three lines and their total, to be named and extended.',
  schedule(covers) {
    const columns = comparedColumns(covers)
    return {
      id: 'schedule',
      short: 'Schedule',
      title: 'Schedule',
      kind: 'custom',
      unitLine: '(in thousands)',
      columns,
      groups: [spanGroup(covers.covers === 'quarter' ? 3 : 12, columns)],
      lines: [
        { id: 'line_1', label: 'Line 1', kind: 'input', currency: true },
        { id: 'line_2', label: 'Line 2', kind: 'input' },
        { id: 'line_3', label: 'Line 3', kind: 'input' },
        {
          id: 'total',
          label: 'Total',
          kind: 'formula',
          formula: '= sum(line_1..line_3)',
          rule: 'double',
          currency: true,
        },
      ],
      cells: [],
    }
  },
  headlines: () => [],
}
