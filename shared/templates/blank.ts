/**
 * Template: a schedule of one's own, with the two periods of the filing, three lines to rename and their total.
 */
import { asLine, comparedColumns, spanGroup, type Template, type WrittenLine } from './template.ts'

const LINES: WrittenLine[] = [
  { id: 'line_1', label: 'Line 1', currency: true },
  { id: 'line_2', label: 'Line 2' },
  { id: 'line_3', label: 'Line 3' },
  { id: 'total', label: 'Total', formula: '= sum(line_1..line_3)', rule: 'double', currency: true },
]

export const BLANK: Template = {
  id: 'blank',
  title: 'Blank schedule',
  group: 'other',
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
      lines: LINES.map(asLine),
      cells: [],
    }
  },
  headlines: () => [],
}
