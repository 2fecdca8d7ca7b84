/**
 * Stands here until the renderer imports the calendar itself.
 */
export { periodOf, periodOfId, spanOf } from '../calendar/periods.ts'
