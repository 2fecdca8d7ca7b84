/**
 * The licences of what is shipped, gathered while the pages are built and written beside them as `licences.json`: the packages whose
 * modules or fonts stand in the bundle, those that the packaged program carries, and Electron. Read from the installed packages.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

type Licence = { name: string; version: string; licence: string; text: string }

type Manifest = { name?: string; version?: string; license?: string; dependencies?: Record<string, string> }

/** Styles bring fonts without being modules: the files that they became name where they came from. */
const FONTS = /^@fontsource/

/** The folder of the package that a file of node_modules belongs to. */
function packageFolder(root: string, file: string): string | undefined {
  const match = /^(?:.*[\\/])?node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)
  return match ? join(root, 'node_modules', match[1]!) : undefined
}

function manifestOf(folder: string): Manifest | undefined {
  const file = join(folder, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined
}

/** The text of a package's own licence; its word for it where it brings none. */
function licenceText(folder: string, licence: string): string {
  const names = readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(name))
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8').trim())
  return texts.length > 0 ? texts.join('\n\n') : `The package brings no text of its own. It is under ${licence}.`
}

function licenceOf(folder: string): Licence | undefined {
  const { name, version = '', license = 'unknown' } = manifestOf(folder) ?? {}
  return name === undefined ? undefined : { name, version, licence: license, text: licenceText(folder, license) }
}

/** A package's folder with those of all that it needs. */
function withNeeded(root: string, name: string, found = new Set<string>()): Set<string> {
  const folder = join(root, 'node_modules', name)
  const manifest = manifestOf(folder)
  if (!manifest || found.has(folder)) return found
  found.add(folder)
  for (const needed of Object.keys(manifest.dependencies ?? {})) withNeeded(root, needed, found)
  return found
}

/** The licences of the packages of these folders and of what the program is packaged with, by name. */
function licencesOf(root: string, folders: Iterable<string>): Licence[] {
  const all = new Set(folders)
  const carried = manifestOf(root)?.dependencies ?? {}
  for (const name of Object.keys(carried)) for (const folder of withNeeded(root, name)) all.add(folder)
  // Electron's own packages fetch it; what is shipped is the runtime alone.
  all.add(join(root, 'node_modules/electron'))
  const licences = [...all].flatMap((folder) => licenceOf(folder) ?? [])
  return licences.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

export function licences(): Plugin {
  let root = ''
  return {
    name: 'licences',
    applyToEnvironment: ({ name }) => name === 'client',
    configResolved(config) {
      root = dirname(config.root)
    },
    generateBundle(_options, bundle) {
      const files = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' ? part.moduleIds : part.originalFileNames,
      )
      const folders = files.flatMap((file) => packageFolder(root, file) ?? [])
      const shipped = licencesOf(root, folders)
      if (!shipped.some(({ name }) => FONTS.test(name))) this.error('The licences of the fonts were not found.')
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(shipped) })
    },
  }
}
