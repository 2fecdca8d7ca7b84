/**
 * What stands on a filing copy and on a workpaper copy, and when a filing copy is refused.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { Decimal } from '../../../shared/money/decimal.ts'
import { formatAmount } from '../../../shared/money/format.ts'
import type { PrintDocument } from '../../../shared/print/document.ts'
import { cellTexts, print, printed, sample } from './sample_documents.ts'

const q3 = sample('impac_2007_q3')
const trusts = sample('impac_2009')

function row(document: PrintDocument, id: string): PrintDocument['rows'][number] {
  const found = document.rows.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`no row ${id}`)
  return found
}

function ids(document: PrintDocument): string[] {
  return document.rows.map(({ id }) => id)
}

function text(document: PrintDocument): string {
  return document.blocks
    .map((block) =>
      block.kind === 'chart' ? '' : block.kind === 'row' ? [block.text, ...block.figures].join(' | ') : block.text,
    )
    .join('\n')
}

function reasons(filing: Filing, schedule: string, cells?: CellInput[]): string {
  const result = print(filing, schedule, { mode: 'filing', ...(cells && { cells }) })
  return result.kind === 'refusal' ? result.reasons.join('\n') : 'not refused'
}

/** The filing with one thing changed. */
function changed(filing: Filing, change: (copy: Filing) => void): Filing {
  const copy = structuredClone(filing)
  change(copy)
  return copy
}

describe('filing copy of the reconciliation', () => {
  const document = printed(q3, 'reconciliation', { mode: 'filing' })

  test('has the published columns and lines alone', () => {
    expect(document.columns.map(({ id }) => id)).toEqual(['q3_2007', 'q2_2007', 'q3_2006', 'm9_2007'])
    expect(document.rows.map(({ id }) => id)).not.toContain('intercompany_other')
    expect(document.rows).toHaveLength(16)
    expect(document.foot).toBeUndefined()
    expect([...document.banner, ...document.warnings]).toEqual([])
  })

  test('has every figure of golden/reconciliation.csv, to the character', () => {
    const golden = readFileSync(join(import.meta.dirname, '../../golden/reconciliation.csv'), 'utf8')
    const signed = new Set(['net_earnings', 'taxable_income', 'taxable_income_per_share'])
    let compared = 0
    for (const line of golden.trim().split('\n').slice(1)) {
      const [id = '', parent, , , , ...rest] = line.replaceAll(/"[^"]*"/g, 'text').split(',')
      if (parent !== '' || rest[0] === '') continue
      const format = id.endsWith('per_share') ? 'per_share' : id === 'diluted_shares' ? 'shares' : 'amount'
      const figures = rest.slice(0, 4).map((text) => new Decimal(text))
      const expected = figures.map((x) => formatAmount(x, { format, currency: signed.has(id) }))
      expect(cellTexts(row(document, id))).toEqual(expected)
      compared += 1
    }
    expect(compared).toBe(15)
    expect(cellTexts(row(document, 'net_earnings'))).toEqual([
      '$ (1,191,235)',
      '$ (152,547)',
      '$ (127,690)',
      '$ (1,465,450)',
    ])
    expect(cellTexts(row(document, 'trs_dividend'))).toEqual(['–', '–', '3,900', '–'])
  })

  test('has heads, unit and eleven notes, each cited', () => {
    expect(document.registrant).toBe('Impac Mortgage Holdings, Inc.')
    expect(document.qualifiers).toEqual(['(unaudited)', '(in thousands, except per share amounts)'])
    expect(document.groups).toEqual([
      { label: 'Three Months Ended', notes: ['1'], from: 0, span: 3 },
      { label: 'Nine Months Ended', notes: ['1'], from: 3, span: 1 },
    ])
    expect(document.blocks[0]).toEqual({ kind: 'heading', text: 'Notes (summarized)' })
    const marks = document.blocks.flatMap((block) => (block.kind === 'item' ? [block.mark] : []))
    expect(marks).toEqual(Array.from({ length: 11 }, (_, index) => `(${index + 1})`))
    expect(row(document, 'adjustments').notes).toEqual(['2'])
  })

  test('indents the adjustments under their heading and rules the total', () => {
    expect(row(document, 'miscellaneous').depth).toBe(1)
    expect(row(document, 'taxable_income')).toMatchObject({ depth: 0, rule: 'double', kind: 'total' })
    expect(row(document, 'diluted_shares').depth).toBe(0)
  })
})

describe('filing copy of the comparison of earnings', () => {
  const document = printed(q3, 'income', { mode: 'filing' })

  test('has the lines of the release and no other', () => {
    expect(document.rows.map(({ id }) => id)).toEqual([
      'interest_income',
      'interest_expense',
      'net_interest_income',
      'provision_for_loan_losses',
      'net_interest_after_provision',
      'non_interest_income',
      'non_interest_expense',
      'income_tax_expense',
      'discontinued_operations',
      'net_earnings',
      'net_earnings_per_share',
      'dividends_per_share',
    ])
  })

  test.each([
    ['interest_income', ['$ 313,772', '$ 316,285', '$ (2,513)', '(1)%']],
    ['income_tax_expense', ['3,056', '4,969', '(1,913)', '(38)']],
    ['net_earnings', ['$ (1,191,235)', '$ (152,547)', '$ (1,038,688)', '(681)%']],
    ['net_earnings_per_share', ['$ (15.66)', '$ (2.00)', '$ (13.66)', '(683)%']],
    ['dividends_per_share', ['$ –', '$ –', '$ –', '–%']],
  ])('%s prints as the release does', (id, texts) => {
    expect(cellTexts(row(document, id))).toEqual(texts)
  })
})

describe('filing copy of the trusts', () => {
  const document = printed(trusts, 'trusts', { mode: 'filing' })
  test('numbers the notes without the one that is cited by a column left out', () => {
    const marks = document.blocks.flatMap((block) => (block.kind === 'item' ? [block.mark] : []))
    expect(marks).toEqual(['(1)', '(2)', '(3)'])
    expect(row(document, 'basis').notes).toEqual(['2'])
    expect(document.columns.map(({ id }) => id)).not.toContain('residual')
  })
  test('has words, blanks and a dollar sign on the first figure of each column', () => {
    expect(cellTexts(row(document, 'basis')).slice(0, 5)).toEqual(['Level 3', 'Level 3', 'Level 3', 'NRV', ''])
    expect(cellTexts(row(document, 'opening'))[0]).toBe('$ 2,068')
    expect(cellTexts(row(document, 'interest_income'))[0]).toBe('109')
  })
})

describe('a filing copy of a draft', () => {
  test('says on every page that it is one; as filed it says nothing', () => {
    const draft: Filing = { ...q3, status: 'draft' }
    expect(printed(draft, 'income', { mode: 'filing' })).toMatchObject({ banner: ['Draft'], foot: undefined })
    expect(printed(q3, 'income', { mode: 'filing' }).banner).toEqual([])
    expect(printed(draft, 'income', { mode: 'workpaper' }).banner).toEqual([])
  })
})

describe('a filing copy is refused', () => {
  test('for a scenario', () => {
    const cells = [{ schedule: 'income', line: 'interest_income', column: 'q3_2007', input: '313773' }]
    expect(reasons(q3, 'income', cells)).toContain('A hypothetical scenario prints as a workpaper copy')
  })

  test('when it does not foot', () => {
    const wrong = changed(q3, (copy) => {
      copy.schedules[0]!.cells.push({ schedule: 'income', line: 'net_earnings', column: 'q3_2007', input: '-1191236' })
    })
    expect(reasons(wrong, 'income')).toMatch(/Does not foot: Net loss, Three Months Ended September 30, 2007/)
  })

  test('when it shows an error value', () => {
    const wrong = changed(q3, (copy) => {
      copy.schedules[0]!.cells.push({ schedule: 'income', line: 'interest_income', column: 'q2_2007', input: '=1/0' })
    })
    expect(reasons(wrong, 'income')).toContain('Interest income, Three Months Ended June 30, 2007, shows #DIV/0!.')
  })

  test('when a derived column would stand among published ones', () => {
    const wrong = changed(q3, (copy) => {
      delete copy.schedules[1]!.columns.find(({ id }) => id === 'q1_2007')!.filingCopy
    })
    expect(reasons(wrong, 'reconciliation')).toContain(
      'The column Three Months Ended March 31, 2007 is derived, not published',
    )
  })

  test('when an assumed or balancing figure would', () => {
    const wrong = changed(q3, (copy) => {
      const facts = copy.schedules[0]!.facts!
      facts.find(({ line, column }) => line === 'interest_expense' && column === 'q3_2007')!.origin = 'assumed'
    })
    expect(reasons(wrong, 'income')).toContain('Interest expense, Three Months Ended September 30, 2007, is assumed')
    expect(reasons(trusts, 'equity')).toContain('a balancing amount, not separately disclosed')
  })

  test('when a note is cited and missing', () => {
    const wrong = changed(q3, (copy) => void copy.schedules[1]!.notes!.splice(4, 1))
    expect(reasons(wrong, 'reconciliation')).toContain('Note (5) is cited, but its text is missing.')
  })

  test('never for what a folded detail or a column left out says', () => {
    expect(reasons(q3, 'income')).toBe('not refused')
    expect(reasons(q3, 'reconciliation')).toBe('not refused')
    expect(reasons(trusts, 'trusts')).toBe('not refused')
  })
})

/** A draft with an entered total over two details that are ticked. */
function entered(total: string): Filing {
  const columns = [{ id: 'q1', label: 'Q1', kind: 'duration' as const }]
  const lines = [
    { id: 'fees', label: 'Fees', kind: 'input' as const, parent: 'income', filingCopy: true },
    { id: 'interest', label: 'Interest', kind: 'input' as const, parent: 'income', filingCopy: true },
    { id: 'income', label: 'Income', kind: 'input' as const },
    { id: 'total', label: 'Total', kind: 'formula' as const, formula: '= income' },
  ]
  const cells = Object.entries({ fees: '3', interest: '4', income: total }).map(([line, input]) => ({
    schedule: 'own',
    line,
    column: 'q1',
    input,
  }))
  return { id: 'own', title: 'Own', status: 'draft', schedules: [{ id: 'own', columns, lines, cells }] }
}

describe('a detail that is ticked to be shown in the filing copy', () => {
  /** The filing as if all of its figures were published, with those details ticked. */
  const ticked = (...shown: string[]): Filing =>
    changed(q3, (copy) => {
      const [income] = copy.schedules
      for (const fact of income!.facts!) fact.origin = 'published'
      for (const line of income!.lines) {
        delete line.origin
        if (shown.includes(line.id)) line.filingCopy = true
      }
    })
  const { lines } = q3.schedules[0]!
  const all = lines.filter(({ parent }) => parent === 'non_interest_income').map(({ id }) => id)

  test('stands in both copies above the total that it is a part of, one step in', () => {
    expect(all.length).toBeGreaterThan(2)
    for (const mode of ['filing', 'workpaper'] as const) {
      const document = printed(ticked(...all), 'income', { mode })
      const at = ids(document).indexOf('non_interest_income')
      expect(ids(document).slice(at - all.length, at)).toEqual(all)
      for (const id of all) expect(row(document, id)).toMatchObject({ depth: 1, kind: 'detail', rule: 'none' })
      expect(row(document, 'non_interest_income')).toMatchObject({ rule: 'single', kind: 'total' })
      expect(cellTexts(row(document, all[0]!)).filter((cell) => cell !== '')).not.toEqual([])
    }
  })

  test('stands alone where its neighbours are not ticked; no rule then says that it adds up to the total', () => {
    for (const mode of ['filing', 'workpaper'] as const) {
      const document = printed(ticked(all.at(-1)!), 'income', { mode })
      expect(ids(document).filter((id) => all.includes(id))).toEqual([all.at(-1)])
      expect(row(document, 'non_interest_income')).toMatchObject({ rule: 'none', kind: 'line' })
    }
  })

  test('brings the detail that it stands under, and stands in its place where that one is unticked', () => {
    const nested = changed(ticked(all[0]!), (copy) => {
      copy.schedules[0]!.lines.find(({ id }) => id === all[0])!.parent = all[1]!
    })
    expect(ids(printed(nested, 'income', { mode: 'filing' })).filter((id) => all.includes(id))).toEqual(all.slice(0, 2))
    expect(row(printed(nested, 'income', { mode: 'filing' }), all[0]!).depth).toBe(2)
    const unticked = changed(nested, (copy) => {
      copy.schedules[0]!.lines.find(({ id }) => id === all[1])!.filingCopy = false
    })
    const document = printed(unticked, 'income', { mode: 'filing' })
    expect(ids(document).filter((id) => all.includes(id))).toEqual([all[0]])
    expect(row(document, all[0]!).depth).toBe(1)
  })

  test('refuses the copy of a draft where it does not add up to a total that was entered; within rounding the copy says so', () => {
    expect(reasons(entered('9'), 'own')).toBe('Does not foot: Income, Q1: details add up to 7, not to 9.')
    const note = 'Amounts may not add because of rounding.'
    expect(text(printed(entered('8'), 'own', { mode: 'filing' }))).toBe(note)
    expect(text(printed(entered('7'), 'own', { mode: 'filing' }))).toBe('')
    const folded = changed(entered('9'), ({ schedules }) => {
      for (const line of schedules[0]!.lines) delete line.filingCopy
    })
    expect(text(printed(folded, 'own', { mode: 'filing' }))).toBe('')
  })

  test('is judged as every figure of the copy is: one that is not published is a cause against it', () => {
    const balancing = changed(q3, (copy) => {
      copy.schedules[0]!.lines.find(({ id }) => id === 'otti_loss')!.filingCopy = true
    })
    expect(reasons(balancing, 'income')).toContain('are derived, not published')
  })

  test('and what is not ticked folds, as before', () => {
    expect(ids(printed(ticked(), 'income', { mode: 'filing' })).filter((id) => all.includes(id))).toEqual([])
    const unticked = changed(ticked(...all), (copy) => {
      for (const line of copy.schedules[0]!.lines) if (line.filingCopy) line.filingCopy = false
    })
    expect(ids(printed(unticked, 'income', { mode: 'filing' })).filter((id) => all.includes(id))).toEqual([])
  })
})

describe('workpaper copy', () => {
  const cells = [
    { schedule: 'income', line: 'provision_for_loan_losses', column: 'q3_2007', input: '799445' },
    { schedule: 'income', line: 'derivatives_unrealized', column: 'q3_2007', input: '-140347' },
  ]
  const income = printed(q3, 'income', { mode: 'workpaper', cells })
  test('unfolds the details of a line when the scenario changed one, and rules their sum', () => {
    const ids = income.rows.map(({ id }) => id)
    expect(ids).toContain('otti_loss')
    expect(ids).not.toContain('trs_net_earnings')
    expect(row(income, 'non_interest_income')).toMatchObject({ rule: 'single', kind: 'total' })
    expect(row(income, 'otti_loss')).toMatchObject({ depth: 1, kind: 'detail', marks: ['d'] })
  })

  test('unfolds all details when asked, and none as filed', () => {
    const all = printed(q3, 'income', { mode: 'workpaper', details: 'all' }).rows.map(({ id }) => id)
    expect(all).toContain('trs_net_earnings')
    const asFiled = printed(q3, 'income', { mode: 'workpaper' }).rows.map(({ id }) => id)
    expect(asFiled).not.toContain('otti_loss')
  })

  test('says what is hypothetical, what changed, and when', () => {
    expect(income.banner).toEqual(['Hypothetical: Downside'])
    expect(income.foot?.statement).toBe('Workpaper copy · Downside · change 17 · November 20, 2026 at 9:45 PM')
    expect(income.foot?.signatures).toEqual(['Prepared by', 'Reviewed by'])
    expect(text(income)).toContain(
      'Provision for loan losses, Three Months Ended September 30, 2007 | 789,445 | 799,445 | 10,000',
    )
  })

  test('marks a derived column at its head and explains every mark it uses', () => {
    const document = printed(q3, 'reconciliation', { mode: 'workpaper' })
    expect(document.columns.at(-1)).toMatchObject({ id: 'q1_2007', marks: ['d'] })
    expect(text(document)).toContain('Derived by arithmetic on published figures.')
    expect(text(document)).toContain('nine months less the second and third quarters')
    const marks = document.blocks.flatMap((block) => (block.kind === 'item' ? [block.mark] : []))
    expect(marks).toContain('d')
    expect(marks).not.toContain('c')
  })

  test('says n.d. for what was not disclosed, and nothing where a line has no cell', () => {
    const document = printed(q3, 'equity', { mode: 'workpaper' })
    expect(cellTexts(row(document, 'opening'))).toEqual(['n.d.', 'n.d.', 'n.d.'])
    expect(text(document)).toContain('Not disclosed by the source document.')
    const details = printed(q3, 'reconciliation', { mode: 'workpaper', details: 'all' })
    expect(cellTexts(row(details, 'deferred_charge_amortization')).slice(2)).toEqual(['', '', ''])
  })

  test('says what does not foot and what differs from the source', () => {
    const wrong = changed(q3, (copy) => {
      copy.schedules[0]!.cells.push({ schedule: 'income', line: 'net_earnings', column: 'q3_2007', input: '-1191236' })
    })
    const document = printed(wrong, 'income', { mode: 'workpaper' })
    expect(document.warnings.join('\n')).toMatch(/Does not foot: Net loss.*by \(1\)/)
    expect(text(document)).toContain(
      'the source prints (1,191,235), and the lines give (1,191,236); the difference is (1).',
    )
    expect(row(document, 'net_earnings').cells[0]).toMatchObject({ marks: ['o'] })
  })

  test('continues a long note in pieces that a page can hold, losing no word', () => {
    const long = 'The amount rests on an estimate of what the trusts will recover. '.repeat(200).trim()
    const document = printed(
      changed(q3, (copy) => void (copy.schedules[1]!.notes![2]!.text = long)),
      'reconciliation',
      { mode: 'filing' },
    )
    const items = document.blocks.flatMap((block) => (block.kind === 'item' ? [block] : []))
    const start = items.findIndex(({ mark }) => mark === '(3)')
    const end = items.findIndex(({ mark }) => mark === '(4)')
    const pieces = items.slice(start, end)
    expect(pieces.length).toBeGreaterThan(5)
    expect(pieces.every((piece) => piece.text.length <= 1_500)).toBe(true)
    expect(pieces.map((piece) => piece.text).join(' ')).toBe(long)
  })
})

test('a schedule that does not exist is an error of the caller', () => {
  expect(() => print(q3, 'nowhere', { mode: 'filing' })).toThrow('no schedule nowhere')
})
