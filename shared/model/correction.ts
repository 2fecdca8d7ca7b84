/**
 * The classes of a difference against an earlier filing, and what each does. What they are called and how they act stands here alone.
 *
 * Sources: errors, changes of estimate and of principle, ASC 250-10-45; an error that is material to the earlier statements is restated,
 * one that is corrected without reissuing them is revised; SAB 99 and SAB 108 (SAB Topics 1.M and 1.N) for how its size is measured;
 * discontinued operations, ASC 205-20-45, recast all periods shown.
 */
import { z } from './schema.ts'
import { textSchema } from './text_schema.ts'

export const CORRECTION_CLASSES = [
  'error_restated',
  'error_revised',
  'out_of_period',
  'estimate',
  'principle',
  'recast',
] as const
export type CorrectionClass = (typeof CORRECTION_CLASSES)[number]

/** The class of what was corrected since a filing was filed first, and why. */
export const correctionSchema = z.strictObject({
  class: z.enum(CORRECTION_CLASSES),
  reason: textSchema().trim().min(1).max(1_000),
  /** The other document that the change is against, such as the release of a 10-Q; what was filed before of the same one where absent. */
  against: textSchema().max(120).optional(),
})

export type Correction = z.infer<typeof correctionSchema>

type ClassRule = {
  name: string
  /** What it does, for whoever chooses. */
  about: string
  /** True where the earlier filing itself is corrected: it is reopened and becomes another version. */
  reopens: boolean
  /** True where later filings that carried the figure are marked until they agree. */
  marksLater: boolean
  /** Heads the corrected column of a comparison with what was reported. */
  head: string
}

export const CLASS_RULES: Record<CorrectionClass, ClassRule> = {
  error_restated: {
    name: 'Error, restated',
    about: 'The earlier statements were materially wrong and are issued again. Later filings are marked.',
    reopens: true,
    marksLater: true,
    head: 'As restated',
  },
  error_revised: {
    name: 'Error, revised',
    about:
      'The error was not material then. Comparatives are corrected where they are next shown. Later filings are marked.',
    reopens: true,
    marksLater: true,
    head: 'As revised',
  },
  out_of_period: {
    name: 'Out-of-period item',
    about: 'The item is recorded in the current period and disclosed. Opening balances and filed figures stay.',
    reopens: false,
    marksLater: false,
    head: 'As corrected',
  },
  estimate: {
    name: 'Change of estimate, or return true-up',
    about: 'The change is prospective: it is recorded in the current period. Filed figures stay.',
    reopens: false,
    marksLater: false,
    head: 'As corrected',
  },
  principle: {
    name: 'Change of accounting principle',
    about: 'The figures are adjusted by the transition of the new principle. Later filings are not marked.',
    reopens: true,
    marksLater: false,
    head: 'As adjusted',
  },
  recast: {
    name: 'Recast or reclassification',
    about: 'Discontinued operations or a reclassification move figures between lines. Later filings are marked.',
    reopens: true,
    marksLater: true,
    head: 'As adjusted',
  },
}

/** True for an error, whose size is told by both measures. */
export function isError({ class: of }: Correction): boolean {
  return of === 'error_restated' || of === 'error_revised'
}

/** What was corrected of a filing itself, without what was classed against another document. */
export function ownCorrections({ corrections = [] }: { corrections?: Correction[] | undefined }): Correction[] {
  return corrections.filter(({ against }) => against === undefined)
}
