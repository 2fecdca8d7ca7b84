/**
 * What notes of a filing still say of another period: dates that none of the filing's periods bears, and amounts. They stay
 * as a person wrote them; this only finds them, for that person to judge.
 */
import type { Filing, Schedule } from '../model/filing.ts'
import { dateInWords, readDate } from '../calendar/dates.ts'
import { timesIn } from '../calendar/period_words.ts'

export type DatedNote = { schedule: Schedule; mark: string; named: string[] }

const AMOUNT = /\$ ?\d(?:[\d,.]*\d)?(?: (?:thousand|million|billion))?|\b\d{1,3}(?:,\d{3})+\b/g

/** The notes that name a time or an amount, each with what it names. */
export function datedNotes(filing: Filing): DatedNote[] {
  return filing.schedules.flatMap((schedule) => {
    const ends = [filing.periodEnd, ...schedule.columns.map(({ end }) => end)].filter((end) => end !== undefined)
    const dates = ends.filter((end) => readDate(end) !== undefined)
    const own = new Set(dates.map((date) => dateInWords(date)))
    const years = new Set(dates.map((date) => date.slice(0, 4)))
    return (schedule.notes ?? []).flatMap(({ mark, text }) => {
      const times = timesIn(text).filter((time) => (dateNamed(time) ? !own.has(time) : !years.has(yearNamed(time))))
      const named = [...new Set([...times, ...(text.match(AMOUNT) ?? [])])]
      return named.length === 0 ? [] : [{ schedule, mark, named }]
    })
  })
}

/** True for a day, which is another's even in a year that the filing shows. */
function dateNamed(time: string): boolean {
  return /\d{1,2}, ?\d{4}$|^\d{4}-|\//.test(time)
}

function yearNamed(time: string): string {
  return /\d{4}$/.exec(time)?.[0] ?? ''
}
