/**
 * What the screen remembers in the workbook: active scenarios, folding, theme.
 * Not content: no change number, no digest; what cannot be read is forgotten, never a reason to refuse a file.
 */
import type Database from 'better-sqlite3'
import { CONTRACT } from '../shared/contract/contract.ts'
import type { View } from '../shared/contract/contract.ts'
import { WorkbookFailure } from './failure.ts'

const viewSchema = CONTRACT.remember.request.shape.view

/** The remembered view; scenarios that no longer exist are left out. */
export function readView(db: Database.Database): View {
  const view: Record<string, unknown> = {}
  for (const { key, value } of db.prepare('SELECT key, value FROM view_state').all() as {
    key: string
    value: string
  }[]) {
    const read = viewSchema.safeParse({ [key]: JSON.parse(value) })
    if (read.success) Object.assign(view, read.data)
  }
  const { scenarios, ...rest } = view as View
  if (!scenarios) return rest
  const known = db.prepare('SELECT 1 FROM scenario WHERE filing = ? AND id = ?')
  const live = Object.entries(scenarios).filter(([filing, id]) => id === 'as_filed' || known.get(filing, id))
  return { ...rest, scenarios: Object.fromEntries(live) }
}

/** Merges into what is remembered: a field replaces its old value, but scenarios, panels and widths are merged by name. */
export function mergeView(db: Database.Database, change: View): void {
  const given = viewSchema.safeParse(change)
  if (!given.success)
    throw new WorkbookFailure('invalid', 'The view to be remembered is malformed. Nothing was stored.')
  const stored = readView(db)
  const { scenarios, panels, widths, ...rest } = given.data
  const fields: View = {
    ...rest,
    ...(scenarios && { scenarios: { ...stored.scenarios, ...scenarios } }),
    ...(panels && { panels: { ...stored.panels, ...panels } }),
    ...(widths && { widths: { ...stored.widths, ...widths } }),
  }
  const write = db.prepare(
    'INSERT INTO view_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  for (const [key, value] of Object.entries(fields)) {
    if (value !== undefined) write.run(key, JSON.stringify(value))
  }
}
