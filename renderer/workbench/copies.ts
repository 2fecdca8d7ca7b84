/**
 * Calls that begin once every edit is stored, such as saving a copy of the workbook, and what is said of them.
 */
import type { Answer } from '../../shared/contract/contract.ts'
import { workbenchClient } from '../workbench_client.ts'
import { workbook } from './opened.ts'
import { session } from './session.ts'
import { say } from './toasts.ts'

type Asked<T> = { ok: true; value: T } | Extract<Answer<'load'>, { ok: false }>

/** Waits until every edit is stored, then calls; a failure is said. Undefined where there is no value. */
export async function whenSaved<T>(call: () => Promise<Asked<T>>): Promise<T | undefined> {
  // While no workbook is open there is nothing to store.
  if (session.getState().phase === 'open') await workbook().queue.idle()
  try {
    const answer = await call()
    if (answer.ok) return answer.value
    if (answer.failure.kind !== 'canceled') say(answer.failure.message, { tone: 'warned', lasts: true })
  } catch {
    say('The program that keeps the workbook did not answer. Nothing was changed by this.', {
      tone: 'warned',
      lasts: true,
    })
  }
  return undefined
}

/** Saves a copy where the person chooses, in the browser as a download; false where none was saved. */
export async function saveCopy(): Promise<boolean> {
  const saved = await whenSaved(() => workbenchClient().save_copy({}))
  if (!saved) return false
  if (session.getState().shell === 'electron') {
    say(
      saved.opened
        ? `The copy is open now, and edits are saved there: ${saved.path}`
        : `A copy was saved: ${saved.path}`,
    )
    return true
  }
  const link = document.createElement('a')
  link.href = saved.path
  link.download = ''
  link.click()
  say('A copy of the workbook is in the downloads folder.')
  return true
}
