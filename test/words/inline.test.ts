/**
 * The sentences of the screen stand in wording files, where an editor reads them: none stands among the code of a feature or of a floor
 * below. A sentence ends as one, or has another behind it; labels, titles and parts of the log's titles are none and may stand anywhere.
 */
import { expect, test } from 'vitest'
import { productSentences, sentencesIn, type Sentence, type Tree } from './sentences.ts'

/** Faults in the program, which nobody is meant to read on the screen. */
const isThrown = ({ type }: Tree): boolean => type === 'ThrowStatement'

/** Where the screen's sentences may stand. */
const WORDING = /(?:^|[/_])wording\.ts$/

/** Parts of the screen of which this is asked; the page for paper and the client of the contract say what they must where it happens. */
const OF_SCREEN = /^renderer\/(?:features|session|contrib|grid|ui|shell)\//

/** Selectors of style sheets, which a full stop begins. */
const SELECTOR = /^[.#[a-z][^ ]*(?:, |\[)/

function isSentence({ text }: Sentence): boolean {
  if (SELECTOR.test(text) && !/[.?!]$/.test(text)) return false
  return /\p{L}{2,}[^.?!]*[.?!]$/u.test(text) || /\p{Ll}[.?!] \p{Lu}/u.test(text)
}

function inline(sentences: readonly Sentence[]): string[] {
  return sentences
    .filter(({ path }) => OF_SCREEN.test(path) && !WORDING.test(path))
    .filter(isSentence)
    .map(({ path, text }) => `${path}: ${text}`)
}

test('no sentence stands among code', () => {
  expect(inline(productSentences(isThrown))).toEqual([])
})

test.each([
  ['features/notes/a.tsx', `const A = <p>No figure has a note.</p>`, 1],
  ['session/notes/a.ts', 'say(session, `Note ${mark} was removed.`)', 1],
  ['shell/a.tsx', `const A = <p title={isOpen ? 'Leave without the changes?' : ''} />`, 1],
  ['contrib/a.tsx', `const A = <p>The first is done. The second {n} is not</p>`, 1],
  ['features/notes/wording.ts', `export const A = 'No figure has a note.'`, 0],
  ['features/help/welcome_wording.ts', `export const A = 'No figure has a note.'`, 0],
  ['features/notes/a.tsx', `const A = <Button title="Add a note">Add a note…</Button>`, 0],
  ['features/notes/a.ts', `document.querySelector('.formula-bar input, [role="menu"], .toasts')`, 0],
  ['session/a.ts', `throw new Error('A sum without a limit ends at once.')`, 0],
  ['print/a.tsx', `const A = <p>Nothing was printed.</p>`, 0],
])('of %s: %s', (path, source, count) => {
  expect(inline(sentencesIn(`renderer/${path}`, source, isThrown))).toHaveLength(count)
})
