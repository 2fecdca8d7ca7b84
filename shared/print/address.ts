/**
 * The address of a print document, `/print/<filing>/<schedule>[?scenario=&mode=&details=&and=]`, written and read in one place.
 * Names only; whether filing, schedule and scenario exist is judged where the workbook is at hand.
 */
import { isId } from '../model/cell.ts'
import type { PrintMode } from './document.ts'

export type PrintAddress = {
  filing: string
  /** One schedule or several, printed as one set. */
  schedules: string[]
  /** Null for as filed or the draft. */
  scenario: string | null
  mode: PrintMode
  details: 'changed' | 'all'
}

const AS_FILED = 'as_filed'

/** The path with its query; what is left out of the query is as filed, the filing copy, and details that changed. */
export function printAddress(address: PrintAddress): string {
  const [first = '', ...others] = address.schedules
  const query = [
    address.scenario === null ? '' : `scenario=${address.scenario}`,
    address.mode === 'filing' ? '' : `mode=${address.mode}`,
    address.details === 'changed' ? '' : `details=${address.details}`,
    others.length === 0 ? '' : `and=${others.join(',')}`,
  ].filter((part) => part !== '')
  const path = `/print/${address.filing}/${first}`
  return query.length === 0 ? path : `${path}?${query.join('&')}`
}

/** Reads a path and its query (with or without the question mark); undefined where it is no address of this form. */
export function readPrintAddress(path: string, query: string): PrintAddress | undefined {
  const match = /^\/print\/([^/]+)\/([^/]+)\/?$/.exec(path)
  if (!match) return undefined
  const given = new Map(
    query
      .replace(/^\?/, '')
      .split('&')
      .filter((part) => part !== '')
      .map((part) => {
        const equals = part.indexOf('=')
        return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)]
      }),
  )
  const filing = match[1]!
  const others = given.get('and')?.replaceAll(/%2C/gi, ',').split(',') ?? []
  const schedules = [match[2]!, ...others]
  if (![filing, ...schedules].every(isId)) return undefined
  const mode = given.get('mode') ?? 'filing'
  const details = given.get('details') ?? 'changed'
  const scenario = given.get('scenario') ?? AS_FILED
  if ((mode !== 'filing' && mode !== 'workpaper') || (details !== 'changed' && details !== 'all')) return undefined
  if (!isId(scenario)) return undefined
  return { filing, schedules, scenario: scenario === AS_FILED ? null : scenario, mode, details }
}
