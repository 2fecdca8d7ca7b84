/**
 * Opens workbooks in a process of its own and says what came of it, so that a crash is seen and told instead of ending
 * the attack. Judges nothing.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import type { Judgement } from './judging_child.ts'

const CHILD = join(import.meta.dirname, 'judging_child.ts')

/** What opening a file came to; `crash` where the process died of it. */
export type Verdict = Judgement | { crash: string }

export type Judge = {
  open(path: string): Promise<Verdict>
  close(): void
}

export function createJudge(): Judge {
  let child: ChildProcess | undefined
  let lines: Interface | undefined
  const start = (): ChildProcess => {
    child = spawn(process.execPath, [CHILD], { stdio: ['pipe', 'pipe', 'inherit'] })
    lines = createInterface({ input: child.stdout! })
    return child
  }
  return {
    async open(path) {
      const judge = child ?? start()
      const answer = Promise.race([
        once(lines!, 'line').then(([line]): Verdict => JSON.parse(line as string) as Judgement),
        once(judge, 'exit').then(([code, signal]): Verdict => ({ crash: `code ${code}, signal ${signal}` })),
      ])
      judge.stdin!.write(`${path}\n`)
      const verdict = await answer
      judge.removeAllListeners('exit').removeAllListeners('error')
      if ('crash' in verdict) child = undefined
      return verdict
    },
    close: () => void child?.stdin!.end(),
  }
}
