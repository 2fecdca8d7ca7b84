/**
 * How paper is set up: what a person chooses for all that is printed, remembered in the workbook's view and said in print addresses.
 */
import { z } from './schema.ts'

export const printSetUpSchema = z.strictObject({
  paper: z.enum(['letter', 'a4']),
  /** Automatic: upright where the columns fit, else across. */
  orientation: z.enum(['automatic', 'portrait', 'landscape']),
  margins: z.enum(['normal', 'narrow', 'wide']),
  /** The notes of a schedule, with the marks that cite them. */
  notes: z.enum(['printed', 'none']),
  /** The schedule alone, or all of its filing. */
  extent: z.enum(['schedule', 'filing']),
})

export type PrintSetUp = z.infer<typeof printSetUpSchema>

/** Unless something else is chosen. */
export const USUAL_SET_UP: PrintSetUp = {
  paper: 'letter',
  orientation: 'automatic',
  margins: 'normal',
  notes: 'printed',
  extent: 'schedule',
}
