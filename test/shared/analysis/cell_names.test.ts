/** Figures by the names that people say: how one is called, which one a name means, and which answer to a few words. */
import { describe, expect, it } from 'vitest'
import { cellChoices, cellLabel, cellNamed } from '../../../shared/analysis/cell_names.ts'
import { takesInput } from '../../../shared/calc/layout.ts'
import { cellName } from '../../../shared/model/cell.ts'
import { cell, letter, release } from './sample_edits.ts'

const NEAR = { schedule: 'reconciliation', column: 'q3_2007' }

const meant = (typed: string, near = {}): string => {
  const found = cellNamed(release, typed, near)
  return found.kind === 'cell' ? cellName(found.ref) : found.kind
}

describe('a figure is called', () => {
  it('by its line and the period in a few words', () => {
    expect(cellLabel(release, cell('income.provision_for_loan_losses@q3_2007'))).toBe(
      'Provision for loan losses, Q3 2007',
    )
    expect(cellLabel(release, cell('reconciliation.actual_loan_losses@m9_2007'))).toContain(', Nine months 2007')
    expect(
      cellLabel(letter, cell('trusts.' + letter.schedules[0]!.lines.find(({ kind }) => kind === 'input')!.id + '@afs')),
    ).toContain('Investment securities available-for-sale')
  })

  it('with its schedule where another schedule has one of that name, and each such name means its own', () => {
    for (const schedule of release.schedules) {
      for (const line of schedule.lines.filter(({ kind }) => kind !== 'heading' && kind !== 'text')) {
        for (const column of schedule.columns) {
          if (line.only && !line.only.includes(column.id)) continue
          const ref = { schedule: schedule.id, line: line.id, column: column.id }
          expect(meant(cellLabel(release, ref))).toBe(cellName(ref))
        }
      }
    }
  })
})

describe('a name means', () => {
  it('the same whatever its capitals, with the period in few words, in full or by its id', () => {
    const losses = 'reconciliation.actual_loan_losses@q3_2007'
    expect(meant('tax deduction for actual loan losses, q3 2007')).toBe(losses)
    expect(meant('Tax deduction for actual loan losses, Three Months Ended September 30, 2007')).toBe(losses)
    expect(meant('Tax deduction for actual loan losses, q3_2007')).toBe(losses)
  })

  it('the figure of the period in focus where it names the line alone; else the column is open', () => {
    expect(meant('Tax deduction for actual loan losses', NEAR)).toBe('reconciliation.actual_loan_losses@q3_2007')
    expect(meant('Tax deduction for actual loan losses')).toBe('open')
    expect(meant('Tax deduction for actual loan losses, Q1 1990', NEAR)).toBe('none')
    expect(meant('Tax deduction for actual', NEAR)).toBe('none')
  })
})

const offered = (typed: string, more = {}): string[] =>
  cellChoices(release, typed, { ...NEAR, ...more }).map(({ ref }) => cellName(ref))

describe('a few words', () => {
  it('find the figures that answer to all of them, those of the place first', () => {
    expect(offered('actual loan')[0]).toBe('reconciliation.actual_loan_losses@q3_2007')
    expect(offered('provision loan q2')[0]).toMatch(/@q2_2007$/)
    expect(offered('provision comparative')[0]).toMatch(/^income\./)
    expect(offered('')).toEqual([])
    expect(offered('walrus')).toEqual([])
  })

  it('are offered only figures that are wanted', () => {
    expect(offered('taxable income').length).toBeGreaterThan(0)
    expect(
      offered('increase', { schedule: 'income', accepts: takesInput }).some((name) => name.includes('@variance')),
    ).toBe(false)
  })
})
