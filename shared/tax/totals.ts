/**
 * Totals of a register's rows by one of its choices, such as what the common class was paid. Must not know what the choices mean.
 */
import { countOf, ruled, step, total, unusable, whole, worked } from './arguments.ts'

export const tax_total_of = ruled(
  {
    least: 3,
    most: 3,
    takes: ['choice by its place', 'choices of the rows', 'amounts of the rows'],
    help: 'The amounts of the rows that carry the choice, such as one class of stock; blank where no such row holds an amount.',
    source: '26 CFR 1.316-2(b)',
  },
  (args) => {
    const wanted = args.count(0, 'choice') ?? unusable('The choice is blank.')
    const choices = args.cells(1)
    const amounts = args.cellsLike(2, 'amounts', choices.length)
    const held = amounts.filter((cell, row) => cell !== null && countOf(choices[row] ?? null, 'choice') === wanted)
    if (held.length === 0) return worked(null, step('No row of the choice holds an amount', null))
    return worked(
      total(held),
      step('Rows that carry the choice', whole(held.length), 'text'),
      step('Together', total(held)),
    )
  },
)
