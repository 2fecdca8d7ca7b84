/**
 * Answers that did not come: what happened to the call is unknown, and only the caller knows whether to ask or to try again.
 */

/** The answer to a call did not arrive or could not be read. */
export class LostAnswer extends Error {
  override name = 'LostAnswer'
}

/** What a page says that nobody could sign in, whatever was started or closed before. */
const NOT_SIGNED_IN =
  'This page is not signed in to Tieout. Tieout has printed an address in the terminal where it runs. The newest one signs this browser in: open it, then try again here. What was saved is safe in the file.'

/**
 * A program answers that this page is not signed in to, as one that was started anew at the same address, and no other tab of
 * the browser could help: nothing was done.
 */
export class SignedOut extends LostAnswer {
  override name = 'SignedOut'

  constructor(message: string = NOT_SIGNED_IN) {
    super(message)
  }
}
