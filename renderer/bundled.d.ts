/** What the bundler makes of files that are no code. */

/** A style sheet as an address. */
declare module '*.css' {
  const address: string
  export default address
}

/** A page of the manual as it is written. */
declare module '*.md?raw' {
  const text: string
  export default text
}
