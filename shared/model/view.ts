/**
 * What the screen remembers in the workbook from one time to the next: no part of its content, and of no figure.
 */
import { z } from './schema.ts'
import { cellRefSchema, flowSchema, idSchema } from './filing.ts'
import { printSetUpSchema } from './print_set_up.ts'
import { textSchema } from './text_schema.ts'

export const viewSchema = z.strictObject({
  /** The active scenario of each filing; as_filed for the base layer. */
  scenarios: z.record(idSchema, idSchema).optional(),
  flow: flowSchema.optional(),
  theme: z.enum(['light', 'dark', 'system']).optional(),
  /** Last place shown, `#/filing/schedule`. */
  place: textSchema().max(500).optional(),
  /** The cell last in focus, in its schedule. */
  cell: cellRefSchema.extend({ filing: idSchema }).optional(),
  /** The period that the headlines of each filing show. */
  periods: z.record(idSchema, idSchema).optional(),
  /** True while the list of filings is folded away. */
  outlineFolded: z.boolean().optional(),
  /** The headlines that a person chose for each filing, in place of the first that are known. */
  headlines: z.record(idSchema, z.array(idSchema).max(4)).optional(),
  /** Folded lines, `filing/schedule/line`. */
  folded: z.array(textSchema().max(500)).optional(),
  /** True once the first-run page was dismissed. */
  welcomed: z.boolean().optional(),
  /** The scenarios that the comparison of each filing shows. */
  compared: z.record(idSchema, z.array(idSchema).max(4)).optional(),
  comparedChangedOnly: z.boolean().optional(),
  /** Widths of the side panels in percent. */
  panels: z.record(textSchema().max(60), z.number()).optional(),
  /** The panel beside the grid, and whether it stands open. */
  panel: textSchema().max(60).optional(),
  panelOpen: z.boolean().optional(),
  /** The size of the sheet in percent. */
  zoom: z.int().min(80).max(200).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  /** How paper was set up last. */
  printSetUp: printSetUpSchema.optional(),
  /** Widths that columns were given, in pixels at 100%, by `filing/schedule/column`. */
  widths: z.record(textSchema().max(500), z.int().min(20).max(4_000)).optional(),
  /** Columns that stay in sight at the right, `filing/schedule/column`. */
  pinned: z.array(textSchema().max(500)).optional(),
})
export type View = z.infer<typeof viewSchema>
