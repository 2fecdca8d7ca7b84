/**
 * Answers that did not come: what happened to the call is unknown, and only the caller knows whether to ask or to try again.
 */

/** The answer to a call did not arrive or could not be read. */
export class LostAnswer extends Error {
  override name = 'LostAnswer'
}

/** A program answers that this page is not signed in to, as one that was started anew at the same address: nothing was done. */
export class SignedOut extends LostAnswer {
  override name = 'SignedOut'
}
