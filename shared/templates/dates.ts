/**
 * Stands here until the renderer imports the calendar itself.
 */
export { dateInWords, monthsBetween, readDate } from '../calendar/dates.ts'
