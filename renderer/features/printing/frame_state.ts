/**
 * Whether the pages in a frame are laid out, as the print page says of itself on its root element.
 */

/** True once the pages are there; false where there are none to print, or the frame went away before. */
export function isReady(frame: HTMLIFrameElement): Promise<boolean> {
  const read = (): string | undefined => frame.contentDocument?.documentElement.dataset['print']
  return new Promise((resolve) => {
    const look = (): void => {
      const state = read()
      if (state !== undefined) resolve(state === 'ready')
      else if (frame.isConnected) setTimeout(look, 60)
      else resolve(false)
    }
    look()
  })
}
