/**
 * The list of print parts: what can be printed beside the schedules of a filing. A part that is added here can be asked for
 * by an address.
 */
import { BRIDGE_PART } from './bridge_document.ts'
import { COMPARISON_PART } from './compare_document.ts'
import { DOCUMENTS_PART } from './documents_document.ts'
import type { PrintPart } from './part.ts'
import { WHAT_IF_PART } from './what_if_part.ts'

/** Those that follow the schedules do so in this order. */
export const PRINT_PARTS: readonly PrintPart[] = [COMPARISON_PART, DOCUMENTS_PART, BRIDGE_PART, WHAT_IF_PART]
