/**
 * What is seen while many schedules are laid out: how far that is, and the way to call it off.
 */
import type { ReactElement } from 'react'

export type Progress = { done: number; of: number }

export function Working({ done, of, onCancel }: Progress & { onCancel: () => void }): ReactElement {
  const words = `${done} of ${of} schedules`
  return (
    <div className="working">
      <label htmlFor="progress">Laying out the pages</label>
      <progress id="progress" value={done} max={of} aria-valuetext={words}>
        {words}
      </progress>
      <span className="count">{words}</span>
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  )
}

/** Before the number of schedules is known. */
export function Reading(): ReactElement {
  return <output className="working">Reading the figures</output>
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
