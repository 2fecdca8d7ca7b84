/**
 * The sheet of all keys: the actions' from the one list, and the grid's own.
 */
import type { JSX } from 'react'
import { actionsOf, MENU_GROUPS } from '../../../shared/actions/actions.ts'
import { KEY_GROUPS, type OwnKey } from '../../../shared/actions/grid_keys.ts'
import { keyboardPlatform, spellShortcut, type KeyboardPlatform } from '../../../shared/actions/shortcuts.ts'
import { useSession } from '../../contrib/use_session.ts'
import { BY_NAME } from './wording.ts'

type Row = { keys: string[]; does: string }

/** Keys that differ in their last part alone share what stands before it: `Ctrl+Up, Down`. */
function joined(shortcuts: readonly string[], platform: KeyboardPlatform): string[] {
  const spelled = shortcuts.map((shortcut) => spellShortcut(shortcut, platform))
  if (platform === 'mac') return spelled
  return spelled.map((text, at) => {
    const cut = text.lastIndexOf('+') + 1
    const before = spelled[at - 1]
    const isSame =
      cut > 1 && before !== undefined && before.slice(0, before.lastIndexOf('+') + 1) === text.slice(0, cut)
    return isSame ? text.slice(cut) : text
  })
}

function ownRow({ shortcuts, mac, words, does }: OwnKey, platform: KeyboardPlatform): Row {
  const keys = joined(platform === 'mac' && mac ? mac : shortcuts, platform)
  return { keys: words === undefined ? keys : [...keys, words], does }
}

function Group({ title, rows }: { title: string; rows: Row[] }): JSX.Element | null {
  if (rows.length === 0) return null
  return (
    <section className="key-group">
      <h3>{title}</h3>
      <dl>
        {rows.map(({ keys, does }) => (
          <div key={`${keys.join()} ${does}`}>
            <dt>
              <kbd>{keys.join(', ')}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export function KeySheet(): JSX.Element {
  const shell = useSession((state) => state.shell)
  const platform = keyboardPlatform(navigator.platform)
  const actions = actionsOf(shell).filter(({ shortcuts }) => shortcuts.length > 0)
  return (
    <>
      <div className="key-columns">
        {KEY_GROUPS.map(({ title, keys }) => (
          <Group key={title} title={title} rows={keys.map((key) => ownRow(key, platform))} />
        ))}
        {MENU_GROUPS.map(({ id, label }) => (
          <Group
            key={id}
            title={label.replace('&', '')}
            rows={actions
              .filter(({ group }) => group === id)
              .map((action) => ({
                keys: action.shortcuts.map((shortcut) => spellShortcut(shortcut, platform)),
                does: action.label.replace('…', ''),
              }))}
          />
        ))}
      </div>
      <p>
        {BY_NAME} {spellShortcut('CommandOrControl+K', platform)}.
      </p>
    </>
  )
}
