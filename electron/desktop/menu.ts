/**
 * The native menu, made from the list of actions. What an action does is decided by the screen, which hears its id;
 * the menu adds only what belongs to the system: clipboard, zoom, window, quitting.
 */
import type { MenuItemConstructorOptions } from 'electron'
import { actionsOf, MENU_GROUPS, type Action, type MenuGroup } from '../../shared/actions/actions.ts'
import type { RecentWorkbook } from '../service/recent_workbooks.ts'

export type MenuOptions = {
  platform: NodeJS.Platform
  isPackaged: boolean
  recent: readonly RecentWorkbook[]
  /** Tells the screen that an action was chosen. */
  choose: (actionId: string) => void
  openRecent: (path: string) => void
}

/** A literal `&` in a label would underline the next letter. */
const literal = (text: string): string => text.replaceAll('&', '&&')

function recentItem(action: Action, options: MenuOptions): MenuItemConstructorOptions {
  const submenu = options.recent.map(({ path, name, missing }) => ({
    label: literal(name),
    sublabel: missing ? `${path} (the file is not there now)` : path,
    click: () => options.openRecent(path),
  }))
  return { id: action.id, label: action.label, submenu, enabled: submenu.length > 0 }
}

function actionItems(action: Action, options: MenuOptions): MenuItemConstructorOptions[] {
  const item: MenuItemConstructorOptions =
    action.id === 'recent'
      ? recentItem(action, options)
      : {
          id: action.id,
          label: action.label,
          accelerator: action.shortcuts[0],
          // The page matches the keys itself, so that a key being typed into a cell reaches the cell. macOS always
          // registers them and comes second, after the page.
          registerAccelerator: false,
          click: () => options.choose(action.id),
        }
  return action.separated ? [{ type: 'separator' }, item] : [item]
}

/** What the system expects at the end of each menu. */
function systemItems(group: MenuGroup, { platform, isPackaged }: MenuOptions): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  switch (group) {
    case 'file':
      return [separator, { role: platform === 'darwin' ? 'close' : 'quit' }]
    case 'edit':
      // The roles send the page its own clipboard events, on which the grid copies cells. Selecting all is an action of
      // the list: the system's would select the page's text where cells are meant.
      return [separator, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }]
    case 'view':
      return [
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(isPackaged ? [] : [separator, { role: 'toggleDevTools' } as const]),
      ]
    case 'insert':
    case 'filing':
    case 'what_if':
    case 'help':
      return []
  }
}

/** The template of the application menu. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const actions = actionsOf('electron')
  const menus = MENU_GROUPS.flatMap(({ id, label }): MenuItemConstructorOptions[] => {
    const items = actions.filter((action) => action.group === id).flatMap((action) => actionItems(action, options))
    if (items.length === 0) return []
    const submenu = [...items, ...systemItems(id, options)]
    return [id === 'help' ? { label, role: 'help', submenu } : { label, submenu }]
  })
  return options.platform === 'darwin' ? [{ role: 'appMenu' }, ...menus] : menus
}
