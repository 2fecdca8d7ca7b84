/**
 * The architecture holds: who may import whom, no cycles, no long files, a pure shared, and nothing stray at the top.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as rules from './layers/rules.ts'
import { FOLDERS, ROOT, projectSources, source, type Source } from './layers/source_text.ts'

const sources = projectSources()
const product = sources.filter(({ path }) => !path.startsWith('test/'))
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
}

/** A made-up source file. */
function at(path: string, ...lines: string[]): Source {
  return source(path, lines.join('\n'))
}

describe('the project', () => {
  test.each([
    ['shared', 40],
    ['db', 25],
    ['electron', 25],
    ['renderer', 30],
    ['test', 40],
  ])('%s holds at least %i source files, so that nothing below looks at an empty folder', (folder, least) => {
    expect(sources.filter(({ path }) => path.startsWith(`${folder}/`)).length).toBeGreaterThanOrEqual(least)
  })

  test('imports stay within the table of layers', () => expect(rules.forbiddenImports(sources)).toEqual([]))
  test('shared keeps its order', () => expect(rules.disorder(sources)).toEqual([]))
  test('no file needs itself', () => expect(rules.cycles(sources)).toEqual([]))
  test('every import names a file that exists', () =>
    expect(rules.missing(sources, (path) => existsSync(join(ROOT, path)))).toEqual([]))
  test('no file is longer than 400 lines', () => expect(rules.tooLong(sources)).toEqual([]))
  test('every file says what it is for', () => expect(rules.headless(sources)).toEqual([]))
  test('shared knows no clock, chance, process or page', () => expect(rules.impure(sources)).toEqual([]))
  test('electron is imported by the entry file, and by the preload, which Electron itself loads', () =>
    expect(rules.importersOfElectron(product)).toEqual(['electron/main.ts', 'electron/preload.ts']))
  test('what runs unbuilt imports declared dependencies', () =>
    expect(rules.undeclared(product, Object.keys(manifest.dependencies))).toEqual([]))

  test('the top holds the five folders and what tools insist on', () => {
    const made = ['.git', 'node_modules', 'dist', 'release', 'coverage']
    const insisted = [
      '.ci',
      '.gitattributes',
      '.gitignore',
      '.npmrc',
      '.oxfmtrc.json',
      '.oxlintrc.json',
      'LICENSE',
      'README.md',
    ]
    const configured = ['electron-builder.yml', 'knip.json', 'package-lock.json', 'package.json', 'tsconfig.json']
    const allowed = new Set([...FOLDERS, ...made, ...insisted, ...configured])
    expect(readdirSync(ROOT).filter((name) => !allowed.has(name))).toEqual([])
  })
})

describe('the rules themselves', () => {
  test.each([
    ['shared/calc/a.ts', "import { readFileSync } from 'node:fs'"],
    ['shared/calc/a.ts', "import type { App } from 'electron'"],
    ['shared/calc/a.ts', "export { open } from '../../db/open.ts'"],
    ['shared/calc/a.ts', "export type { Open } from '../../db/open.ts'"],
    ['shared/calc/a.ts', "const react = await import('react')"],
    ['shared/calc/a.ts', "let app: import('electron').App"],
    ['db/a.ts', "import { app } from 'electron'"],
    ['db/a.ts', "import '../electron/service.ts'"],
    ['electron/a.ts', "import { View } from '../renderer/view.ts'"],
    ['electron/a.ts', "import 'react'"],
    ['renderer/a.tsx', "import { open } from '../db/open.ts'"],
    ['renderer/a.tsx', "import type { Service } from '../electron/service.ts'"],
    ['renderer/a.tsx', "import { join } from 'node:path'"],
    ['shared/a.ts', "import { naive } from '../test/shared/calc/naive.ts'"],
  ])('%s: %s is refused', (path, line) => {
    expect(rules.forbiddenImports([at(path, line)])).toHaveLength(1)
  })

  test('what the table allows is allowed', () => {
    const fine = [
      at('shared/calc/a.ts', "import { Decimal } from 'decimal.js'", "import type { Line } from '../model/filing.ts'"),
      at('db/a.ts', "import Database from 'better-sqlite3'", "import 'node:fs'", "import '../shared/model/cell.ts'"),
      at('electron/a.ts', "import type { App } from 'electron'", "import '../db/open.ts'"),
      at(
        'renderer/a.tsx',
        "import { Dialog } from 'radix-ui'",
        "import '@fontsource-variable/inter'",
        "import './a.css'",
      ),
      at('test/a.test.ts', "import 'vitest'", "import '../db/open.ts'"),
    ]
    expect(rules.forbiddenImports(fine)).toEqual([])
  })

  test('the order inside shared', () => {
    const wrong = [
      at('shared/money/a.ts', "import type { Line } from '../model/filing.ts'"),
      at('shared/formula/a.ts', "import { createEngine } from '../calc/engine.ts'"),
      at('shared/checks/a.ts', "import '../analysis/b.ts'"),
      at('shared/print/a.ts', "import '../contract/calls.ts'"),
      at('shared/helpers/a.ts'),
    ]
    expect(rules.disorder(wrong)).toHaveLength(wrong.length)
    expect(rules.disorder([at('shared/calc/a.ts', "import '../money/decimal.ts'", "import './b.ts'")])).toEqual([])
  })

  test('a ring of files, which a type does not close', () => {
    const ring = [
      at('db/a.ts', "import './b.ts'"),
      at('db/b.ts', "export * from './c.ts'"),
      at('db/c.ts', "await import('./a.ts')"),
    ]
    expect(rules.cycles(ring)).toEqual(['db/a.ts > db/b.ts > db/c.ts > db/a.ts'])
    expect(rules.cycles([...ring.slice(0, 2), at('db/c.ts', "import type { A } from './a.ts'")])).toEqual([])
    expect(rules.cycles([at('db/a.ts', "import { type A, b } from './a.ts'")])).toEqual(['db/a.ts > db/a.ts'])
  })

  test.each([
    'const now = Date.now()',
    'const now = new Date()',
    'const now = Date()',
    'const die = () => Math.random()',
    'function wait() { setTimeout(run, 5); function run() {} }',
    'console.log(1)',
    'export const title = document.title',
    'export function f(document: string) { return document }\nexport const g = () => document.title',
    'export const all = { process }',
    'const home = `${process.env.HOME}`',
    'class A { b = window }',
    'const x = fetch as unknown',
  ])('shared may not: %s', (line) => {
    expect(rules.impure([at('shared/calc/a.ts', line)])).not.toEqual([])
  })

  test.each([
    "import { document } from './b.ts'\nexport const title = document.title",
    'export function f(document: string) { return document.length }',
    'export const f = ({ window: process }: { window: string }) => process',
    'export const fixed = new Date(2007, 8, 30)',
    'export const a = { document: 1, console: 2 }.document',
    'export type Shell = { document: Document; process(): void }',
    'export const f = (x: typeof globalThis) => x as unknown',
    'try { throw 1 } catch (process) { String(process) }',
  ])('shared may: %s', (line) => {
    expect(rules.impure([at('shared/calc/a.ts', line)])).toEqual([])
  })

  test('length, header, electron, files that do not exist, packages that are not declared', () => {
    expect(rules.tooLong([at('db/a.ts', ...Array.from({ length: 401 }, () => ''), '')])).toHaveLength(1)
    expect(rules.tooLong([at('db/a.ts', ...Array.from({ length: 400 }, () => ''), '')])).toEqual([])
    expect(rules.headless([at('db/a.ts', '// short'), at('db/b.ts', '/** */', 'x()')])).toHaveLength(2)
    expect(rules.headless([at('db/a.ts', '/**', ' * Opens the file, and nothing else.', ' */')])).toEqual([])
    const electron = [
      at('electron/a.ts', "import { app } from 'electron'"),
      at('electron/b.ts', "import type { App } from 'electron'"),
    ]
    expect(rules.importersOfElectron(electron)).toEqual(['electron/a.ts'])
    expect(rules.missing([at('db/a.ts', "import './gone.ts'")], () => false)).toHaveLength(1)
    expect(rules.undeclared([at('db/a.ts', "import 'left-pad/x'")], ['zod'])).toHaveLength(1)
    expect(rules.undeclared([at('db/a.ts', "import 'zod/mini'")], ['zod'])).toEqual([])
  })
})
