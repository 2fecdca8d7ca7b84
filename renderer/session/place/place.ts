/**
 * Where a person is, as an address: `#/<filing>/<schedule>`, with `?scenario=<id>` or `?scenario=as_filed` where the
 * scenario is not the one that the workbook remembers. Reads and writes the address; must not know what exists.
 */
import { isId } from '../../../shared/model/cell.ts'

/** The base layer's name in addresses and in the remembered view. */
export const AS_FILED = 'as_filed'

/** What an address names; `scenario` undefined leaves it to the remembered one. */
export type Address = { filing: string; schedule: string | undefined; scenario: string | undefined }

/** Where the screen is: `scenario` null is the base layer. */
export type ShownPlace = { filing: string; schedule: string; scenario: string | null }

/** Reads a location's hash; undefined when it names no filing. */
export function readAddress(hash: string): Address | undefined {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [filing, schedule] = path.split('/')
  if (filing === undefined || !isId(filing)) return undefined
  const scenario = new URLSearchParams(query).get('scenario') ?? undefined
  return {
    filing,
    schedule: schedule !== undefined && isId(schedule) ? schedule : undefined,
    scenario: scenario !== undefined && isId(scenario) ? scenario : undefined,
  }
}

/** The hash of a place; `remembered` is the scenario (or as_filed) that needs no mention. */
export function writeAddress({ filing, schedule, scenario }: ShownPlace, remembered: string | undefined): string {
  const shown = scenario ?? AS_FILED
  const query = shown === (remembered ?? AS_FILED) ? '' : `?scenario=${shown}`
  return `#/${filing}/${schedule}${query}`
}
