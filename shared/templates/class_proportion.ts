/**
 * Template: how a company spread its capital gain over its classes of stock: what the preferred's percentages would be by dividends and by all
 * distributions, and which of the two its published ones agree with. It estimates and does not advise.
 *
 * All figures are percentages of a class's distributions, and positive.
 */
import { GAIN_WORDS } from './dividend_schedules.ts'
import { taxYearColumn, taxYearGroups, taxYearOf } from './tax_year.ts'
import { asLine, type Template, type WrittenLine } from './template.ts'

const CLASS_PROPORTION = 'class_proportion'

function percent(id: string, label: string, more: Partial<WrittenLine> = {}): WrittenLine {
  return { id, label, format: 'percent', decimals: 4, ...more }
}

const PLACES =
  'tax_decimal_places(common_ordinary, common_capital_gain, common_return_of_capital, preferred_ordinary, preferred_capital_gain)'

const LINES: readonly WrittenLine[] = [
  percent('common_ordinary', 'Common: ordinary'),
  percent('common_capital_gain', 'Common: capital gain'),
  percent('common_return_of_capital', 'Common: return of capital'),
  percent('preferred_ordinary', 'Preferred: ordinary'),
  percent('preferred_capital_gain', 'Preferred: capital gain'),
  percent('expected_preferred_ordinary_by_dividends', 'Preferred by dividends: ordinary', {
    formula: `= tax_percent_part(1, ${PLACES}, common_ordinary, common_capital_gain)`,
    notes: ['2'],
  }),
  percent('expected_preferred_capital_gain_by_dividends', 'Preferred by dividends: capital gain', {
    formula: `= tax_percent_part(2, ${PLACES}, common_ordinary, common_capital_gain)`,
  }),
  percent('expected_preferred_capital_gain_by_distributions', 'Preferred by distributions: capital gain', {
    formula: '= common_capital_gain',
  }),
  {
    id: 'agrees_with',
    label: 'The published percentages agree with',
    format: 'choice',
    choices: GAIN_WORDS,
    formula:
      '= needs(preferred_capital_gain, if(abs(preferred_capital_gain - expected_preferred_capital_gain_by_dividends) <= abs(preferred_capital_gain - expected_preferred_capital_gain_by_distributions), 1, 2))',
  },
]

export const CLASS_PROPORTION_TEMPLATE: Template = {
  id: CLASS_PROPORTION,
  title: 'Capital gain by class',
  group: 'published',
  about: 'How a company spread capital gain over common and preferred stock: by dividends, or by distributions.',
  schedule({ periodEnd }) {
    const columns = [taxYearColumn(taxYearOf(periodEnd))]
    return {
      id: CLASS_PROPORTION,
      short: 'Capital gain by class',
      title: 'Capital gain by class of stock, in percent',
      kind: 'reit_tests',
      unitLine: '(in percent)',
      columns,
      groups: taxYearGroups(columns).map((group) => ({ ...group, notes: ['1'] })),
      lines: LINES.map(asLine),
      cells: [],
      notes: [
        { mark: '1', text: 'An estimate, not tax advice. Percentages are those of the distributions of each class.' },
        {
          mark: '2',
          text: 'A class bears capital gain in the proportion of its dividends to those of all classes, so that ordinary income and gain stand in each as they do in the other; a return of capital takes no part. 26 USC 857(b)(3)(B); Rev. Rul. 89-81.',
        },
      ],
    }
  },
  headlines: () => [],
}
