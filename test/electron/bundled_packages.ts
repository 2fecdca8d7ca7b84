/**
 * The packages that the product is built of, found by building it: those whose code or fonts stand in the pages, the preload and the main
 * process, those that the main process imports when it runs, and those that an installer carries. Nothing is written.
 */
import { existsSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { createBuilder, type Plugin } from 'vite'
import { PROJECT_FOLDER } from '../../electron/project.ts'

/** A package with its version, as `react 19.3.1`. */
type Package = string

type Manifest = { name: string; version: string }

const manifestIn = (folder: string): Manifest | undefined => {
  const file = join(folder, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined
}

/** The package that a file belongs to, nested ones included; undefined for the product's own. */
export function packageOf(file: string): Package | undefined {
  const [, above, name] = /^\0?(.*[\\/])?node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/?]+)/.exec(file) ?? []
  if (name === undefined) return undefined
  const found = manifestIn(join(PROJECT_FOLDER, 'node_modules', name))
  const own = above === undefined ? found : (manifestIn(join(above, 'node_modules', name)) ?? found)
  return own ? `${own.name} ${own.version}` : name
}

/** Notes what stands in bundles: rendered modules, style sheets, the files that fonts came from, and what stays outside. */
function noting(files: Set<string>): Plugin {
  return {
    name: 'noting',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === 'asset') for (const file of part.originalFileNames) files.add(file)
        else {
          for (const [id, { renderedLength }] of Object.entries(part.modules)) {
            if (renderedLength > 0 || /\.css(?:\?|$)/.test(id)) files.add(id)
          }
          for (const name of [...part.imports, ...part.dynamicImports]) {
            if (bundle[name] === undefined && !name.startsWith('node:') && !builtinModules.includes(name)) {
              files.add(`node_modules/${name}`)
            }
          }
        }
      }
    },
  }
}

async function build(config: object): Promise<Set<string>> {
  const files = new Set<string>()
  const builder = await createBuilder({ root: PROJECT_FOLDER, logLevel: 'warn', ...config, plugins: [noting(files)] })
  const all = Object.values(builder.environments)
  for (const environment of all) environment.config.build.write = false
  for (const environment of all) await builder.build(environment)
  return files
}

const packagesOf = (files: Iterable<string>): Set<Package> =>
  new Set([...files].flatMap((file) => packageOf(file) ?? []))

/** The packages of the pages and the preload. */
export async function inPages(): Promise<Set<Package>> {
  return packagesOf(await build({ root: undefined, configFile: join(PROJECT_FOLDER, 'renderer/vite.config.ts') }))
}

/** The packages of the main process. */
export async function inMain(): Promise<Set<Package>> {
  const ssr = join(PROJECT_FOLDER, 'electron/main.ts')
  return packagesOf(await build({ configFile: false, build: { ssr, target: 'node24', write: false } }))
}

/** The packages that are installed for the product to run, which an installer carries. */
export function carried(): Set<Package> {
  const { packages } = JSON.parse(readFileSync(join(PROJECT_FOLDER, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string; dev?: true; devOptional?: true }>
  }
  const own = Object.entries(packages).filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
  return new Set(own.map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)} ${version}`))
}
