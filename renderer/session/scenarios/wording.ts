/**
 * What starting a scenario with an answer says.
 */
export const startedText = (scenario: string): string =>
  `${scenario} was started with this value. The figures shown before do not change.`
