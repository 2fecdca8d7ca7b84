/**
 * The nonce of this load of the page, which the content security policy asks of every style made at run time.
 */
import { setNonce } from 'get-nonce'

/** The nonce the shell put into the page; undefined where the page came without one. */
export function nonceOfPage(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined
}

/** Hands the nonce to libraries that make style elements. */
export function useNonceInLibraries(): void {
  const nonce = nonceOfPage()
  if (nonce !== undefined) setNonce(nonce)
}
