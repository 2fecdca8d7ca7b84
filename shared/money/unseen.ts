/**
 * Characters that take part in a text and are not seen: marks without a width, marks of direction, optional hyphens.
 * Pages and PDF readers put them between figures. Takes them out; must not touch what is seen.
 */

const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g

/** The text without what is not seen; spaces stay. */
export function withoutUnseen(text: string): string {
  return text.replaceAll(UNSEEN, '')
}
