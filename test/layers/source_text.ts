/**
 * Source files as the layer test sees them: what each imports and which names of its surroundings it uses, by Vite's parser.
 * Reads and parses only; the rules are in rules.ts.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { parseSync } from 'vite'

export const ROOT = dirname(dirname(import.meta.dirname))
export const FOLDERS = ['shared', 'db', 'electron', 'renderer', 'test'] as const

export type Import = {
  /** As written, such as `./engine.ts` or `node:fs`. */
  specifier: string
  /** The file from the top of the project where the specifier is relative, such as `shared/calc/engine.ts`. */
  file: string | undefined
  /** True where nothing is left of it when types are taken out. */
  typeOnly: boolean
}

export type Source = {
  /** From the top of the project, with forward slashes. */
  path: string
  text: string
  imports: Import[]
  /** Names that the file uses but does not declare, members of them included: `Math.random`, `process`, `new Date()`. */
  globals: Set<string>
}

/** Every TypeScript file and style sheet of the project's folders. */
export function projectSources(): Source[] {
  return FOLDERS.filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|tsx|css)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => source(relative(ROOT, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'))),
  )
}

export function source(path: string, text: string): Source {
  if (path.endsWith('.css')) return { path, text, imports: [], globals: new Set() }
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]!.message}`)
  const imports: Import[] = []
  const globals = new Set<string>()
  const add = (specifier: string, typeOnly: boolean): void => {
    const file = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined
    imports.push({ specifier, file, typeOnly })
  }
  walk(program as unknown as Tree, [declaredIn(program as unknown as Tree)], { add, use: (name) => globals.add(name) })
  return { path, text, imports, globals }
}

type Tree = { type: string; [key: string]: unknown }
type Found = { add: (specifier: string, typeOnly: boolean) => void; use: (name: string) => void }

/** Parts of a node that hold types, which are gone when the program runs. */
const TYPES = new Set([
  'typeAnnotation',
  'returnType',
  'typeParameters',
  'typeArguments',
  'superTypeArguments',
  'implements',
])

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && typeof (value as Tree).type === 'string'
}

function parts(node: Tree): [key: string, child: Tree][] {
  return Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isTree).map((child): [string, Tree] => [key, child]),
  )
}

const isFunction = ({ type }: Tree): boolean => /Function/.test(type) && !type.startsWith('TS')

function walk(node: Tree, scopes: ReadonlySet<string>[], found: Found): void {
  readImport(node, found)
  if (node.type === 'Identifier') {
    const name = node['name'] as string
    if (!scopes.some((scope) => scope.has(name))) found.use(name)
    for (const [, child] of parts(node)) readTypes(child, found)
    return
  }
  readMember(node, scopes, found)
  const inner = isFunction(node) ? [...scopes, declaredIn(node)] : scopes
  for (const [key, child] of parts(node)) {
    if (isName(node, key)) continue
    if (TYPES.has(key) || isType(child)) readTypes(child, found)
    else walk(child, inner, found)
  }
}

/** Members of undeclared names, and calls that tell the time: `Date.now`, `new Date()`. */
function readMember(node: Tree, scopes: ReadonlySet<string>[], found: Found): void {
  const of = (node['object'] ?? node['callee']) as Tree | undefined
  if (of?.type !== 'Identifier' || scopes.some((scope) => scope.has(of['name'] as string))) return
  const name = of['name'] as string
  if (node.type === 'MemberExpression') found.use(`${name}.${String((node['property'] as Tree)['name'])}`)
  if (node.type === 'NewExpression' && (node['arguments'] as unknown[]).length === 0) found.use(`new ${name}()`)
  if (node.type === 'CallExpression' && (node['arguments'] as unknown[]).length === 0) found.use(`${name}()`)
}

function readImport(node: Tree, { add }: Found): void {
  const from = (node['source'] as { value?: unknown } | undefined)?.value
  if (typeof from !== 'string') {
    if (node.type === 'ImportExpression') throw new Error('A dynamic import names its file in plain text.')
    return
  }
  const named = (node['specifiers'] as Tree[] | undefined) ?? []
  const kinds = [node['importKind'], node['exportKind']]
  const eachType = named.length > 0 && named.every((each) => [each['importKind'], each['exportKind']].includes('type'))
  add(from, kinds.includes('type') || eachType || node.type === 'TSImportType')
}

/** Inside types only imports count: `import('electron').App`. */
function readTypes(node: Tree, found: Found): void {
  readImport(node, found)
  for (const [, child] of parts(node)) readTypes(child, found)
}

function isType({ type }: Tree): boolean {
  return type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull|TypeAssertion|Instantiation)/.test(type)
}

/** A name that is no use of a variable: of a member, a property, an import or a label. */
function isName(node: Tree, key: string): boolean {
  if (node.type === 'MemberExpression') return key === 'property' && node['computed'] !== true
  if (key === 'key') return node['computed'] !== true
  if (/^(?:Import|Export)\w*Specifier$/.test(node.type)) return key !== 'local' || node.type.startsWith('Import')
  return (
    ['label', 'meta'].includes(key) || (node.type.startsWith('JSX') && key === 'name') || node.type === 'MetaProperty'
  )
}

/** Names declared in a program or function, at any depth short of another function. */
function declaredIn(scope: Tree): Set<string> {
  const names = new Set<string>()
  const bind = (pattern: Tree): void => {
    if (pattern.type === 'Identifier') names.add(pattern['name'] as string)
    else if (pattern.type === 'AssignmentPattern') bind(pattern['left'] as Tree)
    else if (pattern.type === 'Property') bind(pattern['value'] as Tree)
    else for (const [key, child] of parts(pattern)) if (!TYPES.has(key)) bind(child)
  }
  const look = (node: Tree): void => {
    if (node.type === 'VariableDeclarator') bind(node['id'] as Tree)
    if (node.type === 'CatchClause' && isTree(node['param'])) bind(node['param'])
    if (/^Import\w*Specifier$/.test(node.type)) bind(node['local'] as Tree)
    if (/^(?:Function|Class)(?:Declaration|Expression)$/.test(node.type) && isTree(node['id'])) bind(node['id'])
    if (node === scope || !isFunction(node)) for (const [, child] of parts(node)) look(child)
  }
  if (isFunction(scope)) for (const param of scope['params'] as Tree[]) bind(param)
  look(scope)
  return names
}
