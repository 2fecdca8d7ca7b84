/**
 * The product says things plainly: no sentence in its source has one of the forms below. `node test/words/sentences.ts` lists all of
 * them for whoever reads them over.
 */
import { expect, test } from 'vitest'
import { productSentences, sentencesIn, type Sentence } from './sentences.ts'

/** Sentences within a text, so that a colon in each of two is not taken for two in one. */
function within(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/)
}

/** What a sentence must not have, with what to write instead. */
const BANNED: readonly { form: string; instead: string; has: (text: string) => boolean }[] = [
  { form: 'by as much', instead: 'by the same amount', has: (text) => /\bas much\b/i.test(text) },
  { form: 'of it', instead: 'the thing by its name', has: (text) => /\b(?:of|at) it\b/i.test(text) },
  { form: 'what stands', instead: 'the present amount', has: (text) => /\bwhat (?:stands|stood|is it)\b/i.test(text) },
  {
    form: 'is what it was',
    instead: 'does not change',
    has: (text) => /\bis what it was\b|\bas it (?:was|stood)\b/i.test(text),
  },
  {
    form: 'stands over, in place of, open',
    instead: 'overrides; is open',
    has: (text) => /\bstand(?:s|ing)? (?:over|in place of|in for|open|by itself)\b/i.test(text),
  },
  {
    form: 'is chosen first; then',
    instead: 'Choose …',
    has: (text) => /\b(?:chosen|selected|shown) first; then\b/i.test(text),
  },
  { form: 'please', instead: 'nothing', has: (text) => /\bplease\b/i.test(text) },
  { form: 'we', instead: 'what does it, by its name', has: (text) => /(?<![\w-])(?:we|our|us)\b/.test(text) },
  { form: 'not known', instead: 'not disclosed', has: (text) => /\bnot known\b|\bunknown\b/i.test(text) },
  {
    form: 'a second colon',
    instead: 'two sentences',
    has: (text) => within(text).some((one) => (one.match(/:(?= )/g)?.length ?? 0) > 1),
  },
  { form: 'a straight apostrophe', instead: '’', has: (text) => /\p{L}'(?=\p{L}| )/u.test(text) },
  { form: 'straight quotation marks', instead: '“ ”', has: (text) => /(?:^|[ (])"\p{L}[^"=]*"/u.test(text) },
]

/** Texts that people do not read as sentences: selectors, styles, messages of faults in the program alone. */
const PASSED: readonly ((one: Sentence) => boolean)[] = [
  ({ text }) => /^[.#[]|\[(?:role|type)=|:not\(|px '/.test(text),
  ({ text }) => /"Source Serif 4"/.test(text),
  // A change in the log: what it concerns, and what became of it.
  ({ text }) => /^…: … to …(?:$|, )/.test(text),
]

/** Labels and notes that become data of the workbook: stored as typed, drawn with apostrophes as print sets them. */
const DATA = /^(?:db\/samples|shared\/templates)\//

function faults(sentences: readonly Sentence[]): string[] {
  return sentences
    .filter((one) => !PASSED.some((passes) => passes(one)))
    .flatMap(({ path, text }) =>
      BANNED.filter(({ form, has }) => !(form === 'a straight apostrophe' && DATA.test(path)) && has(text)).map(
        ({ form, instead }) => `${path}: “${form}” (${instead}): ${text}`,
      ),
    )
}

test('no sentence of the product has a banned form', () => {
  expect(faults(productSentences())).toEqual([])
})

test('sentences are found, in every part of the product', () => {
  const all = productSentences()
  expect(all.length).toBeGreaterThan(1_500)
  for (const part of [
    'shared/refusals/',
    'shared/templates/reason_texts.ts',
    'shared/actions/',
    'renderer/session/',
    'db/',
    'electron/',
  ])
    expect(all.filter(({ path }) => path.startsWith(part)).length, part).toBeGreaterThan(15)
  expect(all.filter(({ path }) => path.endsWith('/wording.ts')).length).toBeGreaterThan(80)
})

test.each([
  'The add-back falls by as much.',
  'No part of it is taken.',
  'Type +=500 to add to what stands.',
  'The total is what it was.',
  'This stands in place of the formula.',
  'A line is chosen first; then it can move.',
  'Please enter an amount.',
  'Here we add up the lines.',
  'The level is not known.',
  'Why: the figure: blank.',
  "The filing's figures are locked.",
  'Press "Apply now" first.',
])('a planted form is found: %s', (text) => {
  for (const source of [
    `export const A = ${JSON.stringify(text)}`,
    `export const A = () => \`\${name} \${amount}, ${text}\``,
    `export const A = <p>{name} ${text}</p>`,
  ]) {
    const planted = sentencesIn('planted.tsx', source)
    expect(faults(planted), source).toHaveLength(1)
  }
})

test('code, types and names of modules are no sentences', () => {
  const source = `import a from './a of it.ts'
    type A = 'part of it'
    const b = <p className="part of it" />
    const c = db.prepare('SELECT the part of it')`
  expect(sentencesIn('code.tsx', source)).toEqual([])
})
