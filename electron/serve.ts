/**
 * `npm run serve`: the browser shell alone.
 */
import { keepCompiled } from './commands/compiled.ts'

keepCompiled()
const { runServe } = await import('./commands/serve_command.ts')
process.exitCode = await runServe(process.argv.slice(2))
