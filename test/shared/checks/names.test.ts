/**
 * Names that lead nowhere are found wherever structure bears them; what the product itself makes bears none, and no act that is
 * planned adds one, whatever it is done to.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { nameFaults, newFaults } from '../../../shared/checks/names.ts'
import type { Filing, Line, Schedule } from '../../../shared/model/filing.ts'
import { deleteLines } from '../../../shared/structure/deletion.ts'
import type { Draft } from '../../../shared/structure/plan.ts'
import { detailsOf } from '../../../shared/templates/filing_details.ts'
import { nextDetails, rollForward } from '../../../shared/templates/roll/roll_forward.ts'
import { newFiling, TEMPLATE_IDS } from '../../../shared/templates/templates.ts'
import { Choices, numbers, runs } from '../calc/choices.ts'
import { draftAfter } from '../structure/draft_after.ts'
import { randomAct, randomDraft } from '../structure/random_drafts.ts'
import { sentence } from '../worded.ts'

const WHOLE: Schedule = {
  id: 'income',
  title: 'Income',
  columns: [{ id: 'q1', label: 'Q1', kind: 'duration' }],
  lines: [
    { id: 'fees', label: 'Fees', kind: 'input', notes: ['1'] },
    { id: 'late', label: 'Late fees', kind: 'input', parent: 'fees', source: { line: 'income.fees', sign: 1 } },
  ],
  cells: [],
  groups: [{ label: 'Three Months', columns: ['q1'], notes: ['1'] }],
  notes: [{ mark: '1', text: 'Estimated.' }],
  start: 'fees',
}
const FILING: Filing = {
  id: 'own',
  title: 'Own',
  schedules: [WHOLE],
  headlines: [
    { id: 'net_earnings', label: 'Net', lines: ['other.net', 'income.fees@q1'] },
    { id: 'open_tie_outs', label: 'Open', lines: [] },
  ],
  minimumDistribution: { taxableIncome: 'income.fees', preferredDividends: 'income.late', yearToDate: { q1: ['q1'] } },
}

function texts(schedule: Partial<Schedule>, more: Partial<Filing> = {}): string[] {
  return nameFaults({ ...FILING, schedules: [{ ...WHOLE, ...schedule }], ...more }).map(({ text }) => text)
}

function withLine(more: Partial<Line>): Partial<Schedule> {
  return { lines: [WHOLE.lines[0]!, { ...WHOLE.lines[1]!, ...more }] }
}

describe('a name that leads nowhere', () => {
  test.each<[string, Partial<Schedule>, Partial<Filing>, string]>([
    ['a parent', withLine({ parent: 'gone' }), {}, 'Income: Late fees is a detail of gone, which does not exist.'],
    ['itself', withLine({ parent: 'late' }), {}, 'Income: Late fees would be a detail of itself.'],
    [
      'a source',
      withLine({ source: { line: 'gone.fees', sign: 1 } }),
      {},
      'Late fees in Income mirrors gone.fees, which is not a line of the filing.',
    ],
    [
      'a note',
      withLine({ notes: ['2'] }),
      {},
      'Late fees in Income has the mark of note 2, which the schedule does not have.',
    ],
    [
      'a head',
      { groups: [{ label: 'Six', columns: ['q2'] }] },
      {},
      'The head “Six” of Income spans q2, which is not a column of the schedule.',
    ],
    ['a start', { start: 'gone' }, {}, 'The sum of Income starts from gone, which is not a line of the schedule.'],
    [
      'a headline',
      {},
      { headlines: [{ id: 'equity', label: 'Equity', lines: ['equity.a', 'income.fees@q2'] }] },
      'The headline “Equity” shows equity.a or income.fees@q2, which is not a line of the filing.',
    ],
    [
      'a rule',
      {},
      { minimumDistribution: { ...FILING.minimumDistribution!, taxableIncome: 'gone.a' } },
      'The minimum distribution is formed from gone.a, which is not a line of the filing.',
    ],
    [
      'its year',
      {},
      { minimumDistribution: { ...FILING.minimumDistribution!, yearToDate: { q1: ['m6'] } } },
      'The minimum distribution counts m6, which is not a column of the filing.',
    ],
  ])('is told of %s', (_, schedule, more, text) => {
    expect(texts({})).toEqual([])
    expect(texts(schedule, more)).toEqual([text])
  })

  test('is news once, not where it is renamed, copied or taken away', () => {
    const [old] = nameFaults({ ...FILING, schedules: [{ ...WHOLE, ...withLine({ parent: 'gone' }) }] })
    const copied = nameFaults({ ...FILING, schedules: [{ ...WHOLE, ...withLine({ parent: 'gone', label: 'Other' }) }] })
    expect(newFaults([old!], copied)).toEqual([])
    expect(newFaults([old!], [])).toEqual([])
    expect(newFaults([], [old!])).toEqual([old])
  })
})

describe('what the product makes', () => {
  const details = { ...detailsOf(sampleFilings()[0]!), periodEnd: '2026-09-30' }
  const chosen = [
    ...TEMPLATE_IDS.map((id) => [id]),
    [...TEMPLATE_IDS],
    TEMPLATE_IDS.slice(1, 3),
    TEMPLATE_IDS.slice(0, 2),
  ]
  const made = chosen.flatMap((schedules) =>
    (['quarter', 'year'] as const).map((covers) =>
      newFiling({ id: schedules.join('_'), details, covers, against: 'before', schedules }),
    ),
  )
  const all = [...sampleFilings(), ...made]
  test.each(all)('$id names what is there, also once rolled on for two years', (filing) => {
    expect(nameFaults(filing)).toEqual([])
    let last = filing
    for (let quarter = 0; quarter < 8; quarter += 1) {
      const next = rollForward(last, { id: 'next', details: nextDetails(last, quarter < 7 ? 'quarter' : 'year') })
      if (next.kind === 'refused') throw new Error(sentence(next))
      last = next.filing
      expect(nameFaults(last), `${quarter}`).toEqual([])
    }
  })

  test('a headline whose line goes is left without the lines that were to stand in and are not there', () => {
    const [, income] = made
    const draft: Draft = { filing: income!, at: 0, scenarios: [], comments: [] }
    const plan = deleteLines(draft, {
      schedule: 'income',
      lines: ['net_earnings'],
      replace: 'values',
      engine: createEngine(income!),
    })
    if (plan.kind === 'refused') throw new Error(sentence(plan))
    expect(nameFaults(draftAfter(draft, plan.changes).filing)).toEqual([])
  })

  test('no act that is planned brings in a name that leads nowhere', () => {
    let done = 0
    fc.assert(
      fc.property(numbers(700), numbers(120), (structure, acts) => {
        const choices = new Choices(acts)
        let draft = randomDraft(new Choices(structure))
        for (let number = 0; number < 6; number += 1) {
          const { name, plan } = randomAct(choices, draft, number)
          if (plan.kind === 'refused') continue
          const after = draftAfter(draft, plan.changes)
          expect(newFaults(nameFaults(draft.filing), nameFaults(after.filing)), name).toEqual([])
          draft = after
          done += 1
        }
      }),
      { ...runs(300), endOnFailure: true },
    )
    expect(done).toBeGreaterThan(500)
  })
})
