/**
 * Prints a print document from a hidden window: to a PDF file, or to the system's printer.
 * The pages come laid out from the product's own print document; nothing is drawn or scaled here.
 */
import type { PrintToPDFOptions } from 'electron'
import type { Answer, Progress, Request, Tell } from '../../shared/contract/contract.ts'
import { printAddress } from '../../shared/print/address.ts'
import { APP_ORIGIN } from './app_protocol.ts'
import { writeWhole } from '../service/atomic_file.ts'
import type { WindowPart } from './parts.ts'
import { failed } from '../service/service.ts'

export type PrintRequest = Request<'print'>

export type PrintingOptions = {
  /** Makes a hidden, hardened window that may load the workbook. */
  openWindow: () => WindowPart
  closeWindow: (window: WindowPart) => void
  /** Asks for the file; null when the person chose none. */
  chooseFile: (name: string) => Promise<string | null>
  /** How long a document may take from one schedule laid out to the next. */
  limitMs?: number
  pause?: (ms: number) => Promise<void>
  /** Hears how far the pages are; what it throws ends the printing with nothing printed. */
  tell?: Tell
}

/** Paper size, margins and rules come from the document's own style sheet; tags and outline make it accessible. */
const PDF_OPTIONS: PrintToPDFOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

/** The state of the document (`ready`, `refused`, `failed` or nothing yet), its reasons, and how far which step is. Runs in the page. */
const STATE = `(() => {
  const reasons = Array.from(document.querySelectorAll('main li'), (item) => item.textContent.trim())
  const { print = '', progress = '', step = '' } = document.documentElement.dataset
  return [print, reasons.join(' '), progress, step]
})()`

const CANCELED = failed('canceled', 'Nothing was printed.')

/** What the page says of how far it is, such as `3/40`; null where it says nothing that is known. */
function progressOf(step: string, progress: string): Progress | null {
  const [, done, of] = /^(\d{1,9})\/(\d{1,9})$/.exec(progress) ?? []
  if (done === undefined || (step !== 'figures' && step !== 'pages')) return null
  return { step, done: Number(done), of: Number(of) }
}

async function becomeReady(window: WindowPart, options: PrintingOptions): Promise<Answer<'print'> | null> {
  const pause = options.pause ?? ((ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms)))
  const moment = 50
  let before = ''
  for (let waited = 0; waited <= (options.limitMs ?? 30_000); waited += moment) {
    const [state, reason, progress = '', step = ''] = (await window.webContents.executeJavaScript(STATE)) as string[]
    // A long set takes its time, as long as it goes on.
    if (`${step} ${progress}` !== before) waited = 0
    before = `${step} ${progress}`
    options.tell?.(progressOf(step, progress))
    if (state === 'ready') return null
    if (state !== '') {
      return failed('refused', reason || 'The schedule cannot be printed in this form. The print preview says why.')
    }
    await pause(moment)
  }
  return failed('storage', 'The pages could not be laid out in time, so nothing was printed. Print again.')
}

function toPrinter(window: WindowPart): Promise<Answer<'print'>> {
  return new Promise((resolve) => {
    window.webContents.print({ silent: false, printBackground: true }, (isPrinted, reason) => {
      if (isPrinted) resolve({ ok: true, value: { path: null } })
      else if (/cancel/i.test(reason)) resolve(CANCELED)
      else resolve(failed('storage', `The printer did not take the pages (${reason}). Check it and print again.`))
    })
  })
}

async function toFile(window: WindowPart, path: string, tell?: Tell): Promise<Answer<'print'>> {
  const writing: Progress = { step: 'writing', done: 0, of: 0 }
  tell?.(writing)
  const pdf = await window.webContents.printToPDF(PDF_OPTIONS)
  // Called off meanwhile, no file is begun.
  tell?.(writing)
  try {
    await writeWhole(path, pdf)
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault)
    return failed('storage', `The PDF could not be written to ${path} (${why}). Choose another place.`)
  }
  return { ok: true, value: { path } }
}

/** Prints what stands at the address; the answer says where to. The hidden window is gone afterwards, whatever happened. */
export async function printAt({ address, to }: PrintRequest, options: PrintingOptions): Promise<Answer<'print'>> {
  const { filing, schedules, scenario } = address
  const name = [filing, schedules[0], scenario].filter((part) => part !== null).join('_')
  const path = to === 'pdf' ? await options.chooseFile(`${name}.pdf`) : null
  if (to === 'pdf' && path === null) return CANCELED
  const window = options.openWindow()
  try {
    // The same as in the browser shell but for its origin.
    await window.loadURL(`${APP_ORIGIN}${printAddress(address)}`)
    const refusal = await becomeReady(window, options)
    if (refusal) return refusal
    if (path !== null) return await toFile(window, path, options.tell)
    // The system's own dialog tells of the rest.
    options.tell?.(null)
    return await toPrinter(window)
  } finally {
    options.closeWindow(window)
  }
}
