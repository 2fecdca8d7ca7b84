/**
 * What to do at the place of a workbook: open the file that is there, make a new one where that is wanted, or say that it is
 * missing. Must never make a workbook where one stood before: a file that is lost is not to be hidden by a new one.
 */
import { dirname } from 'node:path'
import { existsSync } from 'node:fs'
import { momentText } from '../../shared/calendar/moment.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { failureOf, WorkbookFailure } from '../../db/failure.ts'
import { exists } from '../../db/file_kind.ts'
import { makePrivateFolder } from '../../db/private_file.ts'
import { createWorkbook, listBackups, openWorkbook, type Workbook, type WorkbookOptions } from '../../db/workbook.ts'

/**
 * Where there is no file: `ask` the person, `make` a workbook in a folder that is there, or `make_with_folder` at the place
 * that is the product's own.
 */
export type NoFile = 'ask' | 'make' | 'make_with_folder'

function missing(path: string, why: string, advice: string): WorkbookFailure {
  return new WorkbookFailure('missing', `There is no workbook at ${path}. ${why} No new workbook was made. ${advice}`)
}

const RECONNECT = 'Put the file back or connect its disk, then try again.'

/** Opens the file at the path, or makes one where there is none and `noFile` allows it. Throws `missing` where it does not. */
export function openAt(
  path: string,
  noFile: NoFile,
  filings: () => readonly Filing[],
  options: WorkbookOptions,
): Workbook {
  if (exists(path)) return openWorkbook(path, options)
  const newest = listBackups(path)[0]
  if (newest) {
    const held = `change ${newest.number}, of ${momentText(newest.time)}`
    throw missing(
      path,
      `Its backups are beside its place, the newest with ${held}.`,
      'Put the file back or connect its disk, then try again; or restore a backup.',
    )
  }
  if (!existsSync(dirname(path)) && noFile !== 'make_with_folder') {
    throw missing(path, 'Its folder is not there either.', RECONNECT)
  }
  if (noFile === 'ask') {
    throw missing(path, 'It was moved, renamed or deleted, or the name is not the right one.', RECONNECT)
  }
  if (noFile === 'make_with_folder') makeFolder(dirname(path))
  return createWorkbook(path, filings(), options)
}

function makeFolder(folder: string): void {
  try {
    makePrivateFolder(folder, { recursive: true })
  } catch (fault) {
    throw failureOf(fault, 'opening')
  }
}
