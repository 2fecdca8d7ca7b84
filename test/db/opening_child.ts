/** A process that opens the workbook named by its first argument, says how that went, and with `hold` keeps it open. */
import { WorkbookFailure } from '../../db/failure.ts'
import { openWorkbook } from '../../db/workbook.ts'

try {
  const workbook = openWorkbook(process.argv[2]!, { now: () => new Date(0), author: 'child', productVersion: '0.1.0' })
  console.log(`opened ${workbook.read().number}`)
  if (process.argv[3] === 'hold') setInterval(() => workbook.view(), 60_000)
  else workbook.close()
} catch (error) {
  if (!(error instanceof WorkbookFailure)) throw error
  console.log(error.kind)
}
