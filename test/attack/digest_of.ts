/** One short text for all that a workbook says it holds: content and the newest 500 entries of the log. */
import { createHash } from 'node:crypto'
import type { Workbook } from '../../db/workbook.ts'

export function digestOf(workbook: Workbook): string {
  const all = JSON.stringify([workbook.read(), workbook.log({ limit: 500 })])
  return createHash('sha256').update(all).digest('hex')
}
