/**
 * The sentences of the product as an editor reads them: what stands in its source between quotation marks, or as text of an element, and
 * reads as words. Run by itself (`node test/words/sentences.ts`) it lists them by file.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync } from 'vite'

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = ['shared', 'db', 'electron', 'renderer']

export type Sentence = { path: string; text: string }

/** Parts of a source file that are passed over, besides those that nobody reads. */
type Passes = (node: Tree) => boolean

export type Tree = { type: string; [key: string]: unknown }

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && typeof (value as Tree).type === 'string'
}

/** What stands for a part that is put in when the sentence is said. */
const PUT_IN = '…'

function textOf(node: Tree): string | undefined {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined
  if (node.type === 'JSXText') return node['value'] as string
  if (node.type !== 'TemplateLiteral') return undefined
  const parts = node['quasis'] as { value: { cooked: string } }[]
  return parts.map(({ value }) => value.cooked).join(PUT_IN)
}

/** Words to be read: at least two with a space between, and none of the marks that only code has. */
function reads(text: string): boolean {
  return /\p{L}{2,},? [\p{L}(“…]/u.test(text) && !/[{}<>\\]|=>|--|\b\w+_\w+\b.*=|^[a-z-]+ [a-z-]+$/.test(text)
}

/** Parts of a node that are no text to be read: names of modules, types, classes of style sheets, statements of the database. */
function isUnread(node: Tree): boolean {
  if (/^(?:Import|Export(?:All|Named))Declaration$/.test(node.type)) return node['source'] != null
  if (node.type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull)/.test(node.type)) return true
  if (node.type === 'TaggedTemplateExpression') return true
  const name = (node['name'] as { name?: string } | undefined)?.name ?? ''
  return node.type === 'JSXAttribute' && /^(?:className|style|id|data-|autoComplete)/.test(name)
}

function collect(node: Tree, found: string[], passes: Passes): void {
  if (isUnread(node) || passes(node)) return
  const text = textOf(node)?.replaceAll(/\s+/g, ' ').trim()
  if (text !== undefined && reads(text) && !/^(?:SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|ALTER|DROP)\b/.test(text)) {
    found.push(text)
  }
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isTree(child)) collect(child, found, passes)
  }
}

/** The sentences of one source file. */
export function sentencesIn(path: string, source: string, passes: Passes = () => false): Sentence[] {
  const found: string[] = []
  collect(parseSync(path, source).program as unknown as Tree, found, passes)
  return found.map((text) => ({ path, text }))
}

/** The sentences of the product, in the order of its files. */
export function productSentences(passes?: Passes): Sentence[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .flatMap((path) => sentencesIn(relative(ROOT, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'), passes)),
  )
}

if (import.meta.main) for (const { path, text } of productSentences()) process.stdout.write(`${path}: ${text}\n`)
