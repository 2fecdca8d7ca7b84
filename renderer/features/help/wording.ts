/** What the page about the product says. */

export const ABOUT = 'An offline workbench for the schedules of mortgage REITs.'
export const NETWORK = 'Tieout uses no network. All figures stay in the workbook file.'
export const LICENCE = 'MIT. The software and the fonts that come with it are listed below with their own licences.'
export const SHIPPED = 'Licences of what comes with Tieout'
export const UNREAD = 'The list of licences could not be read. It is in the file licences.json beside the program.'

export const BY_NAME = 'Every action, also one without a key, is found by name with'
