/**
 * A process that serves one workbook after another by the command that `npm run serve` runs, so that not every test pays
 * for the start of a process. Ordered by messages of its parent; a signal ends it as it ends the command itself.
 */
import { runServe } from '../../electron/commands/serve_command.ts'

/** What the parent may order: a workbook to serve at a port (0: any that is free), or to close the one served. */
export type Order = { serve: string; port: number } | 'close'
/** What the parent is answered when the workbook is closed. */
export type Closed = 'closed'

let isAsked = false

async function serve(workbook: string, port: number): Promise<void> {
  isAsked = false
  // Only what is printed behind this line is of this workbook.
  process.stdout.write(`Serving ${workbook}\n`)
  const code = await runServe(['--workbook', workbook, '--port', String(port), '--no-open'])
  // The command waits for either signal once; what it left waiting is not for the next workbook.
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM')
  if (isAsked) return void process.send!('closed' satisfies Closed)
  process.exitCode = code
  process.disconnect()
}

process.on('message', (order: Order) => {
  if (order !== 'close') return void serve(order.serve, order.port)
  isAsked = true
  process.emit('SIGTERM')
})
process.once('disconnect', () => {
  // The parent is gone: nobody would ever end this process.
  if (process.exitCode === undefined) process.exit(1)
})
