/**
 * The content security policy of every page, the same in both shells, and the headers that go with every answer.
 * Nothing may come from anywhere but the product itself; scripts and styles made at run time need the load's nonce.
 */
import { randomBytes } from 'node:crypto'

/** What the build writes into the pages where the nonce of a load belongs. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/** A fresh nonce for one load of a page: 128 random bits. */
export function freshNonce(): string {
  return randomBytes(16).toString('base64url')
}

/**
 * The policy of one load of a page. `frame-src` and `frame-ancestors` allow only the product's own print preview.
 * Images may be `data:` and `blob:` because previews are drawn from memory; nothing executable may.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** The policy of what is no page: it may load nothing and be framed by nobody. */
export const NO_PAGE_POLICY = "default-src 'none'; frame-ancestors 'none'"

/**
 * Headers of every answer. The referrer policy is `same-origin` rather than `no-referrer`, under which a browser may
 * send the Origin of a POST as `null`; X-Frame-Options names the same origin because the print preview is a frame.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  'X-DNS-Prefetch-Control': 'off',
  'Cache-Control': 'no-store',
}
