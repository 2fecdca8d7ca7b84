/**
 * What the comparison of documents says.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { CLASS_RULES, type Correction } from '../../../shared/model/correction.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import type { Version } from '../../../shared/model/version.ts'

export const TITLE = 'Compare documents'

export const ABOUT =
  'A filing beside its versions as they were filed, another stage of its period, or another filing of the registrant.'

/** Where there is nothing to compare with. */
export const NONE =
  'There is no version of this filing yet, and no other filing of the registrant shows one of its periods. A version is kept each time the filing is filed.'

export const SAME = 'The documents show the same figures for this period.'

export const NOT_READ = 'The document could not be read. Close this and open it again.'

export const HEADS = { line: 'Line', size: 'Size of the error' } as const

export const FIELDS = {
  earlier: 'Compare with',
  later: 'This document',
  period: 'Period',
  differing: 'Lines that differ only',
} as const

/** A version by the number of the change at which it was filed, as the change log has it. */
export function versionText({ number }: Version): string {
  return `As filed, change ${number}`
}

export function asItStands({ status }: Filing): string {
  return status === 'draft' ? 'The draft as it stands' : 'As filed, as it stands'
}

export const CLASSING = {
  as: 'What changed is',
  reason: 'Reason',
  submit: 'Class the change',
} as const

/** The class of what was corrected, with its reason. */
export function correctionText({ class: of, reason }: Correction): string {
  return `${CLASS_RULES[of].name}: ${isolated(reason)}`
}

export const MEASURES = {
  rollover: 'Effect on net earnings of the period (rollover)',
  ironCurtain: 'Effect on equity at the end of the period (iron curtain)',
  taxableIncome: (period: string) => `Estimated taxable income, ${period}`,
  unknown: 'not known',
} as const

/** Where a tax return lands. */
export const LANDINGS = {
  title: 'Where the true-up lands',
  about:
    'Schedules of tax in later filings opened with the estimate. Book openings stay: the books record a true-up in the current period.',
  none: 'No later filing opens with an estimate that the return changed. The books record a true-up in the current period.',
  stands: 'Opened with',
  becomes: 'Per return',
  blank: 'blank',
  take: (filing: string) => `Take the return into “${filing}”`,
  filed: (filing: string) => `“${filing}” is filed and stays as it is.`,
} as const
