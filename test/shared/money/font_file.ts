/**
 * Reads the advances of glyphs from a font in a woff2 file, in tabular figures and, where it is variable, at any point of its axes. As much of the
 * formats (W3C WOFF 2.0, OpenType 1.9) as the shipped fonts use; for the table of widths and its test only.
 */
import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

const TAGS =
  `cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx
  BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just
  lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill`.split(/\s+/)

type Table = { data: Buffer; isTransformed: boolean }

function tablesOf(path: string): Map<string, Table> {
  const file = readFileSync(path)
  let at = 48
  const base128 = (): number => {
    for (let value = 0; ;) {
      const byte = file[at++]!
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  const entries = Array.from({ length: file.readUInt16BE(12) }, () => {
    const flags = file[at++]!
    const known = flags & 63
    const tag = known < 63 ? TAGS[known]! : file.toString('latin1', at, (at += 4))
    const version = flags >> 6
    const isTransformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0
    const length = base128()
    return { tag, isTransformed, length: isTransformed ? base128() : length }
  })
  const data = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)))
  let from = 0
  return new Map(
    entries.map(({ tag, isTransformed, length }) => [
      tag,
      { data: data.subarray(from, (from += length)), isTransformed },
    ]),
  )
}

/** Glyphs by character, from the subtables of segments (4) and of groups (12). */
function glyphOf(cmap: Buffer, code: number): number {
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const sub = cmap.subarray(cmap.readUInt32BE(8 + 8 * record))
    const format = sub.readUInt16BE(0)
    if (format === 12) {
      for (let at = 16; at < 16 + 12 * sub.readUInt32BE(12); at += 12) {
        const [first, last] = [sub.readUInt32BE(at), sub.readUInt32BE(at + 4)]
        if (code >= first && code <= last) return sub.readUInt32BE(at + 8) + code - first
      }
    }
    if (format !== 4) continue
    const double = sub.readUInt16BE(6)
    for (let at = 0; at < double; at += 2) {
      const [last, first] = [sub.readUInt16BE(14 + at), sub.readUInt16BE(16 + double + at)]
      if (code < first || code > last) continue
      const delta = sub.readUInt16BE(16 + 2 * double + at)
      const place = 16 + 3 * double + at
      const offset = sub.readUInt16BE(place)
      if (offset === 0) return (code + delta) & 0xff_ff
      const glyph = sub.readUInt16BE(place + offset + 2 * (code - first))
      return glyph === 0 ? 0 : (glyph + delta) & 0xff_ff
    }
  }
  return 0
}

/** The index of a glyph in a table of coverage; -1 where it is not covered. */
function covered(table: Buffer, glyph: number): number {
  const count = table.readUInt16BE(2)
  for (let one = 0; one < count; one++) {
    if (table.readUInt16BE(0) === 1 && table.readUInt16BE(4 + 2 * one) === glyph) return one
    if (table.readUInt16BE(0) === 1) continue
    const at = 4 + 6 * one
    const [first, last] = [table.readUInt16BE(at), table.readUInt16BE(at + 2)]
    if (glyph >= first && glyph <= last) return table.readUInt16BE(at + 4) + glyph - first
  }
  return -1
}

/** The glyph that stands for another in tabular figures; itself where none does. */
function tabular(gsub: Buffer, glyph: number): number {
  const [features, lookups] = [gsub.subarray(gsub.readUInt16BE(6)), gsub.subarray(gsub.readUInt16BE(8))]
  for (let one = 0; one < features.readUInt16BE(0); one++) {
    if (features.toString('latin1', 2 + 6 * one, 6 + 6 * one) !== 'tnum') continue
    const feature = features.subarray(features.readUInt16BE(6 + 6 * one))
    for (let at = 0; at < feature.readUInt16BE(2); at++) {
      const lookup = lookups.subarray(lookups.readUInt16BE(2 + 2 * feature.readUInt16BE(4 + 2 * at)))
      for (let place = 0; place < lookup.readUInt16BE(4); place++) {
        let table = lookup.subarray(lookup.readUInt16BE(6 + 2 * place))
        if (lookup.readUInt16BE(0) === 7) table = table.subarray(table.readUInt32BE(4))
        const index = covered(table.subarray(table.readUInt16BE(2)), glyph)
        if (index < 0) continue
        return table.readUInt16BE(0) === 1 ? glyph + table.readInt16BE(4) : table.readUInt16BE(6 + 2 * index)
      }
    }
  }
  return glyph
}

const fixed2 = (table: Buffer, at: number): number => table.readInt16BE(at) / 16_384

/** Where a point of the axes lies between their ends, from -1 to 1, as variations are stored by. */
function normalized(tables: Map<string, Table>, point: Record<string, number>): number[] {
  const fvar = tables.get('fvar')!.data
  const avar = tables.get('avar')?.data
  let map = 8
  return Array.from({ length: fvar.readUInt16BE(8) }, (_, axis) => {
    const at = fvar.readUInt16BE(4) + axis * fvar.readUInt16BE(10)
    const [least, usual, most] = [4, 8, 12].map((part) => fvar.readInt32BE(at + part) / 65_536) as [
      number,
      number,
      number,
    ]
    const wanted = Math.min(most, Math.max(least, point[fvar.toString('latin1', at, at + 4)] ?? usual))
    const value = wanted === usual ? 0 : (wanted - usual) / (wanted < usual ? usual - least : most - usual)
    if (!avar) return value
    const count = avar.readUInt16BE(map)
    const pairs = Array.from({ length: count }, (__, one) => [
      fixed2(avar, map + 2 + 4 * one),
      fixed2(avar, map + 4 + 4 * one),
    ]) as [number, number][]
    map += 2 + 4 * count
    const above = pairs.findIndex(([from]) => from >= value)
    if (above <= 0) return above === 0 ? pairs[0]![1] : value
    const [[x0, y0], [x1, y1]] = [pairs[above - 1]!, pairs[above]!]
    return y0 + ((value - x0) / (x1 - x0)) * (y1 - y0)
  })
}

/** What the variations add to the advance of a glyph. */
function delta(hvar: Buffer, glyph: number, point: readonly number[]): number {
  const store = hvar.subarray(hvar.readUInt32BE(4))
  let [outer, inner] = [0, glyph]
  if (hvar.readUInt32BE(8) !== 0) {
    const mapping = hvar.subarray(hvar.readUInt32BE(8))
    const [isLong, format] = [mapping[0] === 1, mapping[1]!]
    const count = isLong ? mapping.readUInt32BE(2) : mapping.readUInt16BE(2)
    const [size, bits] = [((format & 0x30) >> 4) + 1, (format & 15) + 1]
    const entry = mapping.readUIntBE((isLong ? 6 : 4) + size * Math.min(glyph, count - 1), size)
    ;[outer, inner] = [entry >> bits, entry & ((1 << bits) - 1)]
  }
  const regions = store.subarray(store.readUInt32BE(2))
  const data = store.subarray(store.readUInt32BE(8 + 4 * outer))
  const [words, count] = [data.readUInt16BE(2), data.readUInt16BE(4)]
  const [isLong, wide] = [words >= 0x80_00, words & 0x7f_ff]
  const [large, small] = isLong ? [4, 2] : [2, 1]
  const row = 6 + 2 * count + inner * (wide * large + (count - wide) * small)
  let sum = 0
  for (let one = 0; one < count; one++) {
    const at = row + Math.min(one, wide) * large + Math.max(0, one - wide) * small
    const value = data.readIntBE(at, one < wide ? large : small)
    let share = 1
    for (const [axis, here] of point.entries()) {
      const from = 4 + 6 * (data.readUInt16BE(6 + 2 * one) * point.length + axis)
      const [start, peak, end] = [fixed2(regions, from), fixed2(regions, from + 2), fixed2(regions, from + 4)]
      if (peak === 0) continue
      if (here <= start || here >= end) share *= here === peak ? 1 : 0
      else share *= here < peak ? (here - start) / (peak - start) : here > peak ? (end - here) / (end - peak) : 1
    }
    sum += share * value
  }
  return sum
}

export type FontFile = {
  /** The advance of a character in ems, in tabular figures, at a point of the axes. */
  advance: (character: string, point: Record<string, number>) => number
}

export function readFont(path: string): FontFile {
  const tables = tablesOf(path)
  const of = (tag: string): Buffer => tables.get(tag)!.data
  const { data: hmtx, isTransformed } = tables.get('hmtx')!
  const glyph = (character: string): number => glyphOf(of('cmap'), character.codePointAt(0)!)
  return {
    advance(character, point) {
      const own = tabular(of('GSUB'), glyph(character))
      const at = Math.min(own, of('hhea').readUInt16BE(34) - 1)
      const width = hmtx.readUInt16BE(isTransformed ? 1 + 2 * at : 4 * at)
      const varied = tables.has('HVAR') ? delta(of('HVAR'), own, normalized(tables, point)) : 0
      return (width + varied) / of('head').readUInt16BE(18)
    },
  }
}
