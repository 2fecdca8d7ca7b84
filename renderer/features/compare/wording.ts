/**
 * What the comparison of scenarios says.
 */

export const MOST_SIDE_BY_SIDE = 'At most four scenarios can be compared. Remove one to add another.'

/** Of a scenario that cannot be shown beside the others. */
export function leftOutText({ id, name }: { id: string; name: string }): string {
  return `${name} is left out, because its id ${id} is also the id of a column here. Duplicate it under another name to compare it.`
}

/** Where there is no scenario yet: how one comes about. */
export const NO_SCENARIO = {
  draft: 'An edit of a draft changes the draft itself. Start an empty scenario to keep edits beside the draft.',
  filed: 'The first edit of a figure as filed starts a scenario. An empty scenario can be started too.',
} as const
