/**
 * Stands here until the print page imports it from shared.
 */
export { prepareDocuments, type Prepared } from '../../shared/print/prepare.ts'
