/** The icons of the desktop program: every size there, of that size, in the containers that Windows and macOS read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ICNS_KINDS, ICO_SIZES, ICONS, PNG_SIZES } from './draw_icons.ts'

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Width and height of a PNG picture. */
function sizeOf(picture: Buffer): [number, number] {
  expect(picture.subarray(0, 8).equals(PNG)).toBe(true)
  return [picture.readUInt32BE(16), picture.readUInt32BE(20)]
}

const read = (name: string): Buffer => readFileSync(join(ICONS, name))

describe('icons', () => {
  it.each(PNG_SIZES)('%i pixels', (size) => {
    expect(sizeOf(read(`png/${size}x${size}.png`))).toEqual([size, size])
  })

  it.each(['icon.ico', 'tieout.ico'])('%s holds every size for Windows', (name) => {
    const file = read(name)
    expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, ICO_SIZES.length])
    const sizes = ICO_SIZES.map((_, at) => {
      const entry = 6 + 16 * at
      const from = file.readUInt32LE(entry + 12)
      return sizeOf(file.subarray(from, from + file.readUInt32LE(entry + 8)))[0]
    })
    expect(sizes).toEqual([...ICO_SIZES])
  })

  it.each(['icon.icns', 'tieout.icns'])('%s holds every size for macOS', (name) => {
    const file = read(name)
    expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.length])
    const found: [string, number][] = []
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
      found.push([
        file.toString('latin1', at, at + 4),
        sizeOf(file.subarray(at + 8, at + file.readUInt32BE(at + 4)))[0],
      ])
    }
    expect(found).toEqual(ICNS_KINDS)
  })
})
