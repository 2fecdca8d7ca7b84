/** The packaging configuration is one that electron-builder takes, and locks the product down. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import type { Configuration } from 'electron-builder'
import { buildMain } from '../../electron/commands/renderer_build.ts'
import { temporaryFolder } from './workbooks.ts'

const PROJECT = join(import.meta.dirname, '..', '..')
// The schema and the reader of YAML are electron-builder's own: what it would make of the file is what is tested.
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
const reader = createRequire(builder.resolve('app-builder-lib'))

const config = (reader('js-yaml') as { load(text: string): unknown }).load(
  readFileSync(join(PROJECT, 'electron-builder.yml'), 'utf8'),
) as Configuration

const isValid = (value: unknown): [boolean, unknown] => {
  const schema = builder('app-builder-lib/scheme.json') as object
  const validate = new Ajv({ allErrors: true, strict: false }).compile(schema)
  const isRight = validate(value)
  return [isRight, validate.errors ?? null]
}

describe('electron-builder.yml', () => {
  it('fits the schema of electron-builder', () => {
    expect(isValid(config)).toEqual([true, null])
  })

  it('would be refused with a name that the schema does not have', () => {
    expect(isValid({ ...config, electronFuse: {} })[0]).toBe(false)
    expect(isValid({ ...config, linux: { target: 7 } })[0]).toBe(false)
  })

  it('switches every fuse to the safe side', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('makes installers for the three platforms and publishes nothing', () => {
    expect([config.win?.target, config.mac?.target, config.linux?.target]).toEqual(['nsis', 'dmg', ['AppImage', 'deb']])
    expect([config.mac?.hardenedRuntime, config.publish, config.npmRebuild]).toEqual([true, null, false])
    expect(config.fileAssociations).toMatchObject([{ ext: 'tieout', mimeType: 'application/x-tieout', role: 'Editor' }])
  })

  it('finds the icons of the program and of its files by their names', () => {
    const folder = join(PROJECT, config.directories!.buildResources!)
    for (const name of ['icon.ico', 'icon.icns', 'tieout.ico', 'tieout.icns']) {
      expect([name, existsSync(join(folder, name))]).toEqual([name, true])
    }
    expect(existsSync(join(PROJECT, config.linux!.icon as string, '512x512.png'))).toBe(true)
  })

  it('packs what package.json starts, and unpacks the binding that cannot be loaded from the archive', () => {
    const { main } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { main: string }
    expect(main).toBe('dist/main/main.js')
    expect(config.files).toEqual(expect.arrayContaining(['dist/main/**', 'dist/preload/**', 'dist/renderer/**']))
    expect([config.asar, config.asarUnpack]).toEqual([true, ['node_modules/better-sqlite3/prebuilds/**']])
  })
})

describe('the bundle of the main process', () => {
  it('imports only Electron, Node and what the packaged product carries', async () => {
    const { folder, clear } = temporaryFolder()
    try {
      await buildMain(join(folder, 'main'))
      const bundle = readFileSync(join(folder, 'main', 'main.js'), 'utf8')
      const imported = [...bundle.matchAll(/^import\b[^'"]*["']([^'"]+)["'];?$/gm)].map(([, name]) => name!)
      const { dependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
        dependencies: Record<string, string>
      }
      const carried = ['electron', ...Object.keys(dependencies)]
      expect(imported).toEqual(expect.arrayContaining(['electron', 'better-sqlite3', 'node:fs']))
      expect(imported.filter((name) => !name.startsWith('node:') && !carried.includes(name))).toEqual([])
      expect(bundle).not.toMatch(/\bimport\(/)
    } finally {
      clear()
    }
  })
})
