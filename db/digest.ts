/**
 * Fingerprints of what is stored: of one text, and of all content records together.
 * The fingerprint of the content is a sum, so that its order does not matter and a change costs what it changes.
 */
import { hash } from 'node:crypto'

/** What one record holds: its key and its content, in the order of the table's columns. */
export type RecordValues = readonly (string | number | null)[]

/** The digest of nothing, and the hash before the first entry of the change log. */
export const ZERO = '0'.repeat(64)

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}

/** The SHA-256 of a record, a character for each byte. */
function recordHash(table: string, values: RecordValues): string {
  return hash('sha256', JSON.stringify([table, ...values]), 'binary')
}

const BITS = 256
/** Bytes are added up in pairs, the highest first: floating point holds the sums of very many pairs exactly. */
const PAIRS = 16

/** The sum, modulo 2^256, of the SHA-256 of every content record; equal exactly when the records are (bar a collision). */
export class ContentDigest {
  #sum: bigint
  /** What was added to the sum and taken from it since. A large number for each record would take longer than its hash. */
  readonly #pairs = new Float64Array(PAIRS)

  constructor(from: string = ZERO) {
    this.#sum = BigInt(`0x${from}`)
  }

  #count(hashed: string, sign: 1 | -1): void {
    for (let n = 0; n < PAIRS; n++) {
      this.#pairs[n]! += sign * (hashed.charCodeAt(2 * n) * 256 + hashed.charCodeAt(2 * n + 1))
    }
  }

  add(table: string, values: RecordValues): void {
    this.#count(recordHash(table, values), 1)
  }

  remove(table: string, values: RecordValues): void {
    this.#count(recordHash(table, values), -1)
  }

  /** 64 lower-case hexadecimal digits. */
  toString(): string {
    const since = this.#pairs.reduce((sum, pair) => sum * 65_536n + BigInt(pair), 0n)
    this.#sum = BigInt.asUintN(BITS, this.#sum + since)
    this.#pairs.fill(0)
    return this.#sum.toString(16).padStart(64, '0')
  }
}
