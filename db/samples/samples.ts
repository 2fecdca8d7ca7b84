/**
 * The two filed sample filings that a new workbook starts with.
 * Data only, read against their documents; must not read files or compute figures.
 */
import type { Filing } from '../../shared/model/filing.ts'
import { IMPAC_2007_Q3 } from './impac_2007_q3/filing.ts'
import { IMPAC_2009 } from './impac_2009/filing.ts'

/**
 * Impac's press release on the third quarter of 2007 and its letter of 2011 on the trusts of 2009, both filed,
 * amounts in thousands of dollars. Each call gives copies of its own.
 */
export function sampleFilings(): Filing[] {
  return [structuredClone(IMPAC_2007_Q3), structuredClone(IMPAC_2009)]
}
