/**
 * The floors of renderer/ as rules on source files, each giving the faults it finds as sentences. Types count as much as anything: a
 * floor that names another's types stands on it.
 */
import type { Source } from './source_text.ts'

/** Floors that a floor may import, and packages besides its own kind of libraries. */
const FLOORS: Record<string, { below: readonly string[]; packages: RegExp }> = {
  client: { below: [], packages: /^get-nonce$/ },
  ui: { below: [], packages: /^(?:react|react-dom|radix-ui|lucide-react|@floating-ui\/.+|recharts|zustand.*)$/ },
  session: { below: ['client'], packages: /^zustand\/vanilla(?:\/.+)?$/ },
  contrib: { below: ['session', 'ui'], packages: /^(?:react|react-dom|zustand.*|radix-ui|lucide-react)$/ },
  grid: {
    below: ['contrib', 'session', 'ui'],
    packages: /^(?:react|react-dom|radix-ui|ag-grid-community|ag-grid-react|zustand.*)$/,
  },
  features: { below: ['client', 'ui', 'session', 'contrib', 'grid'], packages: /^(?!ag-grid).+/ },
  shell: { below: ['client', 'ui', 'session', 'contrib', 'grid'], packages: /^(?!ag-grid).+/ },
  print: { below: ['client', 'ui'], packages: /^(?!ag-grid).+/ },
}

/** Folders of shared that ui may know: what any product could use of it. */
const OF_ANY_PRODUCT = /^shared\/(?:money|calendar)\//

/** Stems that may stand more than once: entries, and what each feature has of its own. */
const REPEATED = new Set(['main', 'contribution', 'wording', 'vite.config'])

const MOST_FILES = 30

const floorOf = (path: string): string | undefined => /^renderer\/([^/]+)\//.exec(path)?.[1]
const featureOf = (path: string): string | undefined => /^renderer\/features\/([^/]+)\//.exec(path)?.[1]
const ofRenderer = (sources: readonly Source[]): Source[] => sources.filter(({ path }) => path.startsWith('renderer/'))

/** Imports that go up, or to a floor that a floor may not know. */
export function climbing(sources: readonly Source[]): string[] {
  return ofRenderer(sources).flatMap(({ path, imports }) => {
    const floor = floorOf(path)
    if (floor === undefined) return []
    const may = FLOORS[floor]
    if (!may) return [`${path} stands on no known floor`]
    return imports
      .filter(({ file, specifier }) => {
        if (file === undefined) return !may.packages.test(specifier) && !specifier.startsWith('@fontsource')
        if (file.startsWith('shared/')) return floor === 'ui' && !OF_ANY_PRODUCT.test(file)
        const to = floorOf(file)
        return to === undefined || (to !== floor && !may.below.includes(to))
      })
      .map(({ specifier }) => `${path} may not import ${specifier}`)
  })
}

/** Features that know another feature, and files besides the list that know a feature. */
export function namedFeatures(sources: readonly Source[]): string[] {
  return ofRenderer(sources).flatMap(({ path, imports }) =>
    imports
      .filter(({ file }) => file !== undefined && featureOf(file) !== undefined && featureOf(file) !== featureOf(path))
      .filter(() => path !== 'renderer/features.ts')
      .map(({ specifier }) => `${path} may not name a feature: ${specifier}`),
  )
}

/** Rings of folders: floors, and features among one another. */
export function folderRings(sources: readonly Source[]): string[] {
  const edges = new Map<string, Set<string>>()
  for (const { path, imports } of ofRenderer(sources)) {
    const from = featureOf(path) ?? floorOf(path)
    for (const { file } of imports) {
      const to = file === undefined ? undefined : (featureOf(file) ?? floorOf(file))
      if (from === undefined || to === undefined || from === to) continue
      edges.set(from, (edges.get(from) ?? new Set()).add(to))
    }
  }
  const found: string[] = []
  const done = new Set<string>()
  const visit = (at: string, above: readonly string[]): void => {
    const back = above.indexOf(at)
    if (back >= 0) found.push([...above.slice(back), at].join(' > '))
    if (back >= 0 || done.has(at)) return
    for (const next of edges.get(at) ?? []) visit(next, [...above, at])
    done.add(at)
  }
  for (const folder of edges.keys()) visit(folder, [])
  return found
}

/** Marks of the grid's library outside grid/, in styles and in scripts. */
export function gridMarks(sources: readonly Source[]): string[] {
  return ofRenderer(sources)
    .filter(({ path, text }) => floorOf(path) !== 'grid' && /\.ag-[a-z]/.test(text))
    .map(({ path }) => `${path} selects by a class of the grid's library`)
}

/** Changes of the session's state outside session/. */
export function strayChanges(sources: readonly Source[]): string[] {
  return ofRenderer(sources)
    .filter(({ path, text }) => floorOf(path) !== 'session' && /\bsession\.setState\(/.test(text))
    .map(({ path }) => `${path} changes the state of the session itself`)
}

/** What a session may not know: components, and the page around them. */
const PAGE = new Set(
  `window document navigator location localStorage sessionStorage indexedDB matchMedia alert fetch setTimeout setInterval
  requestAnimationFrame performance history HTMLElement Element`.split(/\s+/),
)

export function sessionsOfThePage(sources: readonly Source[]): string[] {
  return ofRenderer(sources)
    .filter(({ path }) => floorOf(path) === 'session')
    .flatMap(({ path, globals }) => [
      ...(path.endsWith('.tsx') ? [`${path} is a component`] : []),
      ...[...new Set([...globals].map((name) => name.split('.')[0]!))]
        .filter((name) => PAGE.has(name))
        .map((name) => `${path} uses ${name}`),
    ])
}

/** Files that bear the name of another, whatever their folders. */
export function sameStems(sources: readonly Source[]): string[] {
  const byStem = Map.groupBy(
    ofRenderer(sources).filter(({ path }) => /\.tsx?$/.test(path)),
    ({ path }) => path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.d)?\.tsx?$/, ''),
  )
  return [...byStem]
    .filter(([stem, files]) => files.length > 1 && !REPEATED.has(stem))
    .map(([stem, files]) => `${stem} names ${files.map(({ path }) => path).join(' and ')}`)
}

/** Names that say nothing of what a file holds. */
const SAYING_NOTHING = /^(?:utils?|helpers?|manager|common|misc|spot|carry|judge|chosen|settled|words)$/

export function emptyNames(sources: readonly Source[]): string[] {
  return ofRenderer(sources)
    .filter(({ path }) => SAYING_NOTHING.test(path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')))
    .map(({ path }) => `${path} does not say what it holds`)
}

/** Folders of many files and no order within. */
export function crowded(sources: readonly Source[]): string[] {
  const files = ofRenderer(sources).map(({ path }) => path)
  const byFolder = Map.groupBy(files, (path) => path.slice(0, path.lastIndexOf('/')))
  return [...byFolder]
    .filter(
      ([folder, own]) => own.length > MOST_FILES && ![...byFolder.keys()].some((one) => one.startsWith(`${folder}/`)),
    )
    .map(([folder, own]) => `${folder} holds ${own.length} files and no folders`)
}
