/**
 * The eleven notes of the reconciliation, each the matter of the release's note in words of this product.
 */
import type { Note } from '../../../shared/model/filing.ts'

export const RECONCILIATION_NOTES: Note[] = [
  {
    mark: '1',
    text: "Estimated taxable income rests on estimates of the differences between book and tax; the tax return for the year can show another amount. It is not a GAAP measure, and this schedule ties it to net earnings as the SEC's Regulation G asks. To stay a REIT, the company must pay out at least 90% of its taxable income for the year.",
  },
  {
    mark: '2',
    text: 'Books and tax recognize some revenues and expenses in different ways or periods; each adjustment takes one such difference out of net earnings.',
  },
  {
    mark: '3',
    text: 'Provisions are estimates of losses already inherent in the portfolios and in general are not deductible, so they are added back: those of the REIT for loan losses and for real estate owned (REO). The deduction comes when a loss is realized. Provisions made so far therefore lower the taxable income of later periods, perhaps materially.',
  },
  {
    mark: '4',
    text: 'Takes out what GAAP records on REMIC securitizations, which are borrowings in the books and sales for tax. The amount is before any provision for loan losses on REMIC collateral, and no specific allowance is held against that collateral.',
  },
  {
    mark: '5',
    text: 'Income taxed to the company on its residual interests in the REMICs, whose loans count as sold in its tax returns.',
  },
  {
    mark: '6',
    text: 'Derivatives of the parent are marked to market through GAAP earnings; taxable income takes them up only when they are realized.',
  },
  {
    mark: '7',
    text: 'Net earnings of the taxable REIT subsidiaries, IFC and ICCG. Their taxable income can differ from this amount.',
  },
  {
    mark: '8',
    text: "A distribution by a taxable REIT subsidiary is taxable dividend income as far as it comes from undistributed taxable income of this or earlier periods. What exceeds that returns the parent's capital, and what exceeds the capital is a capital gain. Distributions and net earnings of the subsidiary need not be equal.",
  },
  {
    mark: '9',
    text: 'Eliminates gains on loans sold among IFC, ICCG and the parent and the effects of their other mutual transactions, after tax, and includes the related deferred charge as it is amortized.',
  },
  {
    mark: '10',
    text: 'An other-than-temporary impairment of securities available-for-sale, which is not deductible when recorded. The loss is expected to be realized in a later period.',
  },
  {
    mark: '11',
    text: 'Stated before the deduction for dividends paid on common stock and before net operating losses carried forward, which for federal tax were estimated at $16.4 million at December 31, 2006 and expire in 2020.',
  },
]
