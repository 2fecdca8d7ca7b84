/**
 * Fingerprints of what is stored: of one text, and of all content records together.
 * The fingerprint of the content is a sum, so that its order does not matter and a change costs what it changes.
 */
import { hash } from 'node:crypto'

/** What one record holds: its key and its content, in the order of the table's columns. */
export type RecordValues = readonly (string | number | null)[]

const MODULUS = 1n << 256n

/** The digest of nothing, and the hash before the first entry of the change log. */
export const ZERO = '0'.repeat(64)

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}

function recordHash(table: string, values: RecordValues): bigint {
  return BigInt(`0x${sha256(JSON.stringify([table, ...values]))}`)
}

/** The sum, modulo 2^256, of the SHA-256 of every content record; equal exactly when the records are (bar a collision). */
export class ContentDigest {
  #sum: bigint

  constructor(from: string = ZERO) {
    this.#sum = BigInt(`0x${from}`)
  }

  add(table: string, values: RecordValues): void {
    this.#sum = (this.#sum + recordHash(table, values)) % MODULUS
  }

  remove(table: string, values: RecordValues): void {
    this.#sum = (this.#sum + MODULUS - recordHash(table, values)) % MODULUS
  }

  /** 64 lower-case hexadecimal digits. */
  toString(): string {
    return this.#sum.toString(16).padStart(64, '0')
  }
}
