/**
 * Impac Mortgage Holdings, letter of February 3, 2011 to the SEC's staff on the trusts of 2009: the filing and its
 * headlines. Figures stand in the schedules; no REIT measure is given for 2009.
 */
import type { Filing } from '../../../shared/model/filing.ts'
import { netTrustGain } from '../../../shared/templates/trust_rollforward.ts'
import { EQUITY } from './equity.ts'
import { COVERS, TRUST_GAIN } from './trust_gain.ts'
import { TRUSTS } from './trusts.ts'

export const IMPAC_2009: Filing = {
  id: 'impac_2009',
  title: 'Trust rollforward for 2009',
  registrant: 'Impac Mortgage Holdings, Inc.',
  form: 'SEC response letter',
  periodEnd: '2009-12-31',
  documentDate: '2011-02-03',
  unit: 'thousands of dollars',
  status: 'filed',
  schedules: [TRUSTS, TRUST_GAIN, EQUITY],
  // The trusts have component columns only, so that each headline names the year itself.
  headlines: [
    netTrustGain(COVERS),
    { id: 'residual', label: 'Residual interests', lines: ['equity.residual@fy_2009'] },
    { id: 'long_term_debt', label: 'Long-term debt', lines: ['equity.long_term_debt@fy_2009'] },
    { id: 'equity', label: "Stockholders' equity at end of year", short: 'Equity', lines: ['equity.closing@fy_2009'] },
  ],
}
