/**
 * Opens a page on disk in the system's browser. A convenience: where it does not work the printed address remains.
 */
import { spawn } from 'node:child_process'

/** The command that opens a page on a platform; a command line is no secret, so `path` must not hold one. */
export function browserCommand(platform: NodeJS.Platform, path: string): { command: string; args: string[] } {
  if (platform === 'win32') return { command: 'cmd', args: ['/c', 'start', '""', `"${path}"`] }
  return { command: platform === 'darwin' ? 'open' : 'xdg-open', args: [path] }
}

/** Starts the browser and forgets it; never throws and never keeps this process alive. */
export function openSystemBrowser(path: string): void {
  const { command, args } = browserCommand(process.platform, path)
  try {
    const child = spawn(command, args, { detached: true, stdio: 'ignore', windowsVerbatimArguments: true })
    child.on('error', () => {})
    child.unref()
  } catch {
    // The address was printed; the person opens it.
  }
}
