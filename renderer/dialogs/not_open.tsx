/**
 * The screen while no workbook is open: being read, locked, damaged, too new, or out of reach.
 */
import { FileWarning } from 'lucide-react'
import type { JSX } from 'react'
import { useSession, type SessionState } from '../workbench/session.ts'
import { reopen } from '../workbench/start.ts'
import { BackupList } from './backup_list.tsx'

const TITLES: Partial<Record<NonNullable<SessionState['failure']>['kind'], string>> = {
  locked: 'The workbook is open elsewhere',
  damaged: 'The workbook is damaged',
  newer: 'The workbook needs a newer Tieout',
  storage: 'The workbook cannot be read',
  unavailable: 'Tieout does not answer',
  signed_out: 'Not signed in',
}

export function NotOpen(): JSX.Element {
  const failure = useSession((state) => state.failure)
  if (!failure) {
    return (
      <main className="not-open" aria-busy="true">
        <p>Opening the workbook…</p>
      </main>
    )
  }
  return (
    <main className="not-open" data-failure={failure.kind}>
      <div className="not-open-page">
        <FileWarning aria-hidden size={30} strokeWidth={1.5} />
        <h1>{TITLES[failure.kind] ?? 'The workbook could not be opened'}</h1>
        <p>{failure.message}</p>
        {failure.kind === 'damaged' ? (
          <section>
            <h2>Backups</h2>
            <BackupList />
          </section>
        ) : null}
        <button type="button" className="button primary" onClick={() => void reopen()}>
          Try again
        </button>
      </div>
    </main>
  )
}
