/**
 * The workbook's file: another one, a copy, a backup.
 */
import manual from './manual.md?raw'
import type { Contribution } from '../../contrib/contribution.ts'
import { opens } from '../../contrib/dialogs.ts'
import { Backups } from './backup_list.tsx'
import { Displaced } from './displaced_dialog.tsx'
import { Recent } from './recent_dialog.tsx'
import { exchange, saveCopy, saySaved } from '../../session/view/copies.ts'
import { whyNoWork } from '../../session/view/long_work.ts'
import { verifyWorkbook } from '../../session/view/verifying.ts'
import { NotOpen } from './not_open.tsx'

export const workbookFile = {
  actions: {
    new_workbook: {
      run: (session) => exchange(session, () => session.client.new_workbook({})),
      whyNot: whyNoWork,
      enters: true,
      withoutWorkbook: true,
    },
    open_workbook: {
      run: (session) => exchange(session, () => session.client.open_workbook({})),
      whyNot: whyNoWork,
      enters: true,
      withoutWorkbook: true,
    },
    recent: { run: opens('recent', Recent), enters: true },
    save: { run: saySaved, enters: true },
    save_copy: { run: (session) => void saveCopy(session), whyNot: whyNoWork, enters: true },
    verify_workbook: { run: (session) => void verifyWorkbook(session), whyNot: whyNoWork },
    restore_backup: { run: opens('backups', Backups), enters: true },
  },
  questions: { displaced: Displaced },
  parts: [{ slot: 'not_open', order: 0, Content: NotOpen }],
  manual: [{ order: 9, text: manual }],
} satisfies Contribution
