/**
 * The filings of one registrant as a line: by the end of their period, and within a period by stage, and which filing follows which. Pure;
 * reads heads alone.
 */
import { nameKey } from './names.ts'
import { STAGES, type FilingHead, type Stage } from './filing.ts'

/** A head, as far as it tells the place of a filing in a line. */
export type Lined = Pick<
  FilingHead,
  'id' | 'registrant' | 'periodEnd' | 'documentDate' | 'stage' | 'predecessor' | 'form'
>

/** The names under which a registrant's documents were issued. */
export type Names = { names: readonly string[] }

/** A company's name as it is compared: commas and full stops are no part of it, `Impac Mortgage Holdings, Inc` is one with `IMPAC MORTGAGE HOLDINGS, INC.`. */
export function companyKey(name: string): string {
  return nameKey(name).replaceAll(/[.,]/g, ' ').replaceAll(/\s+/g, ' ').trim()
}

/** What tells registrants apart: one for all names of a record, else the name itself; empty where a filing names none. */
export function registrantKey(
  { registrant = '' }: Pick<FilingHead, 'registrant'>,
  records: readonly Names[] = [],
): string {
  const key = companyKey(registrant)
  const record = records.find(({ names }) => names.some((name) => companyKey(name) === key))
  return record?.names[0] === undefined ? key : companyKey(record.names[0])
}

/** The stage that a filing says, else the one that its form tells; undefined where neither does. */
export function stageOf({ stage, form = '' }: Pick<FilingHead, 'stage' | 'form'>): Stage | undefined {
  if (stage) return stage
  if (/\b10-?[QK]/i.test(form)) return 'report'
  if (/\b(?:press|earnings) release\b|\b8-?K\b/i.test(form)) return 'release'
  return /\b1120\b/.test(form) ? 'return' : undefined
}

/** The stages as a person chooses them. */
export const STAGE_NAMES: Record<Stage, string> = {
  flash: 'Flash',
  draft: 'Draft of the release',
  release: 'Release',
  report: '10-Q or 10-K',
  return: 'Tax return',
}

/** The stage of a filing in words, a report by its form: `Release`, `10-Q`; undefined where nothing tells it. */
export function stageName(filing: Pick<FilingHead, 'stage' | 'form'>): string | undefined {
  const stage = stageOf(filing)
  const report = /\b10-?([QK])/i.exec(filing.form ?? '')
  return stage === 'report' && report ? `10-${report[1]!.toUpperCase()}` : stage && STAGE_NAMES[stage]
}

/** The filings in the order of their periods, those of one period by stage, then by date; one without a period comes first. */
export function inLine<T extends Lined>(filings: readonly T[]): T[] {
  return filings.toSorted(
    (a, b) => byText(a.periodEnd, b.periodEnd) || rankOf(a) - rankOf(b) || byText(a.documentDate, b.documentDate),
  )
}

function byText(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A document that tells no stage stands where a release would. */
function rankOf(filing: Lined): number {
  return STAGES.indexOf(stageOf(filing) ?? 'release')
}

/** The line of a filing's registrant, itself included. */
export function lineOfFilings<T extends Lined>(filing: T, all: readonly T[], records: readonly Names[] = []): T[] {
  const key = registrantKey(filing, records)
  return inLine(all.filter((one) => one.id === filing.id || (key !== '' && registrantKey(one, records) === key)))
}

/** All filings by registrant, in the order in which these first appear, each line in its order. */
export function linesOfFilings<T extends Lined>(
  all: readonly T[],
  records: readonly Names[] = [],
): { key: string; name: string; filings: T[] }[] {
  const byKey = Map.groupBy(all, (filing) => registrantKey(filing, records))
  return [...byKey].map(([key, filings]) => ({ key, name: filings.at(-1)!.registrant ?? '', filings: inLine(filings) }))
}

/**
 * The filing that another follows: the one that it was made from, while that is there; else the latest before it in its line. Undefined
 * for the first.
 */
export function predecessorOf<T extends Lined>(
  filing: T,
  all: readonly T[],
  records: readonly Names[] = [],
): T | undefined {
  const made = all.find(({ id }) => id === filing.predecessor && id !== filing.id)
  if (made) return made
  const line = lineOfFilings(filing, all, records)
  return line[line.findIndex(({ id }) => id === filing.id) - 1]
}

/** The filings that follow one directly, the nearest first. */
export function successorsOf<T extends Lined>(filing: T, all: readonly T[], records: readonly Names[] = []): T[] {
  return lineOfFilings(filing, all, records).filter((one) => predecessorOf(one, all, records)?.id === filing.id)
}
