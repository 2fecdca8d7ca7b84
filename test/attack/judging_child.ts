/** A process that opens each workbook named on a line of its input and answers with a line on what it found. */
import { createInterface } from 'node:readline'
import { WorkbookFailure } from '../../db/failure.ts'
import { openWorkbook } from '../../db/workbook.ts'
import { killOptions } from '../db/kill_plan.ts'
import { digestOf } from './digest_of.ts'
import { inOneLine } from './tally.ts'

/** What it opened, the failure that it was answered with, or a fault that is no failure. */
export type Judgement =
  | { opened: { number: number; digest: string } }
  | { failure: { kind: string; message: string; backup: string | null } }
  | { fault: string }

function judge(path: string): Judgement {
  try {
    const workbook = openWorkbook(path, killOptions())
    try {
      return { opened: { number: workbook.read().number, digest: digestOf(workbook) } }
    } finally {
      workbook.close()
    }
  } catch (fault) {
    if (!(fault instanceof WorkbookFailure)) return { fault: inOneLine(fault) }
    return { failure: { kind: fault.kind, message: fault.message, backup: fault.backup } }
  }
}

for await (const path of createInterface({ input: process.stdin })) console.log(JSON.stringify(judge(path)))
