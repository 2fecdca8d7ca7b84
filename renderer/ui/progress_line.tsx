/**
 * How far long work is, on one line: what is under way, a bar, the count, and the way to call it off.
 */
import { useId, type JSX } from 'react'
import { countWords, WORK_STEPS, type WorkProgress } from './work_steps.ts'

type Props = {
  progress: WorkProgress
  /** Says in place of the step that the work is being called off. */
  isCanceled?: boolean
  onCancel: () => void
  /** The look of the button. */
  button?: string
}

export function ProgressLine({ progress, isCanceled = false, onCancel, button }: Props): JSX.Element {
  const id = useId()
  const words = countWords(progress)
  return (
    <>
      <label htmlFor={id}>{isCanceled ? 'Canceling' : WORK_STEPS[progress.step].label}</label>
      <progress
        id={id}
        {...(words === null ? {} : { value: progress.done, max: progress.of, 'aria-valuetext': words })}
      />
      {words === null ? null : <span className="count">{words}</span>}
      <button type="button" className={button} onClick={onCancel}>
        Cancel
      </button>
    </>
  )
}
