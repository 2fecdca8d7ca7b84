/**
 * How large and how close the sheet stands: zoom, density and the widths of columns, remembered in the workbook. The style
 * sheets read the size from two variables of the page; what is measured in script asks here. View state only.
 */
import { remember } from '../place/remembering.ts'
import { say } from '../messages.ts'
import type { Session } from '../session.ts'
import { SHEET } from './wording.ts'

/** The steps of the zoom, in percent. */
const STEPS = [80, 90, 100, 110, 125, 150, 175, 200] as const
const USUAL = 100

/** Height of a row whose label takes one line, in pixels at 100%. */
const ROW_HEIGHTS = { comfortable: 26, compact: 21 } as const
/** In a low window rows stand as close as their text allows, whatever was chosen. */
const LOW_ROW = 20

type Density = keyof typeof ROW_HEIGHTS

/** The zoom in force, in percent. */
function zoomNow(session: Session): number {
  return session.getState().view.zoom ?? USUAL
}

/** The zoom in force as a factor. */
export function scaleNow(session: Session): number {
  return zoomNow(session) / 100
}

/** A measure given in pixels at 100%, in whole pixels as the sheet now stands. */
export function scaled(session: Session, pixels: number): number {
  return Math.round(pixels * scaleNow(session))
}

function densityNow(session: Session): Density {
  return session.getState().view.density ?? 'comfortable'
}

/** Height of a row whose label takes one line, in pixels. */
export function rowHeight(session: Session): number {
  return scaled(session, session.getState().room.low ? LOW_ROW : ROW_HEIGHTS[densityNow(session)])
}

function zoomTo(session: Session, zoom: number): void {
  if (zoom === zoomNow(session)) return say(session, SHEET.atAlready(zoom))
  remember(session, { zoom })
  say(session, SHEET.at(zoom))
}

/** A step larger or smaller, as far as the steps go. */
export function zoomBy(session: Session, step: 1 | -1): void {
  const now = zoomNow(session)
  const next = step > 0 ? STEPS.find((one) => one > now) : STEPS.findLast((one) => one < now)
  zoomTo(session, next ?? (step > 0 ? STEPS.at(-1)! : STEPS[0]))
}

export function zoomReset(session: Session): void {
  zoomTo(session, USUAL)
}

export function switchDensity(session: Session): void {
  if (session.getState().room.low) return say(session, SHEET.lowWindow)
  const density = densityNow(session) === 'compact' ? 'comfortable' : 'compact'
  remember(session, { density })
  say(session, density === 'compact' ? SHEET.compact : SHEET.comfortable)
}

function widthKey(filing: string, schedule: string, column: string): string {
  return `${filing}/${schedule}/${column}`
}

/** The width that a column of the schedule shown was given, in pixels as the sheet now stands; undefined for none. */
export function givenWidth(session: Session, schedule: string, column: string): number | undefined {
  const { place, view } = session.getState()
  const width = place ? view.widths?.[widthKey(place.filing, schedule, column)] : undefined
  return width === undefined ? undefined : scaled(session, width)
}

/** Keeps the width that columns of the schedule shown were given, in pixels as the sheet now stands. */
export function keepWidths(
  session: Session,
  schedule: string,
  widths: readonly { column: string; width: number }[],
): void {
  const { place, view } = session.getState()
  if (!place || widths.length === 0) return
  const given = widths.map(({ column, width }): [string, number] => [
    widthKey(place.filing, schedule, column),
    Math.round(width / scaleNow(session)),
  ])
  remember(session, { widths: { ...view.widths, ...Object.fromEntries(given) } })
}
