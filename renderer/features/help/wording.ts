/** What the page about the product says. */

export const ABOUT = 'An offline workbench for the schedules of mortgage REITs.'
export const NETWORK = 'Tieout uses no network. All figures stay in the workbook file.'
export const LICENCE = 'MIT. The software and the fonts that come with it are listed below with their own licences.'
export const SHIPPED = 'Licences of what comes with Tieout'
export const UNREAD = 'The list of licences could not be read. It is in the file licences.json beside the program.'

export const BY_NAME = 'Every action, also one without a key, is found by name with'

/** The page of worked examples. */
export const TAX_SCHEDULES = {
  title: 'Tax schedules',
  estimate: 'An estimate, not tax advice.',
  about:
    'Each example is a new filing of the templates that it explains. The figures entered come first, then some of the lines that follow from them, computed by the engine as this page opens.',
  entered: 'Entered',
  comesTo: 'Comes to',
} as const
