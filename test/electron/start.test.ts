/** Commands: which shell opens, that fetching the runtime never hangs, arguments, folders, what is built when. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COMPILED_FOLDER } from '../../electron/commands/compiled.ts'
import { isStale, runScript } from '../../electron/commands/renderer_build.ts'
import { fetchRuntime, findRuntime } from '../../electron/commands/runtime.ts'
import { readServeArguments } from '../../electron/commands/serve_arguments.ts'
import { chooseShell, type ShellQuestion } from '../../electron/commands/shell_choice.ts'
import { PROJECT_FOLDER } from '../../electron/project.ts'
import { browserCommand } from '../../electron/browser/system_browser.ts'
import { defaultWorkbook, userFolder } from '../../electron/service/user_folder.ts'
import { signInAt } from './ask.ts'
import { temporaryFolder } from './workbooks.ts'

let place: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  place = temporaryFolder()
})

afterEach(() => place.clear())

/** Electron's package as npm installs it: without its runtime. */
function installPackage(installer = ''): void {
  mkdirSync(place.file('dist'), { recursive: true })
  writeFileSync(place.file('package.json'), JSON.stringify({ name: 'electron', version: '45.4.1' }))
  writeFileSync(place.file('install.js'), installer)
}

const RUNTIME_INSTALLER = `
const { writeFileSync } = require('node:fs')
writeFileSync(__dirname + '/dist/electron', '')
writeFileSync(__dirname + '/dist/version', 'v45.4.1')
writeFileSync(__dirname + '/path.txt', 'electron')`

function installRuntime(version = '45.4.1'): void {
  writeFileSync(place.file('dist/electron'), '')
  writeFileSync(place.file('dist/version'), version)
  writeFileSync(place.file('path.txt'), 'electron')
}

describe('compiled sources', () => {
  it.each(['serve', 'start'])('of `npm run %s` are kept beside the packages, for the next start', async (command) => {
    rmSync(COMPILED_FOLDER, { recursive: true, force: true })
    const { NODE_COMPILE_CACHE: _ofTheTests, ...env } = process.env
    const args = [join(PROJECT_FOLDER, 'electron', `${command}.ts`), '--nonsense']
    const [code] = (await once(spawn(process.execPath, args, { env, stdio: 'ignore' }), 'exit')) as [number]
    expect(code).toBe(2)
    expect(readdirSync(COMPILED_FOLDER)).toHaveLength(1)
  })
})

describe('the Electron runtime', () => {
  it('is found where it is installed', () => {
    installPackage()
    expect(findRuntime(place.folder, {})).toBeNull()
    installRuntime()
    expect(findRuntime(place.folder, {})).toBe(place.file('dist/electron'))
  })

  it('of another version is none', () => {
    installPackage()
    installRuntime('v44.0.0')
    expect(findRuntime(place.folder, {})).toBeNull()
  })

  it('is found in the folder that the environment names', () => {
    installPackage()
    mkdirSync(place.file('elsewhere'))
    const env = { ELECTRON_OVERRIDE_DIST_PATH: place.file('elsewhere') }
    expect(findRuntime(place.folder, env)).toBeNull()
    writeFileSync(place.file('elsewhere/electron'), '')
    expect(findRuntime(place.folder, env)).toBe(place.file('elsewhere/electron'))
  })

  it('is fetched by the installer of its package', async () => {
    installPackage(RUNTIME_INSTALLER)
    expect(await fetchRuntime(place.folder, process.env, 30_000)).toEqual({ path: place.file('dist/electron') })
  })

  it('that cannot be fetched is told with the reason', async () => {
    const said = 'TypeError: fetch failed\\n  cause: Error: getaddrinfo ENOTFOUND github.com'
    for (const [text, why] of [
      [said, 'it could not be fetched (getaddrinfo ENOTFOUND github.com)'],
      ['TypeError: fetch failed', 'it could not be fetched (the network could not be reached)'],
      ['\\nNo space left.\\n', 'it could not be fetched (No space left.)'],
      ['', 'it could not be fetched (no reason given)'],
    ] as const) {
      installPackage(`console.error("${text}"); process.exit(1)`)
      expect(await fetchRuntime(place.folder, process.env, 30_000)).toEqual({ why })
    }
  })

  it('whose fetching hangs is cut off, and nothing is left running', async () => {
    installPackage(`
      require('node:fs').writeFileSync(__dirname + '/pid', String(process.pid))
      process.on('SIGTERM', () => {})
      setInterval(() => {}, 1000)`)
    expect(await fetchRuntime(place.folder, process.env, 1_500)).toEqual({
      why: 'it could not be fetched within 2 seconds',
    })
    if (existsSync(place.file('pid'))) {
      expect(() => process.kill(Number(readFileSync(place.file('pid'), 'utf8')), 0)).toThrow('ESRCH')
    }
  })

  it('without its package is told', async () => {
    expect(await fetchRuntime(place.file('nothing'), {}, 30_000)).toEqual({
      why: 'the package electron is not installed',
    })
  })
})

const never = () => expect.unreachable()
const find = () => '/electron'

describe('the choice of shell', () => {
  const said: string[] = []
  const choose = (change: Partial<ShellQuestion>) =>
    chooseShell({
      isBrowserWanted: false,
      platform: 'darwin',
      env: {},
      find: () => null,
      fetch: () => Promise.resolve({ why: 'no network' }),
      say: (text) => said.push(text),
      ...change,
    })

  it('is Electron where its runtime is installed', async () => {
    expect(await choose({ find: () => '/electron' })).toEqual({
      shell: 'electron',
      runtime: '/electron',
      why: 'its runtime is installed',
    })
  })

  it('is Electron where its runtime can be fetched, saying so before', async () => {
    said.length = 0
    expect(await choose({ fetch: () => Promise.resolve({ path: '/fetched' }) })).toMatchObject({ runtime: '/fetched' })
    expect(said).toEqual([expect.stringContaining('Fetching')])
  })

  it('is the browser where there is no runtime, saying why', async () => {
    expect(await choose({})).toEqual({
      shell: 'browser',
      why: 'because the Electron runtime is missing: no network',
    })
  })

  it('is the browser where it was asked for, without looking for anything', async () => {
    expect(await choose({ isBrowserWanted: true, find: never, fetch: never })).toMatchObject({ shell: 'browser' })
  })

  it('is the browser on Linux without a screen, and Electron with one of either kind', async () => {
    expect(await choose({ platform: 'linux', find })).toMatchObject({ shell: 'browser' })
    for (const env of [{ DISPLAY: ':0' }, { WAYLAND_DISPLAY: 'wayland-0' }]) {
      expect(await choose({ platform: 'linux', find, env })).toMatchObject({ shell: 'electron' })
    }
  })
})

describe('the arguments of serve', () => {
  it('default to the own workbook, a free port and the browser', () => {
    expect(readServeArguments([], '/work')).toEqual({ workbook: null, port: 0, open: true, isNew: false })
  })

  it('name a file from the folder, a port, and no browser', () => {
    const args = ['--workbook', 'books/q3.tieout', '--port=8123', '--no-open']
    const read = { workbook: '/work/books/q3.tieout', port: 8123, open: false, isNew: false }
    expect(readServeArguments(args, '/work')).toEqual(read)
    expect(readServeArguments([...args, '--new'], '/work')).toEqual({ ...read, isNew: true })
  })

  it.each([
    [['--port', 'x'], '--port'],
    [['--port', '65536'], '--port'],
    [['--port', '-1'], '--port'],
    [['--port', '80.5'], '--port'],
    [['--port'], '--port'],
    [['--workbook', ' '], '--workbook'],
    [['--workbok', 'a'], '--workbok'],
    [['a.tieout'], 'a.tieout'],
    [['--no-open=yes'], '--no-open'],
  ])('%j are refused, naming what is wrong', (args, name) => {
    expect(readServeArguments(args, '/work')).toEqual({ error: expect.stringContaining(name) })
  })
})

describe("the user's folder", () => {
  it.each([
    ['win32', { APPDATA: 'C:\\Users\\ann\\AppData\\Roaming' }, 'C:\\Users\\ann\\AppData\\Roaming\\Tieout'],
    ['win32', {}, '\\home\\ann\\AppData\\Roaming\\Tieout'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/home/ann/Library/Application Support/Tieout'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/Tieout'],
    ['linux', { XDG_DATA_HOME: 'data' }, '/home/ann/.local/share/Tieout'],
    ['linux', {}, '/home/ann/.local/share/Tieout'],
  ] as const)('on %s with %j is %s', (platform, env, folder) => {
    expect(userFolder({ platform, env, home: '/home/ann' })).toBe(folder)
  })

  it('holds the workbook', () => {
    expect(defaultWorkbook({ platform: 'linux', env: {}, home: '/home/ann' })).toBe(
      '/home/ann/.local/share/Tieout/Workbook.tieout',
    )
  })
})

function write(name: string, second: number): string {
  writeFileSync(place.file(name), '')
  utimesSync(place.file(name), second, second)
  return place.file(name)
}

describe('the build of the screen', () => {
  it('is stale when missing or older than a source, however deep', async () => {
    const source = write('a.ts', 100)
    const built = write('index.html', 200)
    expect(await isStale([built], [source])).toBe(false)
    expect(await isStale([built, place.file('preload.cjs')], [source])).toBe(true)
    mkdirSync(place.file('deep/er'), { recursive: true })
    write('deep/er/b.ts', 300)
    utimesSync(place.file('deep/er'), 100, 100)
    utimesSync(place.file('deep'), 100, 100)
    expect(await isStale([built], [source, place.file('deep')])).toBe(true)
    expect(await isStale([write('index.html', 400)], [source, place.file('deep')])).toBe(false)
  })

  it('that fails says what was printed', async () => {
    writeFileSync(place.file('build.cjs'), `console.error('No such module.'); process.exit(3)`)
    await expect(runScript(place.file('build.cjs'), [], place.folder)).rejects.toThrow('No such module.')
  })
})

describe('the system browser', () => {
  it.each([
    ['linux', 'xdg-open', ['/home/a b/sign-in.html']],
    ['darwin', 'open', ['/home/a b/sign-in.html']],
    ['win32', 'cmd', ['/c', 'start', '""', '"/home/a b/sign-in.html"']],
  ] as const)('on %s is opened by %s', (platform, command, args) => {
    expect(browserCommand(platform, '/home/a b/sign-in.html')).toEqual({ command, args: [...args] })
  })

  // A stand-in for the system's command, which notes what it was given and follows the page as a browser does.
  it.skipIf(process.platform === 'win32')(
    'is given a page on disk, never the token; the page goes once the token is spent',
    async () => {
      mkdirSync(place.file('bin'))
      const note = place.file('given')
      for (const name of ['xdg-open', 'open']) {
        writeFileSync(
          place.file(`bin/${name}`),
          `#!/bin/sh\necho "$@" > "${note}.part" && mv "${note}.part" "${note}"\n`,
          { mode: 0o755 },
        )
      }
      const shell = spawn(process.execPath, ['electron/serve.ts', '--workbook', place.file('a.tieout')], {
        cwd: join(import.meta.dirname, '..', '..'),
        env: {
          ...process.env,
          PATH: `${place.file('bin')}:${process.env['PATH']}`,
          HOME: place.folder,
          XDG_DATA_HOME: place.file('data'),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      try {
        let output = ''
        shell.stdout.on('data', (part: Buffer) => (output += part.toString()))
        await expect.poll(() => existsSync(note), { timeout: 30_000 }).toBe(true)
        const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=(\S+)/.exec(output)!
        const given = readFileSync(note, 'utf8').trim()
        expect(given).toMatch(/sign-in-\d+-[0-9a-f]+\.html$/)
        expect(given).not.toContain(address[1])
        expect(readFileSync(given, 'utf8')).toContain(address[0])
        expect(await signInAt(address[0])).toMatch(/^[\w-]{43}$/)
        await expect.poll(() => existsSync(given)).toBe(false)
      } finally {
        shell.kill()
        await once(shell, 'exit')
      }
    },
  )
})
