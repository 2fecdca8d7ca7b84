/**
 * How large one call may be, the same wherever it is looked at: before it is sent, in both shells, and where it arrives.
 * Must not import zod (the preload is one small CommonJS file).
 */
import { MOST_CHANGES } from '../model/most_changes.ts'
import { atOnce, type Steps } from '../model/steps.ts'
import { countText } from '../money/count.ts'

/** The most that one call carries, in bytes of its JSON in UTF-8. A filing of 120,000 cells fits with all that is said of each. */
export const MOST_BYTES = 96 * 1024 * 1024

/** A failure of kind `refused`, as the contract has it: nothing of the call was done. */
export type TooLarge = { ok: false; failure: { kind: 'refused'; message: string } }

const WAY_ON =
  'Nothing was stored. Make the change in smaller parts, such as one schedule or one block of lines at a time.'

const refused = (message: string): TooLarge => ({ ok: false, failure: { kind: 'refused', message } })

/** Megabytes with one decimal, rounded up, so that what is over the limit never reads as the limit. */
function megabytes(bytes: number): string {
  const tenths = Math.ceil((bytes / (1024 * 1024)) * 10)
  return `${countText(Math.floor(tenths / 10))}.${tenths % 10} MB`
}

const tooManyBytes = (size: string, limit?: number): TooLarge =>
  refused(
    `This change is too large to be stored at once: it takes ${size}${limit === undefined ? '' : `, and at most ${megabytes(limit)} are stored at once`}. ${WAY_ON}`,
  )

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** The refusal of a change set of too many changes, in a request that is not yet known to be well formed; else null. */
export function tooManyChanges(request: unknown): TooLarge | null {
  const set = (request as { changeSet?: { changes?: unknown } } | null | undefined)?.changeSet
  const count = Array.isArray(set?.changes) ? set.changes.length : 0
  if (count <= MOST_CHANGES) return null
  return refused(
    `This change is too large to be stored at once: it has ${countText(count)} parts, such as cells and lines, and at most ${countText(MOST_CHANGES)} are stored at once. ${WAY_ON}`,
  )
}

/** The request as it travels, or its refusal where no shell carries it. */
export function jsonOf(request: unknown, limit: number = MOST_BYTES): { json: string } | TooLarge {
  return atOnce(jsonInSteps(request, limit))
}

/** Changes written between two steps. */
const STRETCH = 1_000

/** As JSON.stringify; a change set of very many changes in steps of some of them. */
function* written(request: unknown): Steps<string> {
  const { changeSet } = (request ?? {}) as { changeSet?: { changes?: unknown } }
  const changes = changeSet?.changes
  if (!Array.isArray(changes) || changes.length <= STRETCH || Object.keys(request as object).length > 1) {
    return JSON.stringify(request)
  }
  const parts: string[] = []
  for (let from = 0; from < changes.length; from += STRETCH) {
    parts.push(JSON.stringify(changes.slice(from, from + STRETCH)).slice(1, -1))
    yield
  }
  const rest = JSON.stringify({ ...changeSet, changes: undefined }).slice(1, -1)
  return `{"changeSet":{${rest}${rest === '' ? '' : ','}"changes":[${parts.join(',')}]}}`
}

/** As `jsonOf`, in steps where there is very much to write. */
export function* jsonInSteps(request: unknown, limit: number = MOST_BYTES): Steps<{ json: string } | TooLarge> {
  const refusal = tooManyChanges(request)
  if (refusal) return refusal
  let json: string
  try {
    json = yield* written(request)
  } catch (fault) {
    // No text can be that long.
    if (fault instanceof RangeError) return tooManyBytes(`more than ${megabytes(512 * 1024 * 1024)}`, limit)
    throw fault
  }
  // A character takes three bytes at most: most requests need not be counted.
  const bytes = json.length * 3 <= limit ? 0 : bytesOf(json)
  return bytes > limit ? tooManyBytes(megabytes(bytes), limit) : { json }
}

/** The refusal of a call that the receiving end found too large; its limit is its own. */
export function foundTooLarge(json: string): TooLarge {
  return tooManyBytes(megabytes(bytesOf(json)))
}
