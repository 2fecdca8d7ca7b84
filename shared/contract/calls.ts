/**
 * Names of the calls and events of the contract, without their schemas: all that the preload needs.
 * Must not import zod (the preload is one small CommonJS file).
 */
export const CALLS = [
  'load',
  'commit',
  'outcome',
  'undo',
  'redo',
  'revert',
  'log',
  'history',
  'versions',
  'version',
  'check_version',
  'export_log',
  'verify',
  'remember',
  'backups',
  'restore',
  'new_workbook',
  'open_workbook',
  'save_copy',
  'put_back',
  'recent_workbooks',
  'print',
  'progress',
  'call_off',
  'ready_to_close',
] as const

export type CallName = (typeof CALLS)[number]

/** What the process that owns the file tells the screen, unasked. */
export const EVENTS = ['action', 'close_requested', 'workbook_changed'] as const

export type EventName = (typeof EVENTS)[number]

/** Every call travels on one channel of this prefix; `tieout:commit`. */
export const CHANNEL_PREFIX = 'tieout:'

/** In a browser every call carries the session's key in this header, never in an address. */
export const KEY_HEADER = 'x-tieout-key'

/** Where a tab of the browser keeps the key: its session storage, which ends with the tab and is seen by this origin alone. */
export const KEY_PLACE = 'tieout_key'
