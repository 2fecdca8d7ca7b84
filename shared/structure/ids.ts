/**
 * Ids of lines, columns and schedules: whether one may stand, and one made from a label. Must not know what carries them.
 */
import { isFunctionName, TAX_PREFIX } from '../formula/ast.ts'
import { PREVIOUS } from '../model/column_before.ts'
import { isId } from '../model/cell.ts'
import type { Refusal } from '../refusals/refusal.ts'

/** The schedule under which comparisons of scenarios are shown (COMPARE of analysis): no schedule of a filing has it. */
const VIEW = 'compare'

const LONGEST = 60
const MOST = 120

/** Why an id may not stand among others; undefined where it may. */
export function idRefusal(id: string, taken: Iterable<string>): Refusal | undefined {
  if (!isId(id)) return { code: 'id_malformed', id }
  if (id.length > MOST) return { code: 'id_too_long', most: MOST }
  if (isFunctionName(id)) return { code: 'id_of_function', id }
  if (id.startsWith(TAX_PREFIX)) return { code: 'id_of_tax', id }
  if (id === PREVIOUS) return { code: 'id_of_column_before', id }
  if (id === VIEW) return { code: 'id_of_comparison', id }
  for (const other of taken) if (other === id) return { code: 'id_taken', id }
  return undefined
}

/** The words of a label as ids have them: `Müller & Co` gives muller_and_co. No id yet: it can be empty or start with a digit. */
export function idWords(label: string): string {
  return label
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F'’]/g, '')
    .replaceAll('&', ' and ')
    .replaceAll('%', ' percent ')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
}

/**
 * A lower_snake_case id for a label that is free among those taken: `Servicing fees` gives servicing_fees, then servicing_fees_2.
 * `standIn` stands for a label whose words can begin no id; without it they follow the word item.
 */
export function freeId(label: string, taken: Iterable<string>, standIn?: string): string {
  const words = idWords(label)
  const stem = /^[a-z]/.test(words) ? words : (standIn ?? (words === '' ? 'item' : `item_${words}`))
  return numbered(stem.slice(0, LONGEST).replace(/_+$/, ''), new Set(taken))
}

/** A free id for a copy: provision gives provision_2, provision_2 gives provision_3. */
export function copyId(id: string, taken: Iterable<string>): string {
  const stem = id.replace(/_\d{1,3}$/, '')
  return numbered(stem === '' ? id : stem, new Set([...taken, stem]))
}

function numbered(words: string, others: ReadonlySet<string>): string {
  if (!idRefusal(words, others)) return words
  // Under tax and tax_rate no number makes an id that is not reserved.
  const stem = `${words}_`.startsWith(TAX_PREFIX) ? `item_${words}` : words
  if (stem !== words && !idRefusal(stem, others)) return stem
  for (let number = 2; ; number++) {
    const id = `${stem}_${number}`
    if (!others.has(id)) return id
  }
}
