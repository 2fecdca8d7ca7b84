/**
 * Reading formulas: what binds first, what is refused, and the characters that the refusal points at.
 */
import { describe, expect, test } from 'vitest'
import { FUNCTIONS, isFunctionName, type Node } from '../../../shared/formula/ast.ts'
import { MAX_DEPTH, parseFormula } from '../../../shared/formula/parse.ts'
import { MAX_LENGTH } from '../../../shared/formula/tokens.ts'
import { computed } from '../calc/sheet.ts'

/** The tree with every operation in brackets, so that what binds first can be read. */
function bracketed(node: Node): string {
  switch (node.type) {
    case 'number':
      return node.value.toFixed()
    case 'reference': {
      const line = [node.schedule, node.line].filter((part) => part !== undefined).join('.')
      return `${line}${node.column === undefined ? '' : `@${node.column}`}${node.role ? `:${node.role}` : ''}`
    }
    case 'line_range':
      return `${node.schedule ? `${node.schedule}.` : ''}${node.first}..${node.last}${node.column ? `@${node.column}` : ''}${node.role ? `:${node.role}` : ''}`
    case 'column_range':
      return `${node.schedule ? `${node.schedule}.` : ''}${node.line ?? ''}@${node.first}..@${node.last}${node.role ? `:${node.role}` : ''}`
    case 'negate':
      return `[-${bracketed(node.operand)}]`
    case 'sum':
      return `[${node.terms.map((term, i) => `${term.sign < 0 ? '-' : i ? '+' : ''}${bracketed(term.node)}`).join('')}]`
    case 'product':
      return `[${bracketed(node.left)}${node.operator}${bracketed(node.right)}]`
    case 'power':
      return `[${bracketed(node.base)}^${bracketed(node.exponent)}]`
    case 'comparison':
      return `[${bracketed(node.left)}${node.operator}${bracketed(node.right)}]`
    case 'call':
      return `${node.name}(${node.arguments.map(bracketed).join(',')})`
  }
}

function read(text: string): string {
  const result = parseFormula(text)
  return 'formula' in result ? bracketed(result.formula.root) : `refused: ${result.error.message}`
}

describe('what binds first', () => {
  test.each([
    ['-2^2', '[-[2^2]]', '-4'],
    ['2^-2', '[2^[-2]]', '0.25'],
    ['2^3^2', '[2^[3^2]]', '512'],
    ['(-2)^2', '[[-2]^2]', '4'],
    ['1 - 2 - 3', '[1-2-3]', '-4'],
    ['1 - (2 - 3)', '[1-[2-3]]', '2'],
    ['8 / 4 / 2', '[[8/4]/2]', '1'],
    ['8 / 4 * 2', '[[8/4]*2]', '4'],
    ['1 + 2 * 3', '[1+[2*3]]', '7'],
    ['-2 * 3', '[[-2]*3]', '-6'],
    ['2 * -3', '[2*[-3]]', '-6'],
    ['--3', '[-[-3]]', '3'],
    ['+3', '3', '3'],
    ['1 + 2 > 2', '[[1+2]>2]', '1'],
    ['1 = 1 + 1', '[1=[1+1]]', '0'],
    ['10%', '0.1', '0.1'],
    ['50% ^ 2', '[0.5^2]', '0.25'],
    ['-12.5% * 8', '[[-0.125]*8]', '-1'],
    ['.47', '0.47', '0.47'],
    ['1.', '1', '1'],
    ['3 - -2', '[3-[-2]]', '5'],
  ])('%s', (text, tree, value) => {
    expect(read(text)).toBe(tree)
    expect(computed(text)).toBe(value)
    expect(computed(`= ${text}`)).toBe(value)
  })
})

describe('references and ranges', () => {
  test.each([
    ['net_earnings', 'net_earnings'],
    ['income.net_earnings', 'income.net_earnings'],
    ['income.net_earnings@q3_2007', 'income.net_earnings@q3_2007'],
    ['net_earnings @ q3_2007', 'net_earnings@q3_2007'],
    ['@q3_2007 - @q2_2007', '[@q3_2007-@q2_2007]'],
    ['sum(a..b)', 'sum(a..b)'],
    ['sum(s.a..b@q1)', 'sum(s.a..b@q1)'],
    ['sum(s.a..s.b)', 'sum(s.a..b)'],
    ['sum(@afs..@reo)', 'sum(@afs..@reo)'],
    ['sum(s.a@afs..@reo, 1)', 'sum(s.a@afs..@reo,1)'],
    ['min(a..b) + max(@c..@d)', '[min(a..b:members)+max(@c..@d:members)]'],
    ['as_filed(a@c)', 'as_filed(a@c:filed)'],
    ['SUM(Net_Earnings)', 'sum(net_earnings)'],
    ['  = a\n + b', '[a+b]'],
  ])('%s', (text, tree) => {
    expect(read(text)).toBe(tree)
  })

  test('references are numbered in reading order', () => {
    const result = parseFormula('if(a > b, sum(c..d), @e)')
    if (!('formula' in result)) throw new Error(result.error.message)
    expect(result.formula.references.map(({ slot, at, end }) => [slot, at, end])).toEqual([
      [0, 3, 4],
      [1, 7, 8],
      [2, 14, 18],
      [3, 21, 23],
    ])
  })
})

/** Each mistake, with the characters it is pointed at between guillemets. */
const MISTAKES: [marked: string, message: string][] = [
  ['«»', 'The formula is empty.'],
  ['= «»', 'The formula is empty.'],
  ['a + «»', 'The formula ends where an amount, a line or a function is expected.'],
  ['a «b»', 'b is not expected here.'],
  ['a + «*» b', '* is not expected here: an amount, a line or a function is.'],
  ['(a + b«»', 'A closing parenthesis is missing.'],
  ['a + b«)»', ') is not expected here.'],
  ['sum(a, b«»', 'sum( lacks its closing parenthesis.'],
  ['sum(a «b»)', 'sum( lacks its closing parenthesis.'],
  ['«sum» + 1', 'sum is a function: write sum(…).'],
  [
    '«total»(a)',
    'There is no function total. Functions: sum, average, count, min, max, abs, round, if, and, or, not, iferror, is_blank, needs, printed, as_filed, percent_change.',
  ],
  ['«abs()»', 'abs takes 1 argument, not 0.'],
  ['1 + «abs(a, b)»', 'abs takes 1 argument, not 2.'],
  ['«if(a)»', 'if takes 2 to 3 arguments, not 1.'],
  ['«a..b»', 'A range can be used only inside sum, average, count, min, max or a function of tax.'],
  ['1 + «a..b»', 'A range can be used only inside sum, average, count, min, max or a function of tax.'],
  ['sum(«a..b» * 2)', 'A range can be used only inside sum, average, count, min, max or a function of tax.'],
  ['sum((«a..b»))', 'A range can be used only inside sum, average, count, min, max or a function of tax.'],
  ['abs(«@a..@b»)', 'A range can be used only inside sum, average, count, min, max or a function of tax.'],
  ['sum(s.a..«t».b)', 'A range stays within one schedule.'],
  ['sum(@a..«b»)', 'A range of columns is written @first..@last.'],
  ['a@«1»', 'The id of a column is expected here.'],
  ['a.«»', 'The id of a line is expected here.'],
  ['a..«@»b', 'The id of a line is expected here.'],
  ['a < b «<» c', 'Comparisons are not chained: use and(a < b, b < c).'],
  ['«1,234» + a', 'Amounts in a formula are written without separators: 1234.'],
  ['a + «1,234»', 'Amounts in a formula are written without separators: 1234.'],
  ['«10000000000000000000»', 'An amount has at most 19 digits before and 20 after the point.'],
  ['a * «0.000000000000000000001»', 'An amount has at most 19 digits before and 20 after the point.'],
  ['printed(«a + b»)', 'printed takes one line or column, not a calculation.'],
  ['as_filed(«sum(a..b)»)', 'as_filed takes one line or column, not a calculation.'],
  ['a«;» b', 'Arguments are separated by a comma, not a semicolon.'],
  ['if(a, «"»yes")', 'A formula holds no quoted text.'],
  ['«$»5', 'An amount in a formula has no $ sign.'],
  ['income«!»a', 'A line of another schedule is written schedule.line.'],
  ['sum(a«:»b)', 'A range is written first..last.'],
  ['a + «é»', 'The character é has no meaning in a formula.'],
  ['a + «💰» + b', 'The character 💰 has no meaning in a formula.'],
  ['a«%»', '% is not expected here.'],
  ['5%«%»', '% is not expected here.'],
  [`${'('.repeat(MAX_DEPTH)}«a»${')'.repeat(MAX_DEPTH)}`, 'The formula is nested too deeply.'],
  [`a${'*1'.repeat(MAX_DEPTH)}«*»1`, 'Too many factors in one product.'],
]

describe('mistakes are pointed at', () => {
  test.each(MISTAKES)('%s', (marked, message) => {
    const at = marked.indexOf('«')
    const end = marked.indexOf('»') - 1
    const result = parseFormula(marked.replaceAll(/[«»]/g, ''))
    expect(result).toEqual({ error: { at, end, message } })
  })

  test('text beyond the longest formula is refused unread', () => {
    const longest = `a${'+a'.repeat((MAX_LENGTH - 1) / 2)}`
    expect(longest.length).toBeLessThanOrEqual(MAX_LENGTH)
    expect('formula' in parseFormula(longest)).toBe(true)
    expect(parseFormula(longest.padEnd(MAX_LENGTH + 5))).toEqual({
      error: { at: MAX_LENGTH, end: MAX_LENGTH + 5, message: 'A formula has at most 10,000 characters.' },
    })
  })

  test('as deep as is allowed', () => {
    expect(read(`${'('.repeat(MAX_DEPTH - 1)}a${')'.repeat(MAX_DEPTH - 1)}`)).toBe('a')
    expect(read(`${'-'.repeat(MAX_DEPTH - 1)}a`)).not.toContain('refused')
    expect(read(`${'-'.repeat(MAX_DEPTH)}a`)).toBe('refused: The formula is nested too deeply.')
    expect(read(`a${'^a'.repeat(MAX_DEPTH)}`)).toBe('refused: The formula is nested too deeply.')
  })
})

test('the functions of design.md and no others, each with its help', () => {
  const plain = Object.keys(FUNCTIONS).filter((name) => !name.startsWith('tax_'))
  expect(plain.join(' ')).toBe(
    'sum average count min max abs round if and or not iferror is_blank needs printed as_filed percent_change',
  )
  for (const { help, least, most } of Object.values(FUNCTIONS)) {
    expect(help).toMatch(/\.$/)
    expect(least).toBeLessThanOrEqual(most)
  }
  expect(isFunctionName('sum')).toBe(true)
  for (const name of ['Sum', 'constructor', 'toString', '__proto__', 'net_earnings'])
    expect(isFunctionName(name)).toBe(false)
})
