/** Workbooks in the desktop program: made, opened, copied, taken away, remembered. */
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
import { channels, closeSaved, electron, freshElectron, load, menuItem, place, start } from './desktop_desk.ts'
import { DRAFT, interest, OPTIONS } from './workbooks.ts'

describe('workbooks', () => {
  it('a new one is made where the dialog says and becomes the open one', async () => {
    const window = await start()
    electron.saveTo = place.file('Q4')
    expect(await electron.call('new_workbook', {})).toEqual({ ok: true, value: {} })
    expect((await load()).name).toBe('Q4.tieout')
    expect(window.title).toBe('Q4.tieout - Tieout')
    expect(channels(window)).toEqual(['tieout:workbook_changed'])
  })

  it('a new one never takes the place of an existing file', async () => {
    await start()
    electron.saveTo = place.file('Workbook.tieout')
    const answer = await electron.call('new_workbook', {})
    expect(answer).toMatchObject({
      ok: false,
      failure: { kind: 'refused', message: expect.stringContaining('exists') },
    })
  })

  it('a dialog that is dismissed changes nothing', async () => {
    const window = await start()
    for (const name of ['new_workbook', 'open_workbook', 'save_copy'] as const) {
      expect(await electron.call(name, {})).toMatchObject({ ok: false, failure: { kind: 'canceled' } })
    }
    expect(channels(window)).toEqual([])
  })

  it('recent ones are listed newest first and opened by name', async () => {
    await start()
    electron.saveTo = place.file('Q4.tieout')
    await electron.call('new_workbook', {})
    const workbooks = ['Q4.tieout', 'Workbook.tieout'].map((name) => ({ path: place.file(name), name, missing: false }))
    expect(await electron.call('recent_workbooks', {})).toEqual({ ok: true, value: { workbooks } })
    expect(await electron.call('open_workbook', { path: workbooks[1]!.path })).toEqual({ ok: true, value: {} })
    expect((await load()).name).toBe('Workbook.tieout')
  })

  it('a page that was taken over opens no file by name', async () => {
    await start()
    const other = place.file('Secret.tieout')
    writeFileSync(other, '')
    const answer = await electron.call('open_workbook', { path: other })
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'refused' } })
  })

  it('the menu opens a recent one after the edits under way were saved', async () => {
    const window = await start()
    electron.saveTo = place.file('Q4.tieout')
    await electron.call('new_workbook', {})
    menuItem('recent')
      .submenu.find((item) => item.label === 'Workbook.tieout')!
      .click()
    await vi.waitFor(() => expect(channels(window)).toContain('tieout:close_requested'))
    await electron.call('ready_to_close', {})
    await vi.waitFor(() => expect(window.title).toBe('Workbook.tieout - Tieout'))
  })

  it('a copy is a workbook of its own and may take the place of an older copy', async () => {
    await start()
    await electron.call('commit', { changeSet: interest('100', '250') })
    electron.saveTo = place.file('Copy')
    writeFileSync(place.file('Copy.tieout'), 'an older copy')
    const path = place.file('Copy.tieout')
    expect(await electron.call('save_copy', {})).toEqual({ ok: true, value: { path } })
    const copy = openWorkbook(path, { ...OPTIONS, backUpOnOpen: false })
    expect(copy.read().filings[0]!.filing.schedules[0]!.cells[0]!.input).toBe('250')
    copy.close()
    expect((await load()).name).toBe('Workbook.tieout')
  })

  it('a copy never takes the place of the open workbook', async () => {
    await start()
    electron.saveTo = place.file('Workbook.tieout')
    expect(await electron.call('save_copy', {})).toMatchObject({ ok: false, failure: { kind: 'refused' } })
    expect((await load()).number).toBe(1)
  })

  it('a copy never takes the place of a workbook that another program holds, or of one whose journal waits', async () => {
    await start()
    const held = createWorkbook(place.file('Held.tieout'), [DRAFT], OPTIONS)
    electron.saveTo = held.path
    expect(await electron.call('save_copy', {})).toMatchObject({ ok: false, failure: { kind: 'locked' } })
    held.commit(interest('100', '250'))
    held.close()
    writeFileSync(`${held.path}-journal`, 'of an interrupted change')
    const waiting = readFileSync(held.path)
    const answer = await electron.call('save_copy', {})
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'refused', message: expect.stringMatching(/journal/) } })
    expect(readFileSync(held.path)).toEqual(waiting)
    rmSync(`${held.path}-journal`)
    symlinkSync(held.path, place.file('Link.tieout'))
    const again = openWorkbook(held.path, OPTIONS)
    electron.saveTo = place.file('Link.tieout')
    expect(await electron.call('save_copy', {})).toMatchObject({ ok: false, failure: { kind: 'locked' } })
    again.close()
    expect(await electron.call('save_copy', {})).toMatchObject({ ok: true })
    expect(lstatSync(place.file('Link.tieout')).isSymbolicLink()).toBe(true)
    const copy = openWorkbook(held.path, OPTIONS)
    expect(copy.read().number).toBe(1)
    copy.close()
  })

  it('work goes on in the copy of a workbook whose file was taken away', async () => {
    const window = await start()
    await electron.call('commit', { changeSet: interest('100', '250') })
    rmSync(place.file('Workbook.tieout'))
    const refused = await electron.call('commit', { changeSet: interest('250', '300') })
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'gone' } })
    electron.saveTo = place.file('Saved')
    const path = place.file('Saved.tieout')
    expect(await electron.call('save_copy', {})).toEqual({ ok: true, value: { path, opened: true } })
    expect([window.title, (await load()).number]).toEqual(['Saved.tieout - Tieout', 2])
    expect(await electron.call('commit', { changeSet: interest('250', '300') })).toMatchObject({ ok: true })
  })

  it('the window does not close over a workbook whose file was taken away without asking', async () => {
    const window = await start()
    await electron.call('commit', { changeSet: interest('100', '250') })
    rmSync(place.file('Workbook.tieout'))
    electron.answerToBox = 2
    window.close()
    await vi.waitFor(() => expect(channels(window)).toContain('tieout:close_requested'))
    await electron.call('ready_to_close', {}, window)
    await vi.waitFor(() => expect(electron.boxes[0]?.message).toBe('The workbook file is gone.'))
    expect(window.isGone).toBe(false)
    electron.answerToBox = 0
    electron.saveTo = place.file('Saved')
    await closeSaved(window)
    const saved = openWorkbook(place.file('Saved.tieout'), OPTIONS)
    expect(saved.read().number).toBe(2)
    saved.close()
  })

  it('what a stopped program left half written beside a copy goes at the next start', async () => {
    const first = await start()
    mkdirSync(place.file('elsewhere'))
    electron.saveTo = place.file('elsewhere/Copy')
    await electron.call('save_copy', {})
    await closeSaved(first)
    writeFileSync(place.file('elsewhere/Copy.tieout.4194303-0123456789ab.partial'), 'half')
    freshElectron()
    await start()
    expect(readdirSync(place.file('elsewhere'))).toEqual(['Copy.tieout'])
  })

  it('a copy that cannot be written leaves nothing behind', async () => {
    await start()
    writeFileSync(place.file('plain'), '')
    electron.saveTo = place.file('plain/Copy.tieout')
    expect(await electron.call('save_copy', {})).toMatchObject({ ok: false, failure: { kind: 'storage' } })
    expect(readdirSync(place.folder).filter((name) => name.includes('.part'))).toEqual([])
  })
})
