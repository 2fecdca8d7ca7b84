/** The desktop program from start to end, over a stand-in of Electron and a real workbook. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { namedWorkbook } from '../../electron/desktop/desktop.ts'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
import { CALLS } from '../../shared/contract/calls.ts'
import { channels, closeSaved, electron, freshElectron, load, menuItem, place, start } from './desktop_desk.ts'
import { StandInContents } from './stand_in.ts'
import { DRAFT, interest, OPTIONS } from './workbooks.ts'

describe('the start', () => {
  it('opens one window on the product, with the workbook behind it', async () => {
    const window = await start()
    expect(electron.windows).toHaveLength(1)
    expect(window.addresses).toEqual(['app://tieout/'])
    expect(window.title).toBe('Workbook.tieout - Tieout')
    expect(await load()).toMatchObject({ shell: 'electron', path: place.file('Workbook.tieout') })
    expect([...electron.calls.keys()]).toEqual(CALLS.map((name) => `tieout:${name}`))
  })

  it('shows the window once its page is drawn', async () => {
    const window = await start()
    expect(window.isShown).toBe(false)
    window.emit('ready-to-show')
    expect(window.isShown).toBe(true)
  })

  it('opens the workbook that was double-clicked', async () => {
    createWorkbook(place.file('Other.TIEOUT'), [DRAFT], OPTIONS).close()
    await start({ args: ['/opt/tieout', '--no-sandbox', 'Other.TIEOUT'] })
    expect((await load()).path).toBe(place.file('Other.TIEOUT'))
  })

  it('asks about a named workbook that is not there, and about its own where it stood before', async () => {
    const window = await start({ args: ['Other.tieout'] })
    expect(await electron.call('load', {})).toMatchObject({ ok: false, failure: { kind: 'missing' } })
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.tieout'))).toEqual([])
    await closeSaved(window)
    freshElectron()
    await closeSaved(await start())
    for (const name of readdirSync(place.folder).filter((one) => one.startsWith('Workbook'))) {
      rmSync(place.file(name), { recursive: true })
    }
    freshElectron()
    await start()
    expect(await electron.call('load', {})).toMatchObject({ ok: false, failure: { kind: 'missing' } })
    expect(await electron.call('new_workbook', { here: true })).toEqual({ ok: true, value: {} })
    expect((await load()).number).toBe(1)
  })

  it('shows a window even where the workbook is damaged', async () => {
    writeFileSync(place.file('Workbook.tieout'), 'no workbook '.repeat(500))
    const window = await start()
    expect(window.addresses).toEqual(['app://tieout/'])
    expect(await electron.call('load', {})).toMatchObject({ ok: false, failure: { kind: 'damaged' } })
  })

  it('a second start hands over and touches neither window nor file', async () => {
    electron.app.isFirst = false
    await start()
    expect(electron.app.hasQuit).toBe(true)
    expect(electron.windows).toEqual([])
    expect(existsSync(place.file('Workbook.tieout'))).toBe(false)
  })

  it('hardens the session before the page, and every contents that ever appear', async () => {
    const window = await start()
    expect(electron.ownSession.permissionCheck!()).toBe(false)
    expect(window.webContents.openHandler!()).toEqual({ action: 'deny' })
    expect(window.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, devTools: false })
    const late = new StandInContents()
    electron.app.emit('web-contents-created', {}, late)
    expect(late.openHandler!()).toEqual({ action: 'deny' })
  })

  it('takes no option and no other file for a workbook', () => {
    expect(namedWorkbook(['/opt/tieout', '--x=a.tieout', 'book.pdf'], '/home')).toBeNull()
    expect(namedWorkbook(['a.tieout', 'b.tieout'], '/home')).toBe(resolve('/home/b.tieout'))
  })
})

describe('a second start while the first runs', () => {
  it('brings the window to the front', async () => {
    const window = await start()
    window.isSmall = true
    electron.app.emit('second-instance', {}, ['/opt/tieout'], '/')
    expect([window.isSmall, window.isFocused]).toEqual([false, true])
    expect(channels(window)).toEqual([])
  })

  it('opens the workbook it names, after the edits under way were saved', async () => {
    createWorkbook(place.file('Second.tieout'), [DRAFT], OPTIONS).close()
    const window = await start()
    electron.app.emit('second-instance', {}, ['/opt/tieout', 'Second.tieout'], place.folder)
    await vi.waitFor(() => expect(channels(window)).toEqual(['tieout:close_requested']))
    expect((await load()).name).toBe('Workbook.tieout')
    await electron.call('ready_to_close', {})
    await vi.waitFor(() => expect(channels(window)).toContain('tieout:workbook_changed'))
    expect([(await load()).name, window.title]).toEqual(['Second.tieout', 'Second.tieout - Tieout'])
  })

  it('says in a dialog why a file was not opened', async () => {
    const window = await start()
    writeFileSync(place.file('Broken.tieout'), 'no workbook '.repeat(500))
    const event = { preventDefault: vi.fn<() => void>() }
    electron.app.emit('open-file', event, place.file('Broken.tieout'))
    expect(event.preventDefault).toHaveBeenCalledOnce()
    await vi.waitFor(() => expect(channels(window)).toContain('tieout:close_requested'))
    await electron.call('ready_to_close', {})
    await vi.waitFor(() => expect(electron.boxes[0]?.message).toBe('Broken.tieout was not opened.'))
    expect(electron.boxes[0]!.detail).toContain('damaged')
    expect((await load()).name).toBe('Workbook.tieout')
  })
})

it('the menu tells the screen which action was chosen', async () => {
  const window = await start()
  menuItem('toggle_change_log').click()
  expect(window.webContents.sent).toEqual([{ channel: 'tieout:action', payload: { id: 'toggle_change_log' } }])
})

describe('printing', () => {
  const address = {
    filing: 'draft_2008',
    schedules: ['income'],
    scenario: null,
    mode: 'workpaper',
    details: 'changed',
  } as const
  const request = { address, to: 'pdf' } as const

  it('writes the PDF of the print document, tagged, with its own paper size', async () => {
    await start()
    electron.saveTo = place.file('income')
    electron.onWindow = (window) => {
      window.webContents.states = [
        ['', ''],
        ['', ''],
        ['ready', ''],
      ]
    }
    const path = place.file('income.pdf')
    expect(await electron.call('print', request)).toEqual({ ok: true, value: { path } })
    expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7 stand-in')
    const hidden = electron.windows[1]!
    expect(hidden.addresses).toEqual(['app://tieout/print/draft_2008/income?mode=workpaper'])
    expect(hidden.options).toMatchObject({ show: false, webPreferences: { sandbox: true, contextIsolation: true } })
    expect(hidden.webContents.pdfOptions).toEqual({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    expect(hidden.isGone).toBe(true)
  })

  it('lets the hidden window load the workbook, and nothing else', async () => {
    await start()
    electron.saveTo = place.file('income.pdf')
    const heard: unknown[] = []
    electron.onWindow = (window) => {
      window.webContents.executeJavaScript = async () => {
        heard.push(await electron.call('load', {}, window))
        heard.push(await electron.call('commit', { changeSet: interest('100', '1') }, window))
        return ['ready', '']
      }
    }
    await electron.call('print', request)
    expect(heard).toMatchObject([{ ok: true }, { ok: false, failure: { kind: 'refused' } }])
    expect(await electron.call('load', {}, electron.windows[1])).toMatchObject({ ok: false })
  })

  it('a document that may not be filed is refused with its reasons, and no file appears', async () => {
    await start()
    electron.saveTo = place.file('income.pdf')
    electron.onWindow = (window) => {
      window.webContents.states = [['refused', 'Net earnings does not foot.']]
    }
    expect(await electron.call('print', request)).toEqual({
      ok: false,
      failure: { kind: 'refused', message: 'Net earnings does not foot.' },
    })
    expect(existsSync(place.file('income.pdf'))).toBe(false)
    expect(electron.windows[1]!.isGone).toBe(true)
  })

  it('goes to the printer, whose refusal is told', async () => {
    await start()
    const printer = { ...request, to: 'printer' }
    expect(await electron.call('print', printer)).toEqual({ ok: true, value: { path: null } })
    electron.onWindow = (window) => {
      window.webContents.printed = [false, 'Print job canceled']
    }
    expect(await electron.call('print', printer)).toMatchObject({ ok: false, failure: { kind: 'canceled' } })
    electron.onWindow = (window) => {
      window.webContents.printed = [false, 'Invalid printer settings']
    }
    const answer = await electron.call('print', printer)
    expect(answer).toMatchObject({ failure: { message: expect.stringContaining('Invalid printer settings') } })
  })

  it('a file that cannot be written is told, and the old one stays', async () => {
    await start()
    writeFileSync(place.file('plain'), '')
    electron.saveTo = place.file('plain/income.pdf')
    expect(await electron.call('print', request)).toMatchObject({ ok: false, failure: { kind: 'storage' } })
  })
})

describe('closing', () => {
  it('waits until the screen has saved, then frees the file and remembers the window', async () => {
    const window = await start()
    const event = window.close()
    expect(event.isPrevented).toBe(true)
    expect([channels(window), window.isGone]).toEqual([['tieout:close_requested'], false])
    const last = electron.call('commit', { changeSet: interest('100', '101') })
    await electron.call('ready_to_close', {})
    expect(await last).toMatchObject({ ok: true })
    await vi.waitFor(() => expect(window.isGone).toBe(true))
    expect(JSON.parse(readFileSync(place.file('state/window.json'), 'utf8'))).toMatchObject({ width: 1_000 })
    openWorkbook(place.file('Workbook.tieout'), { ...OPTIONS, backUpOnOpen: false }).close()
    electron.app.emit('window-all-closed')
    expect(electron.app.hasQuit).toBe(true)
  })

  it('asks once, however often the button is pressed; held open by something typed, it asks again', async () => {
    const window = await start()
    const gone = vi.fn<() => void>()
    window.on('closed', gone)
    window.close()
    window.close()
    expect(channels(window)).toEqual(['tieout:close_requested'])
    await electron.call('ready_to_close', { holds: true })
    await vi.waitFor(() => expect([window.close() && channels(window).length, window.isGone]).toEqual([2, false]))
    await electron.call('ready_to_close', {})
    await vi.waitFor(() => expect(gone).toHaveBeenCalled())
    expect(gone).toHaveBeenCalledOnce()
  })

  it('when the screen stays silent, the person decides: waiting keeps the window', async () => {
    const window = await start({ closeLimitMs: 5 })
    window.close()
    await vi.waitFor(() => expect(electron.boxes).toHaveLength(1))
    expect(electron.boxes[0]!.detail).toContain('could be lost')
    await Promise.resolve()
    expect(window.isGone).toBe(false)
    expect((await load()).number).toBe(1)
  })

  it('when the screen stays silent, the person decides: going on closes it', async () => {
    electron.answerToBox = 1
    const window = await start({ closeLimitMs: 5 })
    window.close()
    await vi.waitFor(() => expect(window.isGone).toBe(true))
  })

  it('a page that crashed is not waited for', async () => {
    electron.answerToBox = 1
    const window = await start()
    window.webContents.emit('render-process-gone')
    await vi.waitFor(() => expect(electron.boxes[0]?.message).toContain('stopped working'))
    window.close()
    await vi.waitFor(() => expect(window.isGone).toBe(true))
    expect(channels(window)).toEqual([])
  })

  it('a page that crashed can be shown again', async () => {
    const window = await start()
    window.webContents.emit('render-process-gone')
    await vi.waitFor(() => expect(window.addresses).toEqual(['app://tieout/', 'app://tieout/']))
  })

  it('state and recent workbooks are found at the next start', async () => {
    await closeSaved(await start())
    freshElectron()
    const window = await start()
    expect(window.options).toMatchObject({ x: 10, y: 20, width: 1_000, height: 700 })
    expect(menuItem('recent').submenu.map((item) => item.label)).toEqual(['Workbook.tieout'])
  })
})
