/**
 * A large filing as a servicer's ledger would make it: sections of details under their totals, quarters under their
 * years, variances, per-share lines, printed figures to tie to, and a reconciliation that mirrors some of the sections.
 * Sizes are parameters; the figures are made up, and small enough that plain integers hold them exactly.
 */
import type { CellFact, CellInput, Column, Filing, Line, Schedule } from '../../shared/model/filing.ts'

export type LargeSize = { lines: number; status: 'filed' | 'draft' }

/** The schedule of many lines, the line that sums it up, and where edits are made. */
export const LEDGER = 'ledger'
export const NET = 'net_earnings'

const YEARS = [2006, 2007, 2008, 2009]
const QUARTERS = [1, 2, 3, 4]
const DETAILS = 24
/** Lines of the ledger that stand outside its sections. */
const CLOSING_LINES = 4
const MIRRORED = 30

/** The id of a detail line: the nth of a section. */
export function item(section: number, n: number): string {
  return `item_${section}_${n}`
}

/** Twenty-four columns: four quarters and their sum for each year, and two years compared in amount and percent. */
function columns(): Column[] {
  const periods = YEARS.flatMap((year): Column[] => [
    ...QUARTERS.map((quarter): Column => ({
      id: `q${quarter}_${year}`,
      label: `Quarter ${quarter}, ${year}`,
      kind: 'duration',
      end: `${year}-${String(quarter * 3).padStart(2, '0')}-30`,
    })),
    {
      id: `fy_${year}`,
      label: `Year ${year}`,
      kind: 'duration',
      end: `${year}-12-31`,
      formula: `= sum(@q1_${year}..@q4_${year})`,
    },
  ])
  const compared = [2009, 2008].flatMap((year): Column[] => [
    { id: `change_${year}`, label: 'Change', kind: 'computed', all: true, formula: `= @fy_${year} - @fy_${year - 1}` },
    {
      id: `percent_${year}`,
      label: '%',
      kind: 'computed',
      all: true,
      format: 'percent',
      formula: `= percent_change(@fy_${year}, @fy_${year - 1})`,
    },
  ])
  return [...periods, ...compared]
}

const INPUT_COLUMNS = YEARS.flatMap((year) => QUARTERS.map((quarter) => `q${quarter}_${year}`))

function amount(section: number, n: number, column: number): number {
  return ((section * 7919 + n * 104_729 + column * 31) % 199_993) - 99_996
}

function sectionLines(section: number): Line[] {
  const total = `section_${section}`
  const details = Array.from({ length: DETAILS }, (_, n): Line => ({
    id: item(section, n),
    label: `Detail ${n + 1} of class ${section + 1}`,
    kind: 'input',
    format: 'amount',
    parent: total,
  }))
  const first = item(section, 0)
  const last = item(section, DETAILS - 1)
  return [
    ...(section % 2 === 0
      ? [{ id: `part_${section}`, label: `Part ${section / 2 + 1}`, kind: 'heading' } as Line]
      : []),
    {
      id: total,
      label: `Interest and fees on loans of class ${section + 1}`,
      kind: 'formula',
      format: 'amount',
      formula: `= sum(${first}..${last})`,
      rule: 'single',
    },
    ...details,
  ]
}

function ledger(lineCount: number): Schedule {
  const lines: Line[] = []
  let sections = 0
  while (lines.length + DETAILS + 2 + CLOSING_LINES <= lineCount) lines.push(...sectionLines(sections++))
  for (let n = 0; lines.length + CLOSING_LINES < lineCount; n++) {
    lines.push({ id: `other_${n}`, label: `Other item ${n + 1}`, kind: 'input', format: 'amount' })
  }
  const last = lines.at(-1)!
  const end = last.parent ?? last.id
  lines.push(
    {
      id: NET,
      label: 'Net earnings',
      kind: 'formula',
      format: 'amount',
      formula: `= sum(section_0..${end})`,
      rule: 'double',
      currency: true,
    },
    { id: 'preferred_dividends', label: 'Preferred dividends', kind: 'input', format: 'amount', deduction: true },
    { id: 'shares', label: 'Shares', kind: 'input', format: 'shares' },
    {
      id: 'per_share',
      label: 'Per share',
      kind: 'formula',
      format: 'per_share',
      formula: `= round(${NET} / shares, 2)`,
    },
  )
  const cells: CellInput[] = []
  const facts: CellFact[] = []
  const put = (line: string, column: string, input: number): void => {
    cells.push({ schedule: LEDGER, line, column, input: `${input}` })
  }
  for (const [c, column] of INPUT_COLUMNS.entries()) {
    for (let section = 0; section < sections; section++) {
      let total = 0
      for (let n = 0; n < DETAILS; n++) {
        const figure = amount(section, n, c)
        total += figure
        put(item(section, n), column, figure)
      }
      facts.push({ line: `section_${section}`, column, origin: 'published', perSource: `${total}` })
    }
    for (const { id } of lines.filter((line) => line.id.startsWith('other_'))) put(id, column, amount(0, c, 7))
    put('preferred_dividends', column, 3672)
    put('shares', column, 76_084 + c)
  }
  for (const year of YEARS) put('shares', `fy_${year}`, 76_100)
  const groups = [
    ...YEARS.map((year) => ({ label: `${year}`, columns: [...QUARTERS.map((q) => `q${q}_${year}`), `fy_${year}`] })),
    { label: '2009 and 2008', columns: ['change_2009', 'percent_2009'] },
    { label: '2008 and 2007', columns: ['change_2008', 'percent_2008'] },
  ]
  return {
    id: LEDGER,
    title: 'Ledger of interest and fees',
    kind: 'income',
    columns: columns(),
    lines,
    cells,
    facts,
    groups,
  }
}

/** Net earnings to taxable income, each adjustment the mirror of a section. */
function reconciliation({ lines }: Schedule): Schedule {
  const mirrored = lines.filter(({ id }) => id.startsWith('section_')).slice(0, MIRRORED)
  const adjustments = mirrored.map(({ id, label }): Line => ({
    id: `of_${id}`,
    label: `Adjustment of ${label.toLowerCase()}`,
    kind: 'formula',
    format: 'amount',
    formula: `= 0 - ${LEDGER}.${id}`,
    source: { line: `${LEDGER}.${id}`, sign: -1 },
    type: 'temporary',
  }))
  return {
    id: 'reconciliation',
    title: 'Net earnings to taxable income',
    kind: 'reconciliation',
    columns: columns().filter(({ all }) => !all),
    start: NET,
    lines: [
      { id: NET, label: 'Net earnings', kind: 'formula', format: 'amount', formula: `= ${LEDGER}.${NET}` },
      ...adjustments,
      {
        id: 'taxable_income',
        label: 'Estimated taxable income',
        kind: 'formula',
        format: 'amount',
        formula: `= sum(${NET}..${adjustments.at(-1)!.id})`,
        rule: 'double',
      },
    ],
    cells: [],
  }
}

/** The filing, its ledger of exactly so many lines. */
export function largeFiling({ lines, status }: LargeSize): Filing {
  const book = ledger(lines)
  return {
    id: 'large',
    title: `Ledger of ${lines} lines`,
    registrant: 'Example Mortgage Holdings, Inc.',
    unit: 'thousands',
    periodEnd: '2009-12-31',
    status,
    schedules: [book, reconciliation(book)],
    headlines: [
      { id: 'net_earnings', label: 'Net earnings', lines: [`${LEDGER}.${NET}`] },
      { id: 'taxable_income', label: 'Estimated taxable income', lines: ['reconciliation.taxable_income'] },
      { id: 'open_tie_outs', label: 'Open tie-outs', lines: [] },
    ],
  }
}
