/**
 * The groups under which templates are offered: the one list, in the order in which a person reads them. A template names its group; the order
 * of templates, which is that of schedules in a filing, is that of templates.ts alone.
 */

export const TEMPLATE_GROUPS = [
  { id: 'statements', label: 'Statements' },
  { id: 'income_and_equity', label: 'Taxable income and equity' },
  { id: 'pass_through', label: 'Subsidiaries and REMICs' },
  { id: 'distributions', label: 'Distributions and excise' },
  { id: 'losses', label: 'Losses' },
  { id: 'dividends', label: 'Earnings and dividends' },
  { id: 'published', label: 'Published tables' },
  { id: 'liquidity', label: 'Liquidity' },
  { id: 'other', label: 'Other' },
] as const satisfies readonly { id: string; label: string }[]

export type TemplateGroup = (typeof TEMPLATE_GROUPS)[number]['id']
