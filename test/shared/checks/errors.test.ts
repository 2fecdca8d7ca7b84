/**
 * An error in any cell is an open tie-out, told where it arises, as soon as it stands and no longer.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tieOutLight } from '../../../renderer/features/tie_outs/tie_out_light.ts'
import { headlines } from '../../../shared/analysis/headlines.ts'
import { CellError } from '../../../shared/calc/cell_error.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { TieOutBook } from '../../../shared/checks/tie_out_book.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { Choices, numbers, runs } from '../calc/choices.ts'
import { edits, filing as randomFiling } from '../calc/random_filing.ts'
import { at, filing, type LineText } from '../calc/sheet.ts'
import { cellsOf } from '../calc/snapshots.ts'
import { print, sample } from '../print/sample_documents.ts'

function arising(entries: Record<string, LineText>, scenario: CellInput[] = []): string[] {
  const own = filing(entries)
  return tieOuts(own, createEngine(own, scenario))
    .filter(({ kind }) => kind === 'error')
    .map(({ line, status, filed }) => `${line} ${status} ${filed}`)
}

describe('an error', () => {
  test('is an open tie-out, named by line and column with its meaning', () => {
    const own = filing({ a: '6', b: '= a + nowhere' })
    const found = tieOuts(own, createEngine(own)).filter(({ status }) => status === 'fail')
    expect(found.map(({ text }) => text)).toEqual([
      'B, c: shows #REF!. A line, column or schedule that the formula names does not exist.',
    ])
  })

  test('is told where it arises, not where it travels to', () => {
    expect(arising({ a: '6', b: '= a / 0', c: '= b + 1', d: '= sum(a..c)', e: '= needs(d, d)' })).toEqual([
      'b fail fail',
    ])
    expect(arising({ a: '= nowhere', b: '= 1 / 0', c: '= a + b' })).toEqual(['a fail fail', 'b fail fail'])
    expect(arising({ a: 'n/a', b: '= a' })).toEqual(['a fail fail'])
    expect(arising({ a: '= 1 +' })).toEqual(['a fail fail'])
    expect(arising({ a: '= nowhere', b: '= iferror(a, 1 / 0)', c: '= iferror(a, 7)' })).toEqual([
      'a fail fail',
      'b fail fail',
    ])
  })

  test('of a cycle is told once, at its first cell', () => {
    expect(arising({ x: '= b', a: '= b', b: '= c', c: '= a', d: '= c' })).toEqual(['a fail fail'])
  })

  test('of the scenario is the scenario’s; one that a scenario mends goes on standing as filed', () => {
    const broken = { ...at('a'), input: '= nowhere' }
    expect(arising({ a: '6', b: '= a' }, [broken])).toEqual(['a fail pass'])
    const mended = { ...at('a'), input: '5' }
    expect(arising({ a: '= nowhere', b: '= a' }, [mended])).toEqual(['a pass fail'])
    // What is read as filed does not travel from the scenario.
    expect(arising({ a: '6', b: '= a' }, [{ ...at('a'), input: '= as_filed(a) + nowhere' }])).toEqual(['a fail pass'])
  })

  test('turns the light and is counted among the open tie-outs; mended, it is gone', () => {
    const release = sample('impac_2007_q3')
    const engine = createEngine(release)
    const book = new TieOutBook(release, engine)
    const open = (): string =>
      headlines({ filing: release, engine, column: 'q3_2007', open: book.openCounts() })
        .filter(({ id }) => id === 'open_tie_outs')
        .map(({ scenario }) => (scenario as { toFixed(): string }).toFixed())
        .join()
    const ref = { schedule: 'equity', line: 'issuances', column: 'q3_2007' }
    // As filed nothing fails; two per-share figures are flagged, which is amber too.
    expect(tieOutLight(book.counts()).text).toBe('145 tie, 2 flagged')
    expect(open()).toBe('2')
    const [before, counted] = [book.counts(), open()]
    engine.apply([{ ...ref, input: '= nowhere' }])
    expect(tieOutLight(book.counts()).text).toMatch(/^\d+ do(es)? not tie/)
    expect(Number(open())).toBeGreaterThan(Number(counted))
    expect(book.of(ref).map(({ text }) => text)).toContainEqual(expect.stringContaining('shows #REF!'))
    engine.apply([{ ...ref, input: null }])
    expect(book.counts()).toEqual(before)
    expect(open()).toBe(counted)
  })

  test('stands in the head of a workpaper copy and once among the causes against a filing copy', () => {
    const release = structuredClone(sample('impac_2007_q3'))
    release.schedules[0]!.cells.find(({ line, column }) => line === 'interest_income' && column === 'q2_2007')!.input =
      '=1/0'
    const workpaper = print(release, 'income', { mode: 'workpaper' })
    expect(workpaper.kind === 'document' && workpaper.warnings.join()).toContain(
      'Error: Interest income, Three Months Ended June 30, 2007: shows #DIV/0!.',
    )
    const copy = print(release, 'income', { mode: 'filing' })
    const causes = copy.kind === 'refusal' ? copy.reasons.filter((one) => one.includes('Interest income, Three')) : []
    expect(causes.filter((one) => one.includes('Ended June 30, 2007'))).toHaveLength(1)
  })
})

/** Every cell of amounts that shows an error in the scenario. */
function erring(own: Filing, engine: ReturnType<typeof createEngine>): boolean {
  return cellsOf(own).some((ref) => engine.value(ref) instanceof CellError)
}

test('the light is green only where no cell shows an error, and kept tie-outs equal fresh ones after any edits', () => {
  fc.assert(
    fc.property(numbers(600), numbers(400), fc.boolean(), (structure, acts, inPieces) => {
      const own = randomFiling(new Choices(structure))
      const engine = createEngine(own)
      const book = new TieOutBook(own, engine)
      let pieces = 0
      if (inPieces) book.advance(() => ++pieces > 1)
      else book.advance()
      for (const edit of edits(new Choices(acts), own, 10)) {
        engine.apply(edit.inputs, edit.layer)
        if (inPieces && pieces++ % 2 === 0) continue
        expect(book.all()).toEqual(tieOuts(own, engine))
        if (erring(own, engine)) {
          expect(book.counts().fail).toBeGreaterThan(0)
          expect(book.all().some(({ kind, status }) => kind === 'error' && status === 'fail')).toBe(true)
        } else expect(book.all().filter(({ kind, status }) => kind === 'error' && status === 'fail')).toEqual([])
      }
      expect(book.all()).toEqual(tieOuts(own, engine))
      book.end()
    }),
    runs(400),
  )
})
