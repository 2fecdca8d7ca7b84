/**
 * Keeps what is said of a part of the page beside it, in the window, while that part scrolls, grows or moves; out of sight while it is.
 * Knows no part; it is looked for each time, since a grid draws the same cell with ever new elements.
 */
import { autoUpdate, flip, hide, offset, shift, useFloating, type Placement } from '@floating-ui/react-dom'
import { useMemo, type CSSProperties } from 'react'

/** Between what is said and the edge of the window. */
const MARGIN = 8

/**
 * The place beside the part that a selector names: at the side wanted, or at the other where there is no room, moved along that side to
 * stay in the window.
 */
export function useBeside(part: string | null, placement: Placement, gap = 0) {
  const reference = useMemo(() => {
    const find = (): Element | null => (part === null ? null : document.querySelector(part))
    return {
      get contextElement() {
        return find() ?? document.body
      },
      getBoundingClientRect: () => find()?.getBoundingClientRect() ?? new DOMRect(),
    }
  }, [part])
  const middleware = useMemo(
    () => [offset(gap), flip({ crossAxis: false, padding: MARGIN }), shift({ padding: MARGIN }), hide()],
    [gap],
  )
  const { refs, floatingStyles, middlewareData } = useFloating({
    strategy: 'fixed',
    transform: false,
    placement,
    elements: { reference },
    whileElementsMounted: autoUpdate,
    middleware,
  })
  const isAway = middlewareData.hide?.referenceHidden === true
  const style: CSSProperties = { ...floatingStyles, ...(isAway && { visibility: 'hidden' }) }
  return { attach: refs.setFloating, style }
}
