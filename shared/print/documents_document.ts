/**
 * The comparison of two documents on paper: what was reported, the adjustment, and the figures as restated, revised or adjusted; with the
 * class, the reason and, of an error, its size by both measures. Between stages or filings it says what changed.
 */
import { documentSchedule, DOCUMENTS, type DocumentHeads } from '../analysis/document_schedule.ts'
import { sharedPeriods, type DocumentSide } from '../analysis/documents.ts'
import { errorMeasures } from '../analysis/error_measures.ts'
import { keptValue } from '../analysis/kept_figures.ts'
import { createEngine } from '../calc/engine.ts'
import { CLASS_RULES } from '../model/correction.ts'
import type { Filing } from '../model/filing.ts'
import { stageName } from '../model/line_of_filings.ts'
import type { Decimal } from '../money/decimal.ts'
import { formatAmount } from '../money/format.ts'
import { isolated } from '../money/isolated.ts'
import { documentName, type DocumentName } from './address.ts'
import { buildPrintDocument } from './build_document.ts'
import { remark } from './answer_document.ts'
import type { PrintBlock } from './document.ts'
import { Nothing, type Asked, type PrintPart } from './part.ts'

/** A document that an address names, with its figures. */
function sideOf({ workbook }: Asked, name: DocumentName): DocumentSide {
  if (name.version !== undefined) {
    const kept = workbook.versions.get(documentName(name))
    if (!kept) throw new Nothing(`The workbook has no version ${name.version} of ${name.filing}.`)
    return { filing: kept.filing, value: (ref) => keptValue(kept, ref) }
  }
  const found = workbook.filings.find(({ filing }) => filing.id === name.filing && !filing.deleted)
  if (!found) throw new Nothing(`The workbook has no filing ${name.filing}.`)
  const engine = createEngine(found.filing)
  return { filing: found.filing, value: (ref) => engine.value(ref, 'base') }
}

/** How the columns are headed: versions of one filing by the class of the correction, else each document by its stage or title. */
export function documentHeads(earlier: Filing, later: Filing, period: string): DocumentHeads {
  const rule = later.correction && CLASS_RULES[later.correction.class]
  if (earlier.id === later.id) {
    return {
      title: rule ? `Figures ${rule.head.toLowerCase()}` : 'Figures as corrected',
      caption: period,
      earlier: 'As previously reported',
      adjustment: 'Adjustment',
      later: rule?.head ?? 'As corrected',
    }
  }
  const [was, now] = [earlier, later].map((filing) => stageName(filing) ?? isolated(filing.title)) as [string, string]
  const isSame = was === now
  return {
    title: 'Comparison of documents',
    caption: period,
    earlier: isSame ? isolated(earlier.title) : was,
    adjustment: 'Change',
    later: isSame ? isolated(later.title) : now,
  }
}

/** What stands below the table: which documents, the class and its reason, and the size of an error. */
function blocksOf(
  earlier: DocumentSide,
  later: DocumentSide,
  about: { period: string; from: string; to: string },
): PrintBlock[] {
  const { correction } = later.filing
  const isOfOne = earlier.filing.id === later.filing.id
  const blocks: PrintBlock[] = [
    { kind: 'heading', text: 'Documents' },
    remark(`Earlier: ${about.from}.`),
    remark(`Later: ${about.to}.`),
  ]
  if (!isOfOne || !correction) return blocks
  blocks.push(remark(`${CLASS_RULES[correction.class].name}. Reason: ${isolated(correction.reason)}`))
  if (correction.class !== 'error_restated' && correction.class !== 'error_revised') return blocks
  const { rollover, ironCurtain, taxableIncome } = errorMeasures(earlier, later, about.period)
  return [
    ...blocks,
    { kind: 'heading', text: 'Size of the error' },
    measured('Effect on net earnings of the period (rollover)', rollover),
    measured('Effect on stockholders’ equity at the end of the period (iron curtain)', ironCurtain),
    measured(
      `Estimated taxable income${taxableIncome ? `, ${taxableIncome.name}` : ' of the year to date'}`,
      taxableIncome?.value ?? null,
    ),
  ]
}

function measured(text: string, amount: Decimal | null): PrintBlock {
  const figure = amount ? formatAmount(amount, { format: 'amount' }) : 'not known'
  return { kind: 'row', text, figures: [figure], width: 8, isHead: false }
}

/** `Third quarter 2007 results, as it stands`, or `…, as filed at change 12`. */
function named({ filing }: DocumentSide, { version }: DocumentName): string {
  return version === undefined
    ? `“${isolated(filing.title)}”, ${filing.status === 'draft' ? 'a draft' : 'as filed'}`
    : `“${isolated(filing.title)}”, as filed at change ${version}`
}

export const DOCUMENTS_PART: PrintPart = {
  id: DOCUMENTS,
  build(asked) {
    const { address, held, options } = asked
    if (!address.against) throw new Nothing('The address names no document to compare with.')
    const own: DocumentName = {
      filing: held.filing.id,
      ...(address.version !== undefined && { version: address.version }),
    }
    const [earlier, later] = [sideOf(asked, address.against), sideOf(asked, own)]
    const periods = sharedPeriods(earlier.filing, later.filing)
    const period = address.period ? periods.find(({ id }) => id === address.period) : periods[0]
    if (!period) {
      throw new Nothing(
        address.period
          ? `The documents do not both show the period ${address.period}.`
          : 'The documents share no period.',
      )
    }
    const sheet = documentSchedule(earlier, later, {
      period: period.id,
      differingOnly: address.changed === true,
      heads: documentHeads(earlier.filing, later.filing, period.name),
    })
    const { scenario: _scenario, beside: _beside, ...plain } = options
    const built = buildPrintDocument(sheet.filing, DOCUMENTS, sheet.values, {
      ...plain,
      details: 'all',
      tieOuts: [],
      comments: [],
    })
    // What could be filed bears no mark of the product, such as the number of a change.
    if (built.kind === 'refusal' || address.mode === 'filing') return built
    const about = { period: period.id, from: named(earlier, address.against), to: named(later, own) }
    return { ...built, blocks: [...built.blocks, ...blocksOf(earlier, later, about)] }
  },
}
