/**
 * `npm run golden -- DIR`: the tables of a folder through the product's templates and engine, trusts through the valuation model. Prints how many rows came out of each, every figure that
 * did not, and the files that no table knows. Exit status 1 where a figure did not come out, 2 where nothing could be run.
 */
import { resolve } from 'node:path'
import { runFolder } from './tables.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Name a folder of golden tables: npm run golden -- DIR')
  process.exitCode = 2
} else {
  try {
    report(resolve(folder))
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : String(fault))
    process.exitCode = 2
  }
}

function report(path: string): void {
  const { tables, skipped } = runFolder(path)
  for (const { file, outcomes, left = [] } of tables) {
    const missed = outcomes.filter(({ misses }) => misses.length > 0)
    console.log(`${file}: ${outcomes.length - missed.length} of ${outcomes.length} rows`)
    for (const { row, misses } of missed) {
      for (const { column, expected, got } of misses) {
        console.log(`  ${row}, ${column}: expected ${expected || 'blank'}, got ${got || 'blank'}`)
      }
    }
    for (const figures of left) console.log(`  not run, ${figures}`)
    if (missed.length > 0) process.exitCode = 1
  }
  for (const file of skipped) console.log(`${file}: skipped, no table of this name is run`)
  if (tables.length === 0) {
    console.error('The folder holds no table that is run.')
    process.exitCode = 2
  }
}
