/**
 * What comments at figures say.
 */
export const NO_COMMENTS = 'No figure of this filing has a comment.'
export const CHOOSE_FIGURE = 'Choose a figure to comment on.'

export const noFigureText = (line: string, column: string): string => `${line} has no figure in ${column}.`

/** Under the field of a new comment. */
export const keysText = (save: string): string => `${save} adds the comment. Escape discards the text.`
