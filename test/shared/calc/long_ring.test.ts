/**
 * A ring of many lines, each reading the next and the last the first, costs what a chain of as many costs, and is told in a few
 * words. Compared in one run, so that a slow machine slows both.
 */
import { beforeAll, expect, test } from 'vitest'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { TieOutBook } from '../../../shared/checks/tie_out_book.ts'
import { planEdit } from '../../../shared/analysis/edit.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { ringFault } from '../../../shared/structure/cycles.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { at, text } from './sheet.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { worded } from '../worded.ts'

const LENGTH = 20_000
/** Far above what comes on top for the members, also beside other work; a quadratic step takes hundreds of times as long. */
const MOST_TIMES = 40

function lines(isRing: boolean): Filing {
  const made = Array.from({ length: LENGTH }, (_, i) =>
    i === LENGTH - 1 && !isRing
      ? { id: `l${i}`, label: `Line ${i}`, kind: 'input' as const }
      : { id: `l${i}`, label: `Line ${i}`, kind: 'formula' as const, formula: `l${(i + 1) % LENGTH} + 1` },
  )
  const columns = [{ id: 'c', label: 'C', kind: 'duration' as const }]
  return { id: 'f', title: 'F', status: 'draft', schedules: [{ id: 's', columns, lines: made, cells: [] }] }
}

const draft = (filing: Filing) => ({ filing, scenarios: [], at: 0, comments: [] })

const LAST = at(`l${LENGTH - 1}`)

let chain: Filing
let ring: Filing

beforeAll(() => {
  chain = lines(false)
  ring = lines(true)
  // What is made once for each text and name is made before anything is timed.
  tieOuts(chain, createEngine(chain))
})

function took(act: () => unknown): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

function comparedTo(chained: () => unknown, ringed: () => unknown): number {
  const times = [1, 2].map(() => [took(chained), took(ringed)] as const)
  const least = (which: 0 | 1) => Math.min(...times.map((one) => one[which]))
  // A few milliseconds tell nothing.
  return least(1) / Math.max(least(0), 20)
}

const book = (filing: Filing, engine: Engine) => () => new TieOutBook(filing, engine).all()

const explained = (engine: Engine) => () => {
  for (let i = 0; i < LENGTH; i++) engine.explain(at(`l${i}`))
}

test('it is built, checked and explained in the time of a chain', () => {
  expect(
    comparedTo(
      () => createEngine(chain),
      () => createEngine(ring),
    ),
  ).toBeLessThan(MOST_TIMES)
  const [chained, ringed] = [createEngine(chain), createEngine(ring)]
  expect(
    comparedTo(
      () => tieOuts(chain, chained),
      () => tieOuts(ring, ringed),
    ),
  ).toBeLessThan(MOST_TIMES)
  expect(comparedTo(book(chain, chained), book(ring, ringed))).toBeLessThan(MOST_TIMES)
  expect(comparedTo(explained(chained), explained(ringed))).toBeLessThan(MOST_TIMES)
}, 120_000)

test('an edit that closes it, and one that opens it, cost what the same edits of a chain cost', () => {
  for (const layer of ['base', 'scenario'] as const) {
    const [open, closing] = [createEngine(chain), createEngine(chain)]
    const put = (engine: Engine, input: string) => () => void engine.apply([{ ...LAST, input }], layer)
    const [plain, again] = [took(put(open, '= 7')), took(put(open, '5'))]
    const [closed, opened] = [took(put(closing, '= l0 + 1')), took(put(closing, '5'))]
    expect(closed + opened).toBeLessThan(MOST_TIMES * Math.max(plain + again, 40))
    expect(text(closing, 'l0')).toBe(text(open, 'l0'))
  }
}, 120_000)

test('it is told by some members and their number, in an explanation, a tie-out and a refusal', () => {
  const engine = createEngine(ring)
  const { meaning } = engine.explain(at('l7'))
  expect(meaning).toBe(
    'The formula depends on its own result. The cycle runs through s.l0@c, s.l1@c, s.l2@c, s.l3@c, s.l4@c, s.l5@c, s.l6@c, s.l7@c, s.l8@c, s.l9@c, s.l10@c and 19,989 more.',
  )
  const errors = tieOuts(ring, engine).filter(({ kind }) => kind === 'error')
  expect(errors.map((one) => one.text)).toEqual(['Line 0, C: shows #CYCLE!. The formula depends on its own result.'])
  const request = { filing: chain, engine: createEngine(chain), scenario: null, ref: LAST, text: '= l0 + 1' }
  expect(worded(planEdit({ ...request, flow: 'tax_only' }))).toEqual({
    kind: 'refused',
    reason:
      'The formula would depend on its own result, through Line 0, Line 1, Line 2, Line 3, Line 4 and 19,995 more.',
  })
  const fault = refusalText(ringFault(draft(chain), draft(ring), [LAST])!)
  expect(fault).toMatch(
    /^The formula would depend on itself: Line 19999 reads Line 0, which reads Line 1, .* Line 10, and so on through 19,988 more, the last of which reads Line 19999\.$/,
  )
  expect(fault.length).toBeLessThan(400)
}, 120_000)
