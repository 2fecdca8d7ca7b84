/**
 * How large and how close the sheet stands: zoom, density and the widths of columns, remembered in the workbook. The style
 * sheets read the size from two variables of the page; what is measured in script asks here. View state only.
 */
import { remember } from './opened.ts'
import { session } from './session.ts'
import { say } from './toasts.ts'

/** The steps of the zoom, in percent. */
const STEPS = [80, 90, 100, 110, 125, 150, 175, 200] as const
const USUAL = 100

/** Height of a row whose label takes one line, in pixels at 100%. */
const ROW_HEIGHTS = { comfortable: 26, compact: 21 } as const
/** In a low window rows stand as close as their text allows, whatever was chosen. */
const LOW_ROW = 20

type Density = keyof typeof ROW_HEIGHTS

/** The zoom in force, in percent. */
function zoomNow(): number {
  return session.getState().view.zoom ?? USUAL
}

/** The zoom in force as a factor. */
export function scaleNow(): number {
  return zoomNow() / 100
}

/** A measure given in pixels at 100%, in whole pixels as the sheet now stands. */
export function scaled(pixels: number): number {
  return Math.round(pixels * scaleNow())
}

function densityNow(): Density {
  return session.getState().view.density ?? 'comfortable'
}

/** Height of a row whose label takes one line, in pixels. */
export function rowHeight(): number {
  return scaled(session.getState().room.low ? LOW_ROW : ROW_HEIGHTS[densityNow()])
}

function zoomTo(zoom: number): void {
  if (zoom === zoomNow()) return say(`The sheet is at ${zoom}% already.`)
  remember({ zoom })
  say(`The sheet is at ${zoom}%.`)
}

/** A step larger or smaller, as far as the steps go. */
export function zoomBy(step: 1 | -1): void {
  const now = zoomNow()
  const next = step > 0 ? STEPS.find((one) => one > now) : STEPS.findLast((one) => one < now)
  zoomTo(next ?? (step > 0 ? STEPS.at(-1)! : STEPS[0]))
}

/** Back to 100%. */
export function zoomReset(): void {
  zoomTo(USUAL)
}

/** Switches between comfortable and compact rows. */
export function switchDensity(): void {
  if (session.getState().room.low) return say('Rows stand close as long as the window is this low.')
  const density = densityNow() === 'compact' ? 'comfortable' : 'compact'
  remember({ density })
  say(density === 'compact' ? 'Rows stand close.' : 'Rows stand apart.')
}

function showScale(): void {
  const { style } = document.documentElement
  style.setProperty('--zoom', String(scaleNow()))
  style.setProperty('--row', `${rowHeight()}px`)
}

/** Keeps the page's measures in step with the view. */
export function followScale(): void {
  showScale()
  let { view, room } = session.getState()
  session.subscribe((state) => {
    const isSame = state.view.zoom === view.zoom && state.view.density === view.density && state.room === room
    ;({ view, room } = state)
    if (!isSame) showScale()
  })
}

function widthKey(filing: string, schedule: string, column: string): string {
  return `${filing}/${schedule}/${column}`
}

/** The width that a column of the schedule shown was given, in pixels as the sheet now stands; undefined for none. */
export function givenWidth(schedule: string, column: string): number | undefined {
  const { place, view } = session.getState()
  const width = place ? view.widths?.[widthKey(place.filing, schedule, column)] : undefined
  return width === undefined ? undefined : scaled(width)
}

/** Keeps the width that columns of the schedule shown were given, in pixels as the sheet now stands. */
export function keepWidths(schedule: string, widths: readonly { column: string; width: number }[]): void {
  const { place, view } = session.getState()
  if (!place || widths.length === 0) return
  const given = widths.map(({ column, width }): [string, number] => [
    widthKey(place.filing, schedule, column),
    Math.round(width / scaleNow()),
  ])
  remember({ widths: { ...view.widths, ...Object.fromEntries(given) } })
}
