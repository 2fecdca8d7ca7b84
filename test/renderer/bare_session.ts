/**
 * A session over nothing, for what reads or changes its state alone: no workbook is open in it.
 */
import type { Workbench } from '../../shared/contract/contract.ts'
import { createSession, type Session } from '../../renderer/session/session.ts'

export function bareSession(): Session {
  return createSession({
    client: {} as Workbench,
    drawAtOnce: (act) => act(),
    address: { read: () => '', write: () => undefined },
    download: () => undefined,
    timer: {
      now: () => 0,
      after: () => () => undefined,
      afterFrame: (run) => run(),
    },
  })
}
