/**
 * Reads the command line of `npm run serve`. Pure: says what is wrong instead of stopping the program.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** `isNew`: the workbook named is to be made where it is not there. */
export type ServeArguments = { workbook: string | null; port: number; open: boolean; isNew: boolean }

export const SERVE_USAGE = 'npm run serve -- [--workbook FILE [--new]] [--port N] [--no-open]'

/** The arguments, or what is wrong with them. A relative file is taken from `folder`; port 0 is any free port. */
export function readServeArguments(args: readonly string[], folder: string): ServeArguments | { error: string } {
  let values: { workbook?: string; port?: string; 'no-open'?: boolean; new?: boolean }
  try {
    values = parseArgs({
      args: [...args],
      options: {
        workbook: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        new: { type: 'boolean' },
      },
      allowPositionals: false,
    }).values
  } catch (fault) {
    return { error: fault instanceof Error ? fault.message : String(fault) }
  }
  const port = values.port ?? '0'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { error: `--port takes a number from 0 to 65535; "${port}" is none.` }
  }
  if (values.workbook?.trim() === '') return { error: '--workbook takes the name of a file.' }
  return {
    workbook: values.workbook === undefined ? null : resolve(folder, values.workbook),
    port: Number(port),
    open: values['no-open'] !== true,
    isNew: values.new === true,
  }
}
