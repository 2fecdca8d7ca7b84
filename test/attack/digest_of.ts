/** One short text for all that a workbook says it holds: content and the newest 500 entries of the log. */
import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { openWorkbook, type Workbook } from '../../db/workbook.ts'
import { killOptions } from '../db/kill_plan.ts'

export function digestOf(workbook: Workbook): string {
  const all = JSON.stringify([workbook.read(), workbook.log({ limit: 500 })])
  return createHash('sha256').update(all).digest('hex')
}

/** The digest of the workbook that opens at `path` from this file with this journal, as a power cut may leave them. */
export function digestOfFile(path: string, file: Buffer, journal: Buffer | null): string {
  rmSync(`${path}-journal`, { force: true })
  writeFileSync(path, file)
  if (journal) writeFileSync(`${path}-journal`, journal)
  const workbook = openWorkbook(path, killOptions({ backUpOnOpen: false }))
  try {
    return digestOf(workbook)
  } finally {
    workbook.close()
  }
}
