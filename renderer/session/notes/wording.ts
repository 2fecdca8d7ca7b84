/**
 * What acts on notes and comments say.
 */
export const commentText = (act: 'added' | 'changed' | 'deleted'): string => `Comment ${act}.`

export const NOTE = {
  changed: (mark: string) => `Note ${mark} was changed.`,
  added: 'The note was added.',
  removed: (mark: string) => `Note ${mark} was removed.`,
  moved: (mark: string, place: number) => `Note ${mark} is now at place ${place}.`,
  marks: (mark: string, line: string, isMarked: boolean) =>
    isMarked ? `Note ${mark} marks ${line}.` : `Note ${mark} no longer marks ${line}.`,
  heading: 'The heading of the notes was changed.',
  noLine: (schedule: string, mark: string) => `No line of ${schedule} has note ${mark}.`,
} as const
