/**
 * The address of a print document, `/print/<filing>/<schedule>[?scenario=&mode=&details=&and=&bridge=]` and
 * `/print/<filing>/compare?scenarios=&period=&changed=1`, written and read in one place.
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
  /** The scenarios of a comparison, in order; null or absent for the first four. */
  scenarios?: string[] | null
  /** The period (a column id) of a comparison or a bridge; null or absent for the first of the filing. */
  period?: string | null
  /** Only the lines of a comparison that a scenario changes. */
  changed?: boolean
  /** The bridge printed after the schedules; null or absent for none. */
  bridge?: string | null
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
    address.scenarios ? `scenarios=${address.scenarios.join(',')}` : '',
    address.period ? `period=${address.period}` : '',
    address.changed === true ? 'changed=1' : '',
    address.bridge ? `bridge=${address.bridge}` : '',
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
  const others = listed(given.get('and')) ?? []
  const schedules = [match[2]!, ...others]
  if (![filing, ...schedules].every(isId)) return undefined
  const mode = given.get('mode') ?? 'filing'
  const details = given.get('details') ?? 'changed'
  const scenario = given.get('scenario') ?? AS_FILED
  if ((mode !== 'filing' && mode !== 'workpaper') || (details !== 'changed' && details !== 'all')) return undefined
  if (!isId(scenario)) return undefined
  const scenarios = listed(given.get('scenarios'))
  const [period, bridge] = [given.get('period') ?? null, given.get('bridge') ?? null]
  if (![...(scenarios ?? []), ...[period, bridge].filter((id) => id !== null)].every(isId)) return undefined
  return {
    filing,
    schedules,
    scenario: scenario === AS_FILED ? null : scenario,
    mode,
    details,
    ...(scenarios && { scenarios }),
    ...(period !== null && { period }),
    ...(given.get('changed') === '1' && { changed: true }),
    ...(bridge !== null && { bridge }),
  }
}

/** The ids of a list with commas, plain or escaped; undefined where none is given. */
function listed(text: string | undefined): string[] | undefined {
  return text?.replaceAll(/%2C/gi, ',').split(',')
}
