/** Classes of texts that break programs, by name, made by chance that can be repeated. Sends them nowhere. */

type Random = () => number
const below = (random: Random, limit: number): number => Math.floor(random() * limit)
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!

function many(random: Random, length: number, one: (random: Random) => string): string {
  return Array.from({ length }, () => one(random)).join('')
}

/** A mark set on the page by any text that runs as a script. */
export const RAN = '__tieout_ran'
const RUN = `window.${RAN}=1`

const CLASSES: Record<string, (random: Random) => string> = {
  'control characters': (random) =>
    many(random, 12, () => String.fromCharCode(pick(random, [below(random, 32), 127 + below(random, 33)]))),
  NUL: (random) => pick(random, ['\0', 'a\0b', '\0a', 'a\0', '\0\0\0', `${'a'.repeat(50)}\0${'b'.repeat(50)}`]),
  'lone surrogates': (random) =>
    pick(random, ['\ud83d', 'a\ud83d', '\ude00b', '\ude00\ud83d', 'a\ud800b', `${'😀'.repeat(20)}\ud83d`]),
  'bidi controls': (random) =>
    pick(random, [
      '\u202e123 abc',
      'a\u2066b\u2069c',
      '\u202d\u202e\u2067',
      '\u2069\u2069x',
      'שלום (1,234) abc',
      '\u200f-5\u200e',
    ]),
  'very long': (random) =>
    many(random, 1, () =>
      pick(random, ['x', 'long ', '1', 'é']).repeat(pick(random, [119, 499, 2_500, 9_999, 20_000])),
    ),
  html: (random) =>
    pick(random, [
      `<img src=x onerror="${RUN}">`,
      `<script>${RUN}</script>`,
      `"><svg onload="${RUN}">`,
      `</title></style><body onload=${RUN}>`,
      `<a href="javascript:${RUN}">a</a>`,
      '&lt;b&gt; &amp; &#0; <!-- ',
      `<iframe srcdoc="<script>parent.${RAN}=1</script>">`,
    ]),
  formulas: (random) =>
    pick(random, [
      '=1+1',
      "=cmd|' /C calc'!A0",
      '+1-2',
      '@sum(1)',
      '-2+3+cmd',
      '\t=1',
      '=a+b',
      '= a + ',
      '=sum(a..b)',
      '=((((((',
      '=a@b@c',
    ]),
  astral: (random) =>
    many(random, 1 + below(random, 30), () => pick(random, ['😀', '👩‍👩‍👧‍👦', '🇩🇪', '𝔘', '👍🏽', '𠜎', '\u{10ffff}'])),
  'combining floods': (random) =>
    `a${many(random, 100 + below(random, 300), () => String.fromCharCode(0x300 + below(random, 112)))}b`,
  'other Unicode': (random) =>
    pick(random, [
      '\ufffe\uffff',
      '\ufeffBOM',
      'a\u2028b\u2029c',
      '\ufffd',
      'e\u0301 é',
      '\u200b\u200d\u00ad',
      'ﬁ ㎡ Å Å',
      '\u{e0001}\u{e0020}',
    ]),
  'program text': (random) =>
    pick(random, [
      "'); DROP TABLE cell;--",
      '${7*7}',
      '{{7*7}}',
      '%s%n%x',
      '__proto__',
      'constructor',
      '../../etc/passwd',
      '\\u0000',
      '$(ls)',
      '\r\nSet-Cookie: a=b',
      '{"a":1}',
      'null',
    ]),
  blanks: (random) => pick(random, ['', ' ', '  a  ', '\n', '\u00a0', '\u3000a', '\t\t', 'a\n\n\nb']),
}

export const CLASS_NAMES: readonly string[] = Object.keys(CLASSES)

/** Texts of a class. */
export function hostileStrings(name: string, random: Random, count: number): string[] {
  return Array.from({ length: count }, () => CLASSES[name]!(random))
}
