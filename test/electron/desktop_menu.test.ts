/** The native menu follows the list of actions. */
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { menuTemplate, type MenuOptions } from '../../electron/desktop/menu.ts'
import { actionsOf } from '../../shared/actions/actions.ts'

const OPTIONS: MenuOptions = {
  platform: 'win32',
  isPackaged: true,
  recent: [{ path: '/books/R&D.tieout', name: 'R&D.tieout', missing: false }],
  choose: () => {},
  openRecent: () => {},
}

const itemsOf = (menu: MenuItemConstructorOptions): MenuItemConstructorOptions[] => menu.submenu as never

const allItems = (options: Partial<MenuOptions> = {}): MenuItemConstructorOptions[] =>
  menuTemplate({ ...OPTIONS, ...options }).flatMap((menu) => (menu.submenu ? itemsOf(menu) : []))

describe('the menu', () => {
  it('holds every action of the desktop once, in order', () => {
    const ids = allItems().flatMap(({ id }) => id ?? [])
    expect(ids).toEqual(actionsOf('electron').map(({ id }) => id))
  })

  it('shows the first shortcut and leaves the keys to the page', () => {
    for (const action of actionsOf('electron')) {
      const item = allItems().find(({ id }) => id === action.id)!
      if (action.id === 'recent') continue
      expect([item.label, item.accelerator, item.registerAccelerator]).toEqual([
        action.label,
        action.shortcuts[0],
        false,
      ])
    }
  })

  it('tells which action was chosen', () => {
    const choose = vi.fn<(id: string) => void>()
    const item = allItems({ choose }).find(({ id }) => id === 'undo')!
    ;(item.click as () => void)()
    expect(choose).toHaveBeenCalledWith('undo')
  })

  it('lists recent workbooks by name, their "&" shown as it is', () => {
    const openRecent = vi.fn<(path: string) => void>()
    const recent = allItems({ openRecent }).find(({ id }) => id === 'recent')!
    const [item] = itemsOf(recent)
    expect([recent.enabled, item!.label, item!.sublabel]).toEqual([true, 'R&&D.tieout', '/books/R&D.tieout'])
    ;(item!.click as () => void)()
    expect(openRecent).toHaveBeenCalledWith('/books/R&D.tieout')
  })

  it('greys recent workbooks out while there are none', () => {
    expect(allItems({ recent: [] }).find(({ id }) => id === 'recent')!.enabled).toBe(false)
  })

  it('keeps the clipboard of the system, in text fields too', () => {
    const roles = allItems().flatMap(({ role }) => role ?? [])
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'quit']))
    for (const own of ['undo', 'redo', 'selectAll']) expect(roles).not.toContain(own)
  })

  it('selects all by the page, which knows whether text or cells are meant', () => {
    const choose = vi.fn<(id: string) => void>()
    for (const platform of ['darwin', 'win32', 'linux'] as const) {
      const edit = menuTemplate({ ...OPTIONS, platform, choose }).find(({ label }) => label === '&Edit')!
      const all = itemsOf(edit).find(({ id }) => id === 'select_all')!
      expect([all.accelerator, all.role]).toEqual(['CommandOrControl+A', undefined])
      ;(all.click as () => void)()
      const roles = itemsOf(edit).flatMap(({ role }) => role ?? [])
      expect(roles).toEqual(['cut', 'copy', 'paste'])
    }
    expect(choose.mock.calls).toEqual([['select_all'], ['select_all'], ['select_all']])
  })

  it('begins with the application menu on macOS', () => {
    const mac = menuTemplate({ ...OPTIONS, platform: 'darwin' })
    expect(mac[0]).toEqual({ role: 'appMenu' })
    expect(menuTemplate(OPTIONS)[0]!.label).toBe('&File')
  })

  it('offers development tools only while it runs from its sources', () => {
    const hasTools = (isPackaged: boolean) => allItems({ isPackaged }).some(({ role }) => role === 'toggleDevTools')
    expect([hasTools(true), hasTools(false)]).toEqual([false, true])
    expect(allItems().some(({ role }) => role === 'reload' || role === 'forceReload')).toBe(false)
  })
})
