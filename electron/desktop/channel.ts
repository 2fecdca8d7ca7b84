/**
 * The contract's calls between the preload and the service. A call counts only from the main frame of a window that
 * was admitted, showing a page of the product; all others are answered as if nothing were there.
 */
import { CALLS, CHANNEL_PREFIX, type CallName } from '../../shared/contract/calls.ts'
import { APP_ORIGIN, isOwnAddress } from './app_protocol.ts'
import type { CallEvent, ContentsPart, DesktopParts } from './parts.ts'
import { failed, type Dispatch } from '../service/service.ts'

export type Admission = {
  /** Lets the main frame of these contents use the named calls. */
  admit(contents: ContentsPart, calls: readonly CallName[]): void
  dismiss(contents: ContentsPart): void
}

/** Registers every call of the contract; nobody is admitted yet. */
export function registerCalls(parts: Pick<DesktopParts, 'handleCall'>, dispatch: Dispatch): Admission {
  const admitted = new Map<unknown, { contents: ContentsPart; calls: readonly CallName[] }>()

  function isTrusted({ sender, senderFrame }: CallEvent, name: CallName): boolean {
    const entry = admitted.get(sender)
    return (
      entry !== undefined &&
      entry.calls.includes(name) &&
      senderFrame !== null &&
      senderFrame === entry.contents.mainFrame &&
      senderFrame.origin === APP_ORIGIN &&
      isOwnAddress(senderFrame.url)
    )
  }

  for (const name of CALLS) {
    parts.handleCall(`${CHANNEL_PREFIX}${name}`, (event, request) => {
      if (isTrusted(event, name)) return dispatch(name, request)
      return Promise.resolve(failed('refused', 'The request did not come from a window of Tieout and was refused.'))
    })
  }
  return {
    admit: (contents, calls) => void admitted.set(contents, { contents, calls }),
    dismiss: (contents) => void admitted.delete(contents),
  }
}
