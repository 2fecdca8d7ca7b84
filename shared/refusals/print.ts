/**
 * Why a filing copy is not made: what does not foot, what was never published, what is cited and missing. Names are those that messages
 * show. A workpaper copy says the same on its pages.
 */

export const PRINT = {
  hypothetical: ({ scenario }: { scenario: string }) =>
    `A hypothetical scenario prints as a workpaper copy: the figures of “${scenario}” were never reported.`,
  /** `fault` is what kind of agreement fails, `text` the tie-out in words. */
  tie_out_fails: ({ fault, text }: { fault: string; text: string }) => `${fault}: ${text}`,
  shows_error: ({ cell, error, meaning }: { cell: string; error: string; meaning: string }) =>
    `${cell}, shows ${error}. ${meaning}`,
  column_unpublished: ({ column, standing }: { column: string; standing: string }) =>
    `The column ${column} is ${standing}; among published columns it would be unmarked.`,
  figures_unpublished: ({ line, columns, several, standing, filed }: Unpublished) =>
    `${line}, ${columns}, ${several ? 'are' : 'is'} ${standing}${filed ? `, so the document does not print ${several ? 'them' : 'it'}` : ''}.`,
  note_missing: ({ mark }: { mark: string }) => `Note (${mark}) is cited, but its text is missing.`,
  documents_alike: () => 'The documents show the same figures for this period, so there is nothing to print.',
  column_not_in_copy: ({ column }: { column: string }) => `“${column}” is outside the filing copy.`,
  no_column_to_file: () => 'The schedule has no column that belongs in a filing copy.',
}

type Unpublished = { line: string; columns: string; several: boolean; standing: string; filed: boolean }
