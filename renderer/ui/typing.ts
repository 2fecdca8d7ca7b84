/**
 * Whether text is being typed somewhere on the page.
 */

/** True where the browser's own undo and redo of typed text are meant. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('textarea, input:not([type="radio"], [type="checkbox"])')
}

/** Actions whose keys mean the typed text while text is typed. */
export const OF_TYPED_TEXT: ReadonlySet<string> = new Set(['undo', 'redo', 'select_all', 'delete_rows'])
