/** What the attack by kills and the process that acts agree on. */

export const ACTS = ['backup', 'restore', 'copy', 'create'] as const
export type Act = (typeof ACTS)[number]

/** Where copies of a workbook go. */
export const COPY = (path: string): string => path.replace(/\.tieout$/, ' copy.tieout')
/** Where a workbook is created beside another. */
export const CREATED = (path: string): string => path.replace(/\.tieout$/, ' created.tieout')
