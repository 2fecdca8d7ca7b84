/**
 * The surroundings of a workbook in the running product: clock, user, version.
 */
import { userInfo } from 'node:os'
import type { WorkbookOptions } from '../../db/workbook.ts'

/** The name under which edits enter the change log: that of the system's user. */
function author(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}

export function workbookOptions(productVersion: string): WorkbookOptions {
  return { now: () => new Date(), author: author(), productVersion }
}

/** Says a fault of the program where its developer looks; the person is answered by the call itself. */
export function reportFault(fault: unknown): void {
  console.error('Fault:', fault)
}
