/**
 * Why a typed text is no input of a cell: what is wrong and what would be right. `shown` is the text as typed, cut where it is long.
 */

type Shown = { shown: string }

export const TYPED_TEXT = {
  text_too_long: ({ length, most }: { length: number; most: number }) =>
    `The text has ${length} characters. A cell holds at most ${most}.`,
  formula_not_begun: () => 'Enter a formula after the equals sign, such as = line_a - line_b.',
  name_after_sign: ({ shown, formula }: Shown & { formula: string }) =>
    `${shown} is not an amount. A formula begins with an equals sign: =${formula}`,
  no_division: () => 'An amount can be changed by +=, -= and *=; for example, *=0.5 halves it.',
  operand_missing: ({ operator }: { operator: string }) =>
    `Enter an amount after ${operator}, such as ${operator}${operator === '*=' ? '1.1' : '500'}.`,
  amount_too_long: ({ shown }: Shown) => `${shown} is too long for an amount.`,
  percent_sign_inside: ({ shown }: Shown) => `${shown} has a percent sign that is not at the end.`,
  percentage_of_amount: ({ shown, factor }: Shown & { factor: string }) =>
    `${shown} is a percentage, but the cell holds an amount. Type *=${factor} to take that part of the present amount.`,
  dollar_alone: () => 'Enter an amount after the $, such as $1,234.',
  dollar_misplaced: ({ shown }: Shown) => `${shown} must have one $, before the figure.`,
  dollar_in_percentage: ({ shown }: Shown) => `${shown} has a $, but the cell holds a percentage.`,
  no_figure: ({ shown }: Shown) => `${shown} has no figure.`,
  parenthesis_open: ({ shown }: Shown) =>
    `${shown} has no closing parenthesis. A negative amount is (1,234) or -1,234.`,
  parenthesis_unopened: ({ shown }: Shown) =>
    `${shown} has no opening parenthesis. A negative amount is (1,234) or -1,234.`,
  parentheses_inside: ({ shown }: Shown) => `${shown} has parentheses that do not enclose the whole figure.`,
  two_signs: ({ shown }: Shown) => `${shown} has two signs. A negative amount is (5) or -5, not both.`,
  plus_before: ({ shown, figure }: Shown & { figure: string }) =>
    `${shown} starts with a plus. Type ${figure} to enter the amount, or +=${figure} to add it.`,
  minus_behind: ({ shown, figure }: Shown & { figure: string }) =>
    `${shown} has its minus at the end. A negative amount is -${figure}.`,
  figure_missing: ({ shown }: Shown) => `${shown} has no figure. A dash alone is nil.`,
  exponent: ({ shown }: Shown) => `${shown} is written with an exponent. Enter all digits of the amount.`,
  abbreviated: ({ shown }: Shown) =>
    `${shown} is abbreviated. Enter all digits of the amount, in the unit of the schedule.`,
  space_inside: ({ shown }: Shown) => `${shown} has a space inside. Separate thousands by commas, as in 1,234.`,
  calculation: ({ shown, formula }: Shown & { formula: string }) =>
    `${shown} is a calculation. A formula starts with an equals sign: =${formula}`,
  other_currency: ({ shown }: Shown) => `${shown} has a currency sign other than $. The filing is in dollars.`,
  strange_signs: ({ shown }: Shown) =>
    `${shown} is not an amount. An amount has digits, commas, one point, $, a sign or parentheses.`,
  not_an_amount: ({ shown }: Shown) =>
    `${shown} is not an amount. Leave the cell blank for not disclosed, or enter a dash for nil.`,
  comma_after_point: ({ shown, right }: Shown & { right: string }) =>
    `${shown} has a comma after the point. Commas separate thousands, and a point the decimals, as in ${right}.`,
  two_points: ({ shown }: Shown) => `${shown} has more than one decimal point. Separate thousands by commas.`,
  comma_ambiguous: ({ shown, decimal, whole }: Shown & { decimal: string; whole: string }) =>
    `${shown} has a comma that does not separate thousands. Enter ${decimal} or ${whole}.`,
  commas_misplaced: ({ shown, right }: Shown & { right: string }) =>
    `${shown} has commas that do not separate thousands. Enter ${right}.`,
  rate_ambiguous: ({ shown, percent, fraction }: Shown & { percent: string; fraction: string }) =>
    `${shown} has no percent sign. Enter ${percent}% or ${fraction}.`,
  number_for_date: ({ shown }: Shown) =>
    `${shown} is a number, but the cell holds a date. Enter one such as 12/31/2007.`,
  days_not_whole: ({ shown }: Shown) => `A date is moved by whole days, such as +=30; ${shown} is no whole number.`,
  date_not_multiplied: () => 'A date cannot be multiplied. Move it by days, such as +=30, or enter another.',
  choices_missing: () =>
    'There is no list to choose from yet. Enter the choices in the details of the line, or of the column that has the format.',
  choice_unknown: ({ shown, choices }: Shown & { choices: string }) =>
    `${shown} is none of the choices: ${choices}. Enter one of them, its beginning, or its number.`,
  choice_ambiguous: ({ shown, choices }: Shown & { choices: string }) =>
    `${shown} begins more than one of the choices: ${choices}. Enter more letters.`,
  choice_not_changed: () => 'A choice cannot be raised, lowered or multiplied. Enter another choice.',
  choices_empty: () => 'Enter the choices, one to a line.',
  choice_twice: ({ choice }: { choice: string }) => `${choice} is entered twice. Enter each choice once.`,
  choice_like_formula: ({ choice }: { choice: string }) =>
    `${choice} would be read as a formula or a change. Enter words that begin otherwise.`,
  too_many_decimals: ({ shown, most }: Shown & { most: number }) => `${shown} has more than ${most} decimal places.`,
  amount_too_large: ({ shown, limit }: Shown & { limit: string }) =>
    `${shown} is too large. Amounts are smaller than ${limit}.`,
}
