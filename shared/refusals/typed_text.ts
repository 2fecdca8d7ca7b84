/**
 * Why a typed text is no input of a cell: what is wrong and what would be right. `shown` is the text as typed, cut where it is long.
 */

type Shown = { shown: string }

export const TYPED_TEXT = {
  text_too_long: ({ length, most }: { length: number; most: number }) =>
    `The text has ${length} characters; a cell holds at most ${most}.`,
  formula_not_begun: () => 'A formula follows the equals sign, such as = line_a - line_b.',
  name_after_sign: ({ shown, formula }: Shown & { formula: string }) =>
    `${shown} is no amount; a formula begins with an equals sign: =${formula}`,
  no_division: () => 'What stands can be changed by +=, -= and *=; *=0.5 halves it.',
  operand_missing: ({ operator }: { operator: string }) =>
    `An amount follows ${operator}, such as ${operator}${operator === '*=' ? '1.1' : '500'}.`,
  amount_too_long: ({ shown }: Shown) => `${shown} is too long for an amount.`,
  percent_sign_inside: ({ shown }: Shown) => `${shown} has a percent sign that does not stand at the end.`,
  percentage_of_amount: ({ shown, factor }: Shown & { factor: string }) =>
    `${shown} is a percentage, and the cell holds an amount; *=${factor} takes that part of what stands.`,
  dollar_alone: () => 'An amount follows the $, such as $1,234.',
  dollar_misplaced: ({ shown }: Shown) => `${shown} has a $ that does not stand once, before the figure.`,
  dollar_in_percentage: ({ shown }: Shown) => `${shown} has a $, and the cell holds a percentage.`,
  no_figure: ({ shown }: Shown) => `${shown} has no figure.`,
  parenthesis_open: ({ shown }: Shown) =>
    `${shown} has no closing parenthesis; a negative amount is (1,234) or -1,234.`,
  parenthesis_unopened: ({ shown }: Shown) =>
    `${shown} has no opening parenthesis; a negative amount is (1,234) or -1,234.`,
  parentheses_inside: ({ shown }: Shown) => `${shown} has parentheses that do not enclose the whole figure.`,
  two_signs: ({ shown }: Shown) => `${shown} has two signs of a negative amount; it is (5) or -5, not both.`,
  plus_before: ({ shown, figure }: Shown & { figure: string }) =>
    `${shown} starts with a plus: ${figure} enters the amount, +=${figure} adds it to what stands.`,
  minus_behind: ({ shown, figure }: Shown & { figure: string }) =>
    `${shown} has its minus behind; a negative amount is -${figure}.`,
  figure_missing: ({ shown }: Shown) => `${shown} has no figure; a dash alone is nil.`,
  exponent: ({ shown }: Shown) => `${shown} is written with an exponent; all digits of the amount are needed.`,
  abbreviated: ({ shown }: Shown) =>
    `${shown} is abbreviated; all digits of the amount are needed, in the unit of the schedule.`,
  space_inside: ({ shown }: Shown) => `${shown} has a space inside; thousands are separated by commas, as in 1,234.`,
  calculation: ({ shown, formula }: Shown & { formula: string }) =>
    `${shown} is a calculation; a formula starts with an equals sign: =${formula}`,
  other_currency: ({ shown }: Shown) => `${shown} has a currency sign other than $; the filing is in dollars.`,
  strange_signs: ({ shown }: Shown) =>
    `${shown} is not an amount: beside digits only a comma, a point, $, a sign or parentheses may stand.`,
  not_an_amount: ({ shown }: Shown) => `${shown} is not an amount; a blank cell says not given, a dash says nil.`,
  comma_after_point: ({ shown, right }: Shown & { right: string }) =>
    `${shown} has a comma after the point; commas separate thousands and a point the decimals, as in ${right}.`,
  two_points: ({ shown }: Shown) => `${shown} has more than one decimal point; thousands are separated by commas.`,
  comma_ambiguous: ({ shown, decimal, whole }: Shown & { decimal: string; whole: string }) =>
    `${shown} has a comma that does not separate thousands; it is ${decimal} or ${whole}.`,
  commas_misplaced: ({ shown, right }: Shown & { right: string }) =>
    `${shown} has commas that do not separate thousands; ${right} would.`,
  rate_ambiguous: ({ shown, percent, fraction }: Shown & { percent: string; fraction: string }) =>
    `${shown} has no percent sign; ${percent}% and ${fraction} say the same rate without doubt.`,
  too_many_decimals: ({ shown, most }: Shown & { most: number }) =>
    `${shown} has more than ${most} decimal places, the most that are kept.`,
  amount_too_large: ({ shown, limit }: Shown & { limit: string }) =>
    `${shown} is too large; amounts are smaller than ${limit}.`,
}
