/**
 * Reads the JSON body of a call, bounded, in UTF-8, and refuses everything else.
 * Says nothing of its content: that is the contract's schema.
 */
import type { IncomingMessage } from 'node:http'
import type { Refusal } from './gate.ts'

const MEDIA_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

const TOO_LARGE: Refusal = { status: 413, error: 'The request is larger than any edit can be.' }
const MALFORMED: Refusal = { status: 400, error: 'The request is not JSON in UTF-8.' }

/** The bytes of the body, or undefined once there are more than `limit`. */
async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let size = 0
  // Leaving the loop must not destroy the request, for the refusal goes out on the same connection.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** The parsed body, or the refusal with which to answer. */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<{ value: unknown } | Refusal> {
  const { headers } = request
  if (!MEDIA_TYPE.test(headers['content-type'] ?? '') || headers['content-encoding'] !== undefined) {
    return { status: 415, error: 'The request must be application/json.' }
  }
  if (Number(headers['content-length'] ?? 0) > limit) return TOO_LARGE
  try {
    const bytes = await readBytes(request, limit)
    if (!bytes) return TOO_LARGE
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return MALFORMED
  }
}
