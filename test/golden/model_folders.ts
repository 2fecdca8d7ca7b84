/**
 * Folders of golden data of the trust model: which files they hold and what runs each. A folder that is not there is passed over.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { caseOutcomes, tableOutcomes, type AttributionCase } from './attribution_rows.ts'
import type { Outcome, Row } from './golden_table.ts'
import { runErrors, runValues } from './value_rows.ts'
import { runPublished } from './published_rows.ts'
import { monthOutcomes, valueOutcomes, valuesOf } from './trust_rows.ts'

/** `left` names what of a file is not run. */
type FileOutcomes = { file: string; outcomes: Outcome[]; left?: readonly string[] }

/** The files of such folders under a folder, in order, with what came of each. */
export function runModelFolders(folder: string): FileOutcomes[] {
  return [...runTrusts(folder), ...runValueFiles(folder), ...runAttributions(folder), ...runExamples(folder)]
}

function filesOf(folder: string, name: string): string[] {
  const path = join(folder, name)
  return existsSync(path) ? readdirSync(path).toSorted() : []
}

function json(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'))
}

function rowsOf(folder: string, file: string): Row[] {
  return parse(readFileSync(join(folder, file), 'utf8'), { columns: true, skip_empty_lines: true, bom: true })
}

/** What a file throws is a miss of the file, so that the others are still run. */
function attempt(file: string, run: () => Outcome[]): FileOutcomes {
  try {
    return { file, outcomes: run() }
  } catch (fault) {
    const got = fault instanceof Error ? fault.message : String(fault)
    return { file, outcomes: [{ row: 'the file', misses: [{ column: 'run', expected: 'figures', got }] }] }
  }
}

function runTrusts(folder: string): FileOutcomes[] {
  const names = filesOf(folder, 'trusts').filter((name) => name.endsWith('.json'))
  return names.flatMap((name) => {
    const file = `trusts/${name}`
    const months = file.replace(/\.json$/, '.months.csv')
    const trust = json(folder, file) as { expected: Parameters<typeof valueOutcomes>[1] }
    const made: FileOutcomes[] = [attempt(file, () => valueOutcomes(valuesOf(trust), trust.expected))]
    if (existsSync(join(folder, months))) {
      made.push(attempt(months, () => monthOutcomes(valuesOf(trust), rowsOf(folder, months))))
    }
    return made
  })
}

function runValueFiles(folder: string): FileOutcomes[] {
  return filesOf(folder, 'values').flatMap((name) => {
    const file = `values/${name}`
    if (name === 'values.json') return [attempt(file, () => runValues(json(folder, file)))]
    if (name !== 'errors.json') return []
    const errors = json(folder, file) as Parameters<typeof runErrors>[0] & { base: string }
    return [attempt(file, () => runErrors(errors, json(folder, errors.base)))]
  })
}

function runAttributions(folder: string): FileOutcomes[] {
  const names = filesOf(folder, 'attribution').filter((name) => name.endsWith('.json'))
  return names.flatMap((name) => {
    const file = `attribution/${name}`
    const table = file.replace(/\.json$/, '.csv')
    const one = json(folder, file) as AttributionCase
    const made: FileOutcomes[] = [attempt(file, () => caseOutcomes(one))]
    if (existsSync(join(folder, table))) made.push(attempt(table, () => tableOutcomes(one, rowsOf(folder, table))))
    return made
  })
}

function runExamples(folder: string): FileOutcomes[] {
  return filesOf(folder, 'published')
    .filter((name) => name === 'examples.json')
    .map((name) => {
      const file = `published/${name}`
      const { outcomes, left } = runPublished(json(folder, file))
      return { file, outcomes, left }
    })
}
