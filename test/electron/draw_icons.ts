/**
 * Draws the icons of the desktop program from their drawings: run by itself (`node test/electron/draw_icons.ts`) it writes them again
 * after a drawing changed. PNG in all sizes, ICO for Windows, ICNS for macOS; icons.test.ts holds that they are whole.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../e2e/find_chromium.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Where the icons stand; electron-builder finds them by their names. */
export const ICONS = join(ROOT, 'electron/icons')

/** The program's own icon, and that of a workbook in the file manager. */
const DRAWINGS = { icon: join(ROOT, 'renderer/ui/styles/icon.svg'), tieout: join(ICONS, 'tieout.svg') }

export const PNG_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const
export const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256] as const

/** The kinds of an ICNS file by the pixels of their picture; one size stands for a plain and for a sharper screen. */
export const ICNS_KINDS: readonly [string, number][] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
]

async function png(page: Page, svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  )
  return page.screenshot({ omitBackground: true })
}

/** An ICO file of PNG pictures. */
function ico(pictures: readonly { size: number; data: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let at = head.length
  for (const [index, { size, data }] of pictures.entries()) {
    const entry = 6 + 16 * index
    head[entry] = size % 256
    head[entry + 1] = size % 256
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(data.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += data.length
  }
  return Buffer.concat([head, ...pictures.map(({ data }) => data)])
}

function icns(pictures: readonly { kind: string; data: Buffer }[]): Buffer {
  const parts = pictures.flatMap(({ kind, data }) => [chunkHead(kind, data.length), data])
  const body = Buffer.concat(parts)
  return Buffer.concat([chunkHead('icns', body.length), body])
}

function chunkHead(kind: string, length: number): Buffer {
  const head = Buffer.alloc(8)
  head.write(kind, 'latin1')
  head.writeUInt32BE(length + 8, 4)
  return head
}

async function draw(): Promise<void> {
  const { path } = await findChromium()
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  for (const [name, drawing] of Object.entries(DRAWINGS)) {
    const svg = readFileSync(drawing, 'utf8')
    // A Mac's icons keep a tenth of their square free on each side.
    const spaced = svg.replace('viewBox="0 0 32 32"', 'viewBox="-3.2 -3.2 38.4 38.4"')
    const pictures = []
    for (const size of ICO_SIZES) pictures.push({ size, data: await png(page, svg, size) })
    writeFileSync(join(ICONS, `${name}.ico`), ico(pictures))
    const mac = []
    for (const [kind, size] of ICNS_KINDS) mac.push({ kind, data: await png(page, spaced, size) })
    writeFileSync(join(ICONS, `${name}.icns`), icns(mac))
    if (name !== 'icon') continue
    for (const size of PNG_SIZES) {
      writeFileSync(join(ICONS, `png/${size}x${size}.png`), await png(page, svg, size))
    }
  }
  await browser.close()
}

if (import.meta.main) await draw()
