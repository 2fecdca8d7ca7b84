/**
 * Decides in which shell `npm start` opens the workbench, and why. The answer never depends on the network being there.
 */
import type { Fetched } from './runtime.ts'

export type ShellChoice = { shell: 'electron'; runtime: string; why: string } | { shell: 'browser'; why: string }

export type ShellQuestion = {
  /** The person asked for the browser. */
  isBrowserWanted: boolean
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  find: () => string | null
  /** Fetches within a time limit of its own. */
  fetch: () => Promise<Fetched>
  say: (text: string) => void
}

/** Electron where its runtime is or can be installed and a screen is there, else the browser. */
export async function chooseShell(question: ShellQuestion): Promise<ShellChoice> {
  const { platform, env } = question
  if (question.isBrowserWanted) return { shell: 'browser', why: 'because it was asked for' }
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    return { shell: 'browser', why: 'because there is no screen for a window of its own' }
  }
  const found = question.find()
  if (found !== null) return { shell: 'electron', runtime: found, why: 'its runtime is installed' }
  question.say('The Electron runtime is not installed yet. Fetching it; "npm start -- --browser" does without.')
  const fetched = await question.fetch()
  if ('path' in fetched) return { shell: 'electron', runtime: fetched.path, why: 'its runtime was fetched' }
  return { shell: 'browser', why: `because the Electron runtime is missing: ${fetched.why}` }
}
