/**
 * What the comparison of scenarios says.
 */

export const MOST_SIDE_BY_SIDE = 'Four stand side by side at most; one taken out makes room for another.'

/** Of a scenario that cannot be shown beside the others. */
export function leftOutText({ id, name }: { id: string; name: string }): string {
  return `${name} is left out: its id ${id} is also that of a column here. A duplicate under another name can be compared.`
}

/** Where there is no scenario yet: how one comes about. */
export const NO_SCENARIO = {
  draft:
    'An edit of a draft changes the draft itself. A scenario is started empty and given a name; edits made in it stand beside the draft.',
  filed:
    'A scenario starts by itself with the first edit of a figure as filed. It can also be started empty and be given a name.',
} as const
