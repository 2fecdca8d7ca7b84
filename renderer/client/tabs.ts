/**
 * What the tabs of one browser tell one another: the session's key, to a tab that has none, and that another state of the
 * workbook is open. Only pages of this very origin hear it, the port included. Must not hold a connection to the shell.
 */
import { KEY_PLACE } from '../../shared/contract/calls.ts'

/** How long a tab waits for the others; they answer within a few milliseconds. */
const PATIENCE_MS = 300

/** The part of the browser that tabs need; tests bring their own. */
export type Surroundings = {
  channel: BroadcastChannel
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

export type Tabs = {
  /** The session's key: this tab's own, else that of another tab; null where no tab has one that was not refused. */
  key(): Promise<string | null>
  /** The key is not, or no longer, the right one: it is neither used nor handed on any more. */
  refuse(key: string): void
  /** Tells the other tabs that another state of the workbook is open. */
  tellChanged(): void
  onChanged(listener: () => void): void
}

type Message = { what: 'key_wanted' } | { what: 'key'; key: string } | { what: 'workbook_changed' }

/** Joins the tabs of this origin, and answers those that look for a key. */
export function joinTabs({ channel, storage }: Surroundings): Tabs {
  const refused = new Set<string>()
  /** Keys of other tabs, the newest last: the tab that told one may be closed by the time that it is needed. */
  const heard = new Set<string>()
  const listeners: (() => void)[] = []
  let asked: Promise<string | null> | undefined

  function own(): string | null {
    const key = storage.getItem(KEY_PLACE)
    return key !== null && !refused.has(key) ? key : null
  }
  const told = (): string | null => [...heard].findLast((key) => !refused.has(key)) ?? null
  // A channel has no target to name, unlike a window: only this origin hears it.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const tell = (message: Message): void => channel.postMessage(message)

  function keep(key: string | null): string | null {
    if (key !== null) storage.setItem(KEY_PLACE, key)
    return key
  }

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.what === 'key') heard.add(data.key)
    if (data.what === 'workbook_changed') for (const listener of listeners) listener()
    const known = data.what === 'key_wanted' ? own() : null
    if (known !== null) tell({ what: 'key', key: known })
  })
  // A tab that was just signed in helps those that wait to be, even where it is closed at once.
  const first = own()
  if (first !== null) tell({ what: 'key', key: first })

  /** The first usable key that a tab tells in answer; null when none does within a tab's patience. */
  function ask(): Promise<string | null> {
    return new Promise((resolve) => {
      function settle(): void {
        clearTimeout(timer)
        channel.removeEventListener('message', listen)
        resolve(told())
      }
      const listen = (): void => {
        if (told() !== null) settle()
      }
      const timer = setTimeout(settle, PATIENCE_MS)
      channel.addEventListener('message', listen)
      tell({ what: 'key_wanted' })
    })
  }

  return {
    async key() {
      const known = own() ?? keep(told())
      if (known !== null) return known
      asked ??= ask()
        .then(keep)
        .finally(() => (asked = undefined))
      return asked
    },
    refuse(key) {
      refused.add(key)
      if (storage.getItem(KEY_PLACE) === key) storage.removeItem(KEY_PLACE)
    },
    tellChanged: () => tell({ what: 'workbook_changed' }),
    onChanged: (listener) => void listeners.push(listener),
  }
}
