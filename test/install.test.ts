/**
 * What an install needs and runs: declared, and nothing besides.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

type Package = {
  engines: Record<string, string>
  devEngines: { runtime: { name: string; version: string; onFail: string } }
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}
type Locked = { packages: Record<string, { engines?: unknown; dev?: boolean }> }
type Scripts = { scripts?: Record<string, string> }

const read = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
const own = read('package.json') as Package
const locked = read('package-lock.json') as Locked

test('what runs npm is declared, and too old a Node is an error, not a warning', () => {
  expect(own.engines['node']).toBe('>=20')
  expect(own.devEngines.runtime).toEqual({ name: 'node', version: own.engines['node'], onFail: 'error' })
  expect(locked.packages['']!.engines).toEqual(own.engines)
})

test('what runs the product and these tests is the Node that npm brings', () => {
  expect(process.version).toBe(`v${own.devDependencies['node']}`)
})

test('every package that would run a script at install is allowed or denied by name: none compiles anything', () => {
  const names = Object.keys(locked.packages).filter((path) => path !== '')
  const running = names.filter((path) => {
    if (!existsSync(join(ROOT, path, 'package.json'))) return false
    const { scripts = {} } = read(join(path, 'package.json')) as Scripts
    // npm builds what holds a binding.gyp, whatever the package says of itself.
    const builds = existsSync(join(ROOT, path, 'binding.gyp'))
    return builds || ['preinstall', 'install', 'postinstall'].some((name) => scripts[name] !== undefined)
  })
  expect(running.length).toBeGreaterThan(1)
  const undecided = running.filter((path) => own.allowScripts[path.split('node_modules/').at(-1)!] === undefined)
  expect(undecided).toEqual([])
  expect(Object.keys(own.allowScripts).filter((name) => own.allowScripts[name])).toEqual(['node'])
})
