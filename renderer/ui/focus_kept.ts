/**
 * Whether the focus already stands where work goes on when a dialog or menu closes: what closes must not take it away again.
 */

/** True while a text field outside all dialogs and menus has the focus, as Find's has when a menu opened it. */
export function isFieldInUse(): boolean {
  const here = document.activeElement
  return (
    here instanceof HTMLElement &&
    here.matches('input, textarea') &&
    !here.closest('[role="dialog"]:not([data-docked]), [role="menu"]')
  )
}
