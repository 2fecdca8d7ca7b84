/**
 * Stands here until the renderer imports the calendar itself.
 */
export { movedWords } from '../calendar/period_words.ts'
