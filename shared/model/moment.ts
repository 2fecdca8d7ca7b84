/**
 * Stands here until the renderer imports the calendar itself.
 */
export { momentText } from '../calendar/moment.ts'
