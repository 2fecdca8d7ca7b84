/**
 * Opens an address in the system's browser. A convenience: where it does not work the printed address remains.
 */
import { spawn } from 'node:child_process'

/** The command that opens an address on a platform. */
export function browserCommand(platform: NodeJS.Platform, address: string): { command: string; args: string[] } {
  if (platform === 'win32') return { command: 'cmd', args: ['/c', 'start', '""', address] }
  return { command: platform === 'darwin' ? 'open' : 'xdg-open', args: [address] }
}

/** Starts the browser and forgets it; never throws and never keeps this process alive. */
export function openSystemBrowser(address: string): void {
  const { command, args } = browserCommand(process.platform, address)
  try {
    const child = spawn(command, args, { detached: true, stdio: 'ignore', windowsVerbatimArguments: true })
    child.on('error', () => {})
    child.unref()
  } catch {
    // The address was printed; the person opens it.
  }
}
