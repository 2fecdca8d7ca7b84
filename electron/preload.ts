/**
 * The preload of every window, built to one CommonJS file: exposes the contract and nothing else.
 * With main.ts the only file that imports Electron itself.
 */
import { contextBridge, ipcRenderer } from 'electron'
import { createBridge } from './desktop/preload_bridge.ts'

contextBridge.exposeInMainWorld('workbench', createBridge(ipcRenderer))
