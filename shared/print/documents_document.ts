/**
 * The comparison of two documents on paper: what was reported, the adjustment, and the figures as restated, revised or adjusted; with the
 * class, the reason and, of an error, its size by both measures. Between stages or filings it says what changed.
 */
import { cellText } from '../calc/cell_text.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { carriedSources } from '../checks/carried.ts'
import { cellTitle, columnName, columnOf, findCell, lineName, lineOf, originOf } from '../model/lookup.ts'
import { refusalText, type Refusal as Reason } from '../refusals/refusal.ts'
import { UNMARKED } from './refusals.ts'
import { documentSchedule, DOCUMENTS, type DocumentHeads } from '../analysis/document_schedule.ts'
import {
  correctionsBetween,
  inOrder,
  leadingCorrection,
  sharedPeriods,
  type DocumentRow,
  type DocumentSide,
} from '../analysis/documents.ts'
import { isReturn, landingsAmong } from '../analysis/true_ups.ts'
import { errorMeasures } from '../analysis/error_measures.ts'
import { keptValue } from '../analysis/kept_figures.ts'
import { createEngine } from '../calc/engine.ts'
import { CLASS_RULES, isError } from '../model/correction.ts'
import type { Filing } from '../model/filing.ts'
import { lineOfFilings, stageName } from '../model/line_of_filings.ts'
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

/** The same with its name, so that two can be put in their order. */
function documentOf(
  asked: Asked,
  name: DocumentName,
): DocumentSide & { name: DocumentName; version: number | undefined } {
  return { ...sideOf(asked, name), name, version: name.version }
}

/** How the columns are headed: versions of one filing by the class of the correction, else each document by its stage or title. */
export function documentHeads(earlier: Filing, later: Filing, period: string): DocumentHeads {
  const lead = leadingCorrection(correctionsBetween(earlier, later))
  const rule = lead && CLASS_RULES[lead.class]
  if (earlier.id === later.id) {
    return {
      title: rule ? `Figures ${rule.head.toLowerCase()}` : 'Figures as corrected',
      caption: period,
      earlier: 'As previously reported',
      adjustment: 'Adjustment',
      later: rule?.head ?? 'As corrected',
    }
  }
  if (isReturn(earlier, later)) {
    return {
      title: 'Estimate and tax return',
      caption: period,
      earlier: `Estimated, ${stageName(earlier) ?? isolated(earlier.title)}`,
      adjustment: 'True-up',
      later: 'Per return',
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
  const corrections = correctionsBetween(earlier.filing, later.filing)
  const blocks: PrintBlock[] = [
    { kind: 'heading', text: 'Documents' },
    remark(`Earlier: ${about.from}.`),
    remark(`Later: ${about.to}.`),
  ]
  for (const one of corrections) blocks.push(remark(`${CLASS_RULES[one.class].name}. Reason: ${isolated(one.reason)}`))
  if (!corrections.some(isError)) return blocks
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

/** Where a tax return lands, filing by filing: what each opened with, and the return. */
function landingBlocks({ workbook }: Asked, estimate: Filing, taxReturn: DocumentSide): PrintBlock[] {
  const filings = workbook.filings.flatMap(({ filing }) => (filing.deleted ? [] : [filing]))
  const find = (id: string): Filing | undefined => filings.find((one) => one.id === id)
  const sides = new Map<Filing, DocumentSide>()
  const side = (filing: Filing): DocumentSide => {
    const known = sides.get(filing)
    if (known) return known
    const engine = createEngine(filing)
    const made: DocumentSide = { filing, value: (ref) => engine.value(ref, 'base') }
    sides.set(filing, made)
    return made
  }
  const line = [...new Set([estimate, ...lineOfFilings(taxReturn.filing, filings)])]
  const found = landingsAmong(taxReturn, { line, filings }, (filing) => ({
    ...side(filing),
    carried: carriedSources(filing, (id) => {
      const earlier = find(id)
      return earlier && side(earlier)
    }),
  }))
  if (found.length === 0) return [{ kind: 'heading', text: LANDS }, remark(NOWHERE)]
  return [
    { kind: 'heading', text: LANDS },
    ...found.flatMap(({ filing, trueUps }): PrintBlock[] => [
      { kind: 'row', text: isolated(filing.title), figures: ['Opened with', 'Per return'], width: 11, isHead: true },
      ...trueUps.flatMap(({ at, stands, becomes }): PrintBlock[] => {
        const cell = findCell(filing, at)
        if (!cell) return []
        const text = (value: Value): string => cellText(value, cell.line, cell.column)
        return [
          { kind: 'row', text: cellTitle(cell), figures: [text(stands), text(becomes)], width: 11, isHead: false },
        ]
      }),
    ]),
  ]
}

const LANDS = 'Where the true-up lands'
const NOWHERE = 'No later filing opens with an estimate that the return changed.'

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

/** Why two documents must not be printed as a filing copy: a column or a figure that is not published as such, or nothing that differs. */
function copyRefusals(filings: readonly Filing[], rows: readonly DocumentRow[], period: string): Reason[] {
  const reasons: Reason[] = []
  const about = new Set(rows.map(({ schedule }) => schedule))
  if (rows.every(({ kind }) => kind === 'heading')) reasons.push({ code: 'documents_alike' })
  const filing = filings.at(-1)!
  for (const schedule of filing.schedules.filter(({ id }) => about.has(id))) {
    const column = columnOf(schedule, period)
    if (!column) continue
    const standing = column.origin && UNMARKED[column.origin]
    const name = columnName(schedule, column)
    if (standing !== undefined) reasons.push({ code: 'column_unpublished', column: name, standing })
    else if (column.filingCopy === false) reasons.push({ code: 'column_not_in_copy', column: name })
    for (const row of rows.filter((one) => one.kind === 'line' && one.schedule === schedule.id)) {
      const line = row.line && lineOf(schedule, row.line.id)
      const { origin } = line && isAmount(row.later) ? originOf({ schedule, line, column }) : {}
      const what = origin && UNMARKED[origin]
      if (!line || what === undefined) continue
      const filed = filing.status === 'filed'
      reasons.push({
        code: 'figures_unpublished',
        line: lineName({ schedule, line }),
        filed,
        columns: name,
        several: false,
        standing: what,
      })
    }
  }
  return reasons
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
    const [earlier, later] = inOrder(documentOf(asked, address.against), documentOf(asked, own))
    const periods = sharedPeriods(earlier.filing, later.filing)
    const period = address.period ? periods.find(({ id }) => id === address.period) : periods[0]
    if (!period) {
      throw new Nothing(
        address.period
          ? `The documents do not both show the period ${address.period}.`
          : 'The documents share no period.',
      )
    }
    const isCopy = address.mode === 'filing'
    const heads = documentHeads(earlier.filing, later.filing, period.name)
    const sheet = documentSchedule(earlier, later, {
      period: period.id,
      differingOnly: address.changed === true,
      filingCopy: isCopy,
      heads,
    })
    const reasons = isCopy ? copyRefusals([earlier.filing, later.filing], sheet.rows, period.id) : []
    if (reasons.length > 0) return { kind: 'refusal', title: heads.title, reasons: reasons.map(refusalText) }
    const { scenario: _scenario, beside: _beside, ...plain } = options
    const built = buildPrintDocument(sheet.filing, DOCUMENTS, sheet.values, {
      ...plain,
      details: 'all',
      tieOuts: [],
      comments: [],
    })
    // What could be filed bears no mark of the product, such as the number of a change.
    if (built.kind === 'refusal' || isCopy) return built
    const about = { period: period.id, from: named(earlier, earlier.name), to: named(later, later.name) }
    const lands = isReturn(earlier.filing, later.filing) ? landingBlocks(asked, earlier.filing, later) : []
    return { ...built, blocks: [...built.blocks, ...blocksOf(earlier, later, about), ...lands] }
  },
}
