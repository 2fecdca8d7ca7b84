/**
 * Where the product keeps the user's own things on each platform. Reads the environment it is given, touches no disk.
 */
import { join, posix, win32 } from 'node:path'

export type Surroundings = {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  /** The user's home folder. */
  home: string
}

/**
 * The user's data folder of the product: `%APPDATA%\Tieout`, `~/Library/Application Support/Tieout`, or under
 * `$XDG_DATA_HOME` (`~/.local/share`, also where the variable holds a relative path, as its specification asks).
 */
export function userFolder({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'Tieout')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Tieout')
  const shared = env.XDG_DATA_HOME ?? ''
  return posix.join(posix.isAbsolute(shared) ? shared : posix.join(home, '.local', 'share'), 'Tieout')
}

/** Where window, recent workbooks and Chromium's own files are kept: not beside the workbook. */
export function stateFolder(surroundings: Surroundings): string {
  return join(userFolder(surroundings), 'desktop')
}

/** The workbook opened when no other is named. */
export function defaultWorkbook(surroundings: Surroundings): string {
  return join(userFolder(surroundings), 'Workbook.tieout')
}
