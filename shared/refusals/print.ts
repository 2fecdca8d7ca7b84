/**
 * Why a filing copy is not made: what does not foot, what was never published, what is cited and missing. Names are those that messages
 * show. A workpaper copy says the same on its pages.
 */

const them = (columns: string[]): string => (columns.length === 1 ? 'it' : 'them')

/** `a`, `a and b`, `a, b and c`. */
function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

export const PRINT = {
  hypothetical: ({ scenario }: { scenario: string }) =>
    `A hypothetical scenario prints as a workpaper copy: the figures of "${scenario}" were never reported.`,
  /** `fault` is what kind of agreement fails, `text` the tie-out in words. */
  tie_out_fails: ({ fault, text }: { fault: string; text: string }) => `${fault}: ${text}`,
  shows_error: ({ cell, error, meaning }: { cell: string; error: string; meaning: string }) =>
    `${cell}, shows ${error}. ${meaning}`,
  column_unpublished: ({ column, standing }: { column: string; standing: string }) =>
    `The column ${column} is ${standing}; among published columns it would stand unmarked.`,
  figures_unpublished: ({ line, columns, standing, filed }: Unpublished) =>
    `${line}, ${list(columns)}, ${columns.length === 1 ? 'is' : 'are'} ${standing}${filed ? `, so the document does not print ${them(columns)}` : ''}.`,
  note_missing: ({ mark }: { mark: string }) => `Note (${mark}) is cited, and its text is missing.`,
  no_column_to_file: () => 'It has no column that belongs in a filing copy.',
}

type Unpublished = { line: string; columns: string[]; standing: string; filed: boolean }
