/**
 * What a typed name leads to: `line`, `schedule.line`, `schedule.line@column`, `filing/schedule.line@column`, `@column`,
 * a schedule, a filing, or a label. Finds and ranks places; must not go there.
 */
import { idWords } from '../structure/ids.ts'
import { isolated } from '../money/isolated.ts'
import { hasCell } from '../calc/layout.ts'
import { nearest } from '../formula/nearest.ts'
import type { Filing, Line, Schedule } from '../model/filing.ts'
import { columnName, lineName, scheduleName, idsOf } from '../model/lookup.ts'
import { foldedQuery } from './folded_text.ts'
import { nameRank } from './name_rank.ts'

/** A place by its ids; null where the name says nothing of it. */
export type Target = { filing: string; schedule: string; line: string | null; column: string | null }

/** A place that a typed name may mean: what to show of it, and the name that leads to it without doubt. */
export type Choice = { target: Target; name: string; label: string; where: string }

export type Completion =
  | { kind: 'choices'; choices: Choice[] }
  /** Nothing is named so: what is wrong, and what comes nearest. */
  | { kind: 'none'; reason: string; nearest: Choice[] }

/** Where the person is, for names that say less than all. */
export type Standing = { filing: string; schedule: string; line?: string } | null

/** Choices that are offered at once. */
const MOST = 50

/** Fewer letters than this begin too many ids to say which is near. */
const LEAST_BEGINNING = 5

type Parts = { filing?: string; schedule?: string; rest: string; column?: string }

/** `filing/schedule.rest@column`, each part as far as it is there; an address as in the browser's bar too. */
function partsOf(text: string): Parts {
  const [path = '', column] = text.trim().replace(/^#?\//, '').split('@', 2)
  const slash = path.indexOf('/')
  const filing = slash < 0 ? undefined : path.slice(0, slash).trim()
  const name = path.slice(slash + 1)
  const dot = name.indexOf('.')
  // A label may hold a full stop; an id before it does not hold spaces.
  const isPath = dot > 0 && /^[a-z][a-z0-9_]*$/i.test(name.slice(0, dot).trim())
  return {
    ...(filing === undefined ? {} : { filing: filing.toLowerCase() }),
    ...(isPath ? { schedule: name.slice(0, dot).trim().toLowerCase() } : {}),
    rest: isPath ? name.slice(dot + 1).trim() : name.trim(),
    ...(column === undefined ? {} : { column: column.trim() }),
  }
}

type Ranked = { choice: Choice; rank: number }

const HERE = 30
const SAME_FILING = 15

/** How much nearer a place is for standing where the person stands. */
function nearness(filing: string, schedule: string, at: Standing): number {
  if (filing !== at?.filing) return 0
  return schedule === at.schedule ? HERE : SAME_FILING
}

function lineChoice(filing: Filing, schedule: Schedule, line: Line): Choice {
  return {
    target: { filing: filing.id, schedule: schedule.id, line: line.id, column: null },
    name: `${filing.id}/${schedule.id}.${line.id}`,
    label: lineName({ schedule, line }),
    where: `${scheduleName(schedule)}, ${filing.title}`,
  }
}

function scheduleChoice(filing: Filing, schedule: Schedule): Choice {
  return {
    target: { filing: filing.id, schedule: schedule.id, line: null, column: null },
    name: `${filing.id}/${schedule.id}`,
    label: scheduleName(schedule),
    where: filing.title,
  }
}

/** The places that a typed name may mean, likeliest first; with nothing typed, the schedules. */
export function completePlace(text: string, all: readonly Filing[], at: Standing): Completion {
  const filings = all.filter(({ deleted }) => !deleted)
  const parts = partsOf(text)
  const inFilings = parts.filing === undefined ? filings : filings.filter(({ id }) => id === parts.filing)
  if (parts.filing !== undefined && inFilings.length === 0) return noFiling(parts.filing, filings)
  if (parts.column !== undefined) return completeColumn({ ...parts, column: parts.column }, inFilings, at)
  if (parts.schedule !== undefined) {
    const isThere = inFilings.some(({ schedules }) => schedules.some(({ id }) => id === parts.schedule))
    if (!isThere) return noSchedule(parts.schedule, inFilings, at)
  }
  const ranked = rankPlaces(parts, inFilings, at)
  if (ranked.length > 0) return { kind: 'choices', choices: ranked.slice(0, MOST) }
  const what = parts.schedule === undefined ? 'No line, schedule or filing' : `No line of ${parts.schedule}`
  return {
    kind: 'none',
    reason: `${what} has the id or label “${isolated(parts.rest)}”.`,
    nearest: nearestLines(parts, inFilings, at),
  }
}

function rankPlaces({ schedule: named, rest }: Parts, filings: readonly Filing[], at: Standing): Choice[] {
  const rank = nameRank(rest, { strict: true })
  const found: Ranked[] = []
  const add = (choice: Choice, id: string, more: number): void => {
    const [byId, byLabel] = [rank(id), rank(choice.label)]
    const best = byId === undefined ? byLabel : byLabel === undefined ? byId : Math.max(byId, byLabel)
    if (best !== undefined) found.push({ choice, rank: best + more })
  }
  const isEmpty = foldedQuery(rest) === ''
  for (const filing of filings) {
    for (const schedule of filing.schedules) {
      if (named !== undefined && schedule.id !== named) continue
      const near = nearness(filing.id, schedule.id, at)
      if (named === undefined) add(scheduleChoice(filing, schedule), schedule.id, near)
      // With nothing typed yet, lines are offered of a schedule that was named.
      if (isEmpty && named === undefined) continue
      for (const line of schedule.lines) add(lineChoice(filing, schedule, line), line.id, near)
    }
    const first = filing.schedules[0]
    if (named !== undefined || isEmpty || !first) continue
    const choice = { ...scheduleChoice(filing, first), name: filing.id, label: filing.title }
    add({ ...choice, where: filing.registrant ?? scheduleName(first) }, filing.id, nearness(filing.id, '', at))
  }
  return inOrder(found)
}

/** Best first; among equals as they stand in the workbook. */
function inOrder(found: Ranked[]): Choice[] {
  return found.toSorted((a, b) => b.rank - a.rank).map(({ choice }) => choice)
}

/** The lines that stand before the @: named without doubt, or the line where the person is. */
function linesNamed({ schedule: named, rest }: Parts, filings: readonly Filing[], at: Standing): Choice[] {
  const wanted = rest === '' ? at?.line : rest.toLowerCase()
  if (wanted === undefined) return []
  const words = foldedQuery(rest)
  const found: Ranked[] = []
  for (const filing of filings) {
    for (const schedule of filing.schedules) {
      const isNamed = named === undefined ? rest !== '' || schedule.id === at?.schedule : schedule.id === named
      if (!isNamed || (rest === '' && filing.id !== at?.filing)) continue
      for (const line of schedule.lines) {
        const isId = line.id === wanted
        if (!isId && foldedQuery(line.label) !== words) continue
        const rank = nearness(filing.id, schedule.id, at) + (isId ? 1 : 0)
        found.push({ choice: lineChoice(filing, schedule, line), rank })
      }
    }
  }
  return inOrder(found)
}

function completeColumn(parts: Parts & { column: string }, filings: readonly Filing[], at: Standing): Completion {
  const lines = linesNamed(parts, filings, at)
  if (lines.length === 0) {
    const before = [parts.schedule, parts.rest].filter((part) => part !== undefined && part !== '').join('.')
    const reason =
      before === '' ? 'No line is in focus. Write the line before the @.' : `No line has the id “${isolated(before)}”.`
    return { kind: 'none', reason, nearest: nearestLines(parts, filings, at) }
  }
  const rank = nameRank(parts.column, { strict: true })
  const found: Ranked[] = []
  const known = new Map<string, Choice>()
  for (const [order, choice] of lines.entries()) {
    const { filing: filingId, schedule: scheduleId, line: lineId } = choice.target
    const schedule = filings.find(({ id }) => id === filingId)!.schedules.find(({ id }) => id === scheduleId)!
    const line = schedule.lines.find(({ id }) => id === lineId)!
    for (const column of schedule.columns.filter((one) => hasCell(line, one))) {
      const name = columnName(schedule, column)
      const own: Choice = {
        target: { ...choice.target, column: column.id },
        name: `${choice.name}@${column.id}`,
        label: `${choice.label}, ${name}`,
        where: choice.where,
      }
      if (order === 0) known.set(column.id, own)
      const ranks = [rank(column.id), rank(name)].filter((one) => one !== undefined)
      if (ranks.length > 0) found.push({ choice: own, rank: Math.max(...ranks) - order * HERE })
    }
  }
  if (found.length > 0) return { kind: 'choices', choices: inOrder(found).slice(0, MOST) }
  const ids = nearest(parts.column.toLowerCase(), known.keys())
  const [first] = lines
  return {
    kind: 'none',
    reason: `${first!.label} has no cell in a column “${isolated(parts.column)}”.`,
    nearest: (ids.length > 0 ? ids : [...known.keys()].slice(0, 3)).map((id) => known.get(id)!),
  }
}

function nearestLines({ schedule: named, rest }: Parts, filings: readonly Filing[], at: Standing): Choice[] {
  const known = new Map<string, Ranked>()
  for (const filing of filings) {
    for (const schedule of filing.schedules) {
      if (named !== undefined && schedule.id !== named) continue
      const rank = nearness(filing.id, schedule.id, at)
      for (const line of schedule.lines) {
        const standing = known.get(line.id)
        if (!standing || standing.rank < rank) known.set(line.id, { choice: lineChoice(filing, schedule, line), rank })
      }
    }
  }
  const typed = idWords(rest)
  return typed === '' ? [] : nearestIds(typed, [...known.keys()]).map((id) => known.get(id)!.choice)
}

/** Ids that look like what was typed, whole or as far as it was typed. */
function nearestIds(typed: string, ids: readonly string[]): string[] {
  const whole = nearest(typed, ids)
  if (whole.length > 0 || typed.length < LEAST_BEGINNING) return whole
  const beginnings = Map.groupBy(ids, (id) => id.slice(0, typed.length))
  return nearest(typed, beginnings.keys()).map((beginning) => beginnings.get(beginning)![0]!)
}

function noFiling(typed: string, filings: readonly Filing[]): Completion {
  const ids = nearest(typed, idsOf(filings))
  const near = ids.flatMap((id) => {
    const filing = filings.find((one) => one.id === id)
    const first = filing?.schedules[0]
    return filing && first ? [scheduleChoice(filing, first)] : []
  })
  return { kind: 'none', reason: `No filing has the id “${isolated(typed)}”.`, nearest: near }
}

function noSchedule(typed: string, filings: readonly Filing[], at: Standing): Completion {
  const near: Ranked[] = []
  for (const filing of filings) {
    const ids = new Set(nearest(typed, idsOf(filing.schedules)))
    for (const schedule of filing.schedules)
      if (ids.has(schedule.id))
        near.push({ choice: scheduleChoice(filing, schedule), rank: nearness(filing.id, schedule.id, at) })
  }
  return { kind: 'none', reason: `No schedule has the id “${isolated(typed)}”.`, nearest: inOrder(near).slice(0, 3) }
}
