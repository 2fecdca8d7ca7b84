/**
 * The rules of design.md section 6 on source files, each giving the faults it finds as sentences.
 * Works on what source_text.ts read, so that the rules themselves can be tested on made-up files.
 */
import type { Import, Source } from './source_text.ts'

/** The layers inside shared, lowest first; those of one rank do not know of each other. */
const RANKS: readonly (readonly string[])[] = [
  ['refusals'],
  ['calendar'],
  ['money'],
  ['tax', 'valuation'],
  ['model'],
  ['formula'],
  ['calc'],
  ['structure'],
  ['templates', 'checks'],
  ['analysis'],
  ['print', 'intake'],
  ['contract', 'actions'],
]

const UI =
  /^(?:react|react-dom|ag-grid-community|ag-grid-react|zustand|radix-ui|lucide-react|react-resizable-panels|get-nonce|recharts|markdown-to-jsx)$|^@fontsource|^@floating-ui\/react-dom$/

/** Folders and packages that a folder may import. */
const MAY: Record<string, { folders: string[]; allows(specifier: string): boolean }> = {
  shared: { folders: ['shared'], allows: (name) => ['decimal.js', 'zod', 'parse5'].includes(name) },
  db: { folders: ['db', 'shared'], allows: (name) => name === 'better-sqlite3' || name.startsWith('node:') },
  electron: {
    folders: ['electron', 'db', 'shared'],
    allows: (name) => name === 'electron' || name.startsWith('node:'),
  },
  renderer: { folders: ['renderer', 'shared'], allows: (name) => UI.test(packageOf(name)) },
  test: { folders: ['shared', 'db', 'electron', 'renderer', 'test'], allows: () => true },
}

/** Files that configure a tool, which may import that tool. */
const TOOLS: Record<string, RegExp> = {
  'renderer/vite.config.ts': /^(?:vite|@vitejs\/plugin-react|node:.*)$/,
  'renderer/licences.ts': /^(?:vite|node:.*)$/,
  'electron/package.ts': /^electron-builder$/,
}

const LONGEST = 400

/** What a pure file may not know: time, chance, the process and the page around it. */
const SURROUNDINGS = new Set(
  `process window document navigator location localStorage sessionStorage indexedDB console alert fetch XMLHttpRequest WebSocket
  setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame performance crypto Buffer require module global
  globalThis self Date.now Math.random eval Function`.split(/\s+/),
)
const CLOCKS = new Set(['new Date()', 'Date()'])

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

const folderOf = (path: string): string => path.split('/')[0]!

function forbidden({ path }: Source, { specifier, file }: Import): boolean {
  const may = MAY[folderOf(path)]!
  if (TOOLS[path]?.test(specifier)) return false
  return file === undefined ? !may.allows(specifier) : !may.folders.includes(folderOf(file))
}

/** Imports across a border of the table. */
export function forbiddenImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    source.imports
      .filter((each) => forbidden(source, each))
      .map(({ specifier }) => `${source.path} may not import ${specifier}`),
  )
}

const rankOf = (path: string): number => RANKS.findIndex((folders) => folders.includes(path.split('/')[1]!))

/** Imports inside shared that go up, or sideways to another folder of the same rank. */
export function disorder(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => path.startsWith('shared/'))
    .flatMap(({ path, imports }) => {
      const own = rankOf(path)
      if (own < 0) return [`${path} stands in no known layer of shared`]
      return imports
        .filter(({ file }) => file?.startsWith('shared/') && file.split('/')[1] !== path.split('/')[1])
        .filter(({ file }) => rankOf(file!) >= own)
        .map(({ specifier }) => `${path} may not import ${specifier}: it does not stand below`)
    })
}

/** Rings of files that need each other when they run; a type closes none. */
export function cycles(sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, above: string[]): void => {
    const at = above.indexOf(path)
    if (at >= 0) found.push([...above.slice(at), path].join(' > '))
    if (at >= 0 || done.has(path)) return
    for (const { file, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (file !== undefined && !typeOnly) visit(file, [...above, path])
    }
    done.add(path)
  }
  for (const { path } of sources) visit(path, [])
  return found
}

/** Relative imports that name no file, or leave out its ending. */
export function missing(sources: readonly Source[], exists: (path: string) => boolean): string[] {
  return sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ file }) => file !== undefined && !exists(file.replace(/\?.*$/, '')))
      .map(({ specifier }) => `${path} imports ${specifier}, which does not exist`),
  )
}

export function tooLong(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
    return lines > LONGEST ? [`${path} has ${lines} lines, more than ${LONGEST}`] : []
  })
}

/** Files that do not open by saying what they are for. */
export function headless(sources: readonly Source[]): string[] {
  return sources
    .filter(({ text }) => !/^(?:#!.*\n)?\/\*\*?\s[\s\S]{20,}?\*\//.test(text))
    .map(({ path }) => `${path} does not start with a comment on what it is for`)
}

/** Uses of clock, chance, process or page in shared. */
export function impure(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => path.startsWith('shared/'))
    .flatMap(({ path, globals }) =>
      [...globals].filter((name) => SURROUNDINGS.has(name) || CLOCKS.has(name)).map((name) => `${path} uses ${name}`),
    )
}

/** Files that import `electron` when they run. */
export function importersOfElectron(sources: readonly Source[]): string[] {
  return sources
    .filter(({ imports }) => imports.some(({ specifier, typeOnly }) => specifier === 'electron' && !typeOnly))
    .map(({ path }) => path)
}

/** Packages that the product needs when it runs but does not declare for that. */
export function undeclared(sources: readonly Source[], dependencies: readonly string[]): string[] {
  const given = new Set([...dependencies, 'electron'])
  return sources
    .filter(({ path }) => /^(?:shared|db|electron)\//.test(path) && TOOLS[path] === undefined)
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ file, typeOnly, specifier }) => file === undefined && !typeOnly && !specifier.startsWith('node:'))
        .filter(({ specifier }) => !given.has(packageOf(specifier)))
        .map(({ specifier }) => `${path} imports ${specifier}, which is not among the dependencies`),
    )
}
