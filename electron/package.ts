/**
 * `npm run package`: builds the pages, the preload and the main process, and has electron-builder make the installers
 * of this platform. Further arguments go to electron-builder (`-- --dir` leaves the product unpacked).
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { PROJECT_FOLDER } from './project.ts'
import { buildMain, buildRenderer } from './commands/renderer_build.ts'

const PLATFORM_FLAGS: Partial<Record<NodeJS.Platform, string>> = { win32: '--win', darwin: '--mac', linux: '--linux' }

const say = (text: string): void => void process.stdout.write(`${text}\n`)

function runBuilder(flag: string, more: readonly string[]): Promise<number> {
  const builder = join(PROJECT_FOLDER, 'node_modules', 'electron-builder', 'cli.js')
  const args = [builder, flag, '--config', 'electron-builder.yml', '--publish', 'never', ...more]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: PROJECT_FOLDER, stdio: 'inherit' })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

async function makeInstallers(more: readonly string[]): Promise<number> {
  const flag = PLATFORM_FLAGS[process.platform]
  if (!flag) {
    console.error(`There are no installers for ${process.platform}. Use Windows, macOS or Linux.`)
    return 1
  }
  try {
    say('Building the screen and the main process.')
    await buildRenderer()
    await buildMain(join(PROJECT_FOLDER, 'dist', 'main'))
    return await runBuilder(flag, more)
  } catch (fault) {
    console.error(`The build failed. ${fault instanceof Error ? fault.message : String(fault)}`)
    return 1
  }
}

process.exitCode = await makeInstallers(process.argv.slice(2))
