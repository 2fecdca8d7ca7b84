/**
 * The desktop program's entry: the one file (with the preload) that imports Electron itself, and hands the rest of the
 * product the parts that it uses. Runs as it stands in Electron, and bundled in a packaged product.
 */
import { homedir } from 'node:os'
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session } from 'electron'
import { makePrivateFolder } from '../db/private_file.ts'
import { sampleFilings } from '../db/samples/samples.ts'
import { APP_SCHEME } from './desktop/app_protocol.ts'
import { startDesktop } from './desktop/desktop.ts'
import { PRELOAD_FILE, productVersion, RENDERER_FOLDER } from './project.ts'
import { defaultWorkbook, stateFolder, userFolder } from './service/user_folder.ts'
import { reportFault, workbookOptions } from './service/workbook_options.ts'

const surroundings = { platform: process.platform, env: process.env, home: homedir() }
const version = productVersion()
const folder = stateFolder(surroundings)

app.setName('Tieout')
makePrivateFolder(userFolder(surroundings), { recursive: true })
// Electron takes only a folder that is there.
makePrivateFolder(folder)
app.setPath('userData', folder)
app.enableSandbox()
protocol.registerSchemesAsPrivileged([APP_SCHEME])

// Not awaited here: Electron becomes ready only after this file has been loaded.
void startDesktop(
  {
    app,
    createWindow: (options) => new BrowserWindow(options),
    session: () => session.defaultSession,
    dialog,
    handleCall: (channel, listener) => ipcMain.handle(channel, listener),
    handleScheme: (scheme, handler) => protocol.handle(scheme, handler),
    setMenu: (template) => Menu.setApplicationMenu(Menu.buildFromTemplate(template)),
    workAreas: () => screen.getAllDisplays().map((display) => display.workArea),
  },
  {
    platform: process.platform,
    productVersion: version,
    rendererFolder: RENDERER_FOLDER,
    preload: PRELOAD_FILE,
    stateFolder: folder,
    defaultWorkbook: defaultWorkbook(surroundings),
    args: process.argv.slice(1),
    folder: process.cwd(),
    filings: sampleFilings,
    workbook: workbookOptions(version),
    report: reportFault,
  },
).catch((fault: unknown) => {
  reportFault(fault)
  dialog.showErrorBox('Tieout could not start', fault instanceof Error ? fault.message : String(fault))
  app.exit(1)
})
