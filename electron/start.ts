/**
 * `npm start`: opens the workbench in Electron where it can, else in the browser.
 */
import { keepCompiled } from './commands/compiled.ts'

keepCompiled()
const { runStart } = await import('./commands/start_command.ts')
process.exitCode = await runStart(process.argv.slice(2))
