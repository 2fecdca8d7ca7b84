/**
 * `npm run serve`: the browser shell alone.
 */
import { runServe } from './commands/serve_command.ts'

process.exitCode = await runServe(process.argv.slice(2))
