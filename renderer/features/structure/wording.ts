/**
 * What the parts of lines, columns and schedules are called where a person chooses them, and what is said under their fields.
 */
import type {
  AdjustmentType,
  Column,
  Format,
  Line,
  Origin,
  Schedule,
  ScheduleKind,
} from '../../../shared/model/filing.ts'
import { ORIGIN_WORDS } from '../../session/reading/figures.ts'
import type { Option } from '../../ui/fields.tsx'

function options<T extends string>(words: Record<T, string>): Option<T>[] {
  return (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }))
}

export const LINE_KINDS = options<Line['kind']>({
  input: 'Figures entered',
  formula: 'Computed by a formula',
  heading: 'Heading, without figures',
  text: 'Words in each column',
})

export const COLUMN_KINDS = options<Column['kind']>({
  duration: 'Period',
  instant: 'Date',
  component: 'Component, such as an asset class',
  computed: 'Computed from other columns',
})

const FORMAT_WORDS: Record<Format, string> = {
  amount: 'Amount',
  per_share: 'Per share',
  shares: 'Number of shares',
  percent: 'Percentage points (390 is 390%)',
  rate: 'Rate (0.125 is 12.5%)',
  date: 'Date',
  choice: 'Choice from a list',
  text: 'Words',
}

export const LINE_FORMATS: Option<Format | ''>[] = [
  { value: '', label: 'Amount' },
  ...options(FORMAT_WORDS).filter(({ value }) => value !== 'amount'),
]

export const COLUMN_FORMATS: Option<Format | ''>[] = [
  { value: '', label: 'As each line has it' },
  ...options(FORMAT_WORDS),
]

export const TYPES: Option<AdjustmentType | ''>[] = [
  { value: '', label: 'No adjustment' },
  ...options<AdjustmentType>({
    temporary: 'Temporary difference',
    permanent: 'Permanent difference',
    entity_scope: 'Entity scope',
    allocation: 'Allocation',
    other: 'Other',
  }),
]

export const RULES: Option<NonNullable<Line['rule']> | ''>[] = [
  { value: '', label: 'None' },
  { value: 'single', label: 'Single, above' },
  { value: 'double', label: 'Single above, double below' },
]

export const ORIGINS: Option<Origin | ''>[] = [{ value: '', label: 'Not specified' }, ...options<Origin>(ORIGIN_WORDS)]

export const SIGNS: Option<'1' | '-1'>[] = [
  { value: '1', label: 'In the same sign' },
  { value: '-1', label: 'In the opposite sign' },
]

export const SCHEDULE_KINDS: Option<ScheduleKind | ''>[] = [
  { value: '', label: 'Not specified' },
  ...options<ScheduleKind>({
    income: 'Income',
    reconciliation: 'Reconciliation to taxable income',
    equity: 'Equity',
    reit_tests: 'REIT tests',
    trust_rollforward: 'Trust rollforward',
    custom: 'Of another kind',
  }),
]

/** Under the id of a line, column or schedule. */
export function idWords(what: 'the line' | 'the column' | 'it', isKept: boolean): string {
  if (!isKept) return 'Formulas that name this id follow the change.'
  return what === 'it' ? 'Formulas of other schedules use this id.' : `Formulas use this id for ${what}.`
}

/** Under the head that spans columns. */
export function headsOf({ groups = [] }: Schedule): string {
  const heads = [...new Set(groups.map(({ label }) => label))]
  return heads.length > 0
    ? `Heads of this schedule: ${heads.join('; ')}.`
    : 'Spans adjacent columns with the same head.'
}

export const HINTS = {
  choices: 'One to a line. Formulas read the place of the choice in this list: 1 is the first.',
  lineFormula: 'Leave blank where figures are entered.',
  columnFormula: 'Leave blank where figures are entered, or lines compute.',
  computesAll: 'Computes every cell, so no figure can be entered',
  noPeriod: 'The id names a period, but the column is not one.',
  keptPeriod: (end: string) =>
    `The id still names the period that ended ${end}. Roll-forwards and the year to date follow the id.`,
  entity: 'Where the line names no column, it reads that of the entity for the same period.',
  noNotes: 'The schedule has no notes yet.',
  detailPrints: 'If ticked, a detail prints under its line, also while it is folded here.',
  short: 'As lists show it.',
  startLine: 'The line that takes the opposite change where a mirrored line has no cell.',
} as const

/** Under what still reads a line or a column that is deleted. */
export const BY_VALUES =
  'If its values are kept, no other figure changes. Formulas that read it hold its present amounts and no longer follow it.'

export const LEAVE = 'Leave without the changes?'

/** The dialog in which periods are split by entity. */
export const SPLIT = {
  title: 'Columns by entity',
  act: 'Split',
  entities: 'Entities, one to a line',
  entitiesHint: 'Each entity has a column before the consolidated one, which adds them up.',
  periods: 'Periods to split',
  figures: 'Figures that stand now',
  atFirst: (entity: string) => `Move to ${entity}; the consolidated column adds up`,
  consolidated: 'Stay consolidated as entered; the entities are compared with them',
} as const

/** The entities of a filing that a line can be of, and the one that it is of now. */
export function entityOptions(own: string, entities: readonly { name: string; label: string }[]): Option<string>[] {
  const known = entities.map(({ name, label }) => ({ value: name, label }))
  const missing = own !== '' && !known.some(({ value }) => value === own) ? [{ value: own, label: own }] : []
  return [{ value: '', label: 'No entity: its own column' }, ...known, ...missing]
}
