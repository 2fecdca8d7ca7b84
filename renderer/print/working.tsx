/**
 * What is seen while many schedules are laid out: how far that is, and the way to call it off.
 */
import type { ReactElement } from 'react'
import { ProgressLine } from '../ui/progress_line.tsx'
import type { WorkProgress } from '../ui/work_steps.ts'

export function Working({ progress, onCancel }: { progress: WorkProgress; onCancel: () => void }): ReactElement {
  return (
    <div className="working">
      <ProgressLine progress={progress} onCancel={onCancel} />
    </div>
  )
}

export function CanceledPage(): ReactElement {
  return (
    <main className="refused">
      <h1>The pages were not laid out</h1>
      <p>The work was canceled. Nothing was printed.</p>
      <p>
        <button type="button" className="again" onClick={() => location.reload()}>
          Lay the pages out again
        </button>
      </p>
    </main>
  )
}
