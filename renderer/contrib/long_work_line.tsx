/**
 * How far the long work under way is, with the way to call it off: in the status bar, and in a dialog that stands before it. Its beginning is
 * read aloud, its count is not.
 */
import { useLayoutEffect, useRef, type JSX } from 'react'
import { useStore } from 'zustand'
import { returnFocus } from '../session/place/focus.ts'
import { callOff, longWork } from '../session/view/long_work.ts'
import { ProgressLine } from '../ui/progress_line.tsx'
import { WORK_STEPS, type WorkProgress } from '../ui/work_steps.ts'
import { useOpenSession } from './use_session.ts'

function Line({ progress, isCanceled }: { progress: WorkProgress; isCanceled: boolean }): JSX.Element {
  const session = useOpenSession()
  const line = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const shown = line.current
    // The button that had the keyboard goes with the work; a dialog keeps it by itself.
    return () => {
      if (shown?.contains(document.activeElement) && !shown.closest('[role="dialog"]')) returnFocus(session)
    }
  }, [session])
  return (
    <div className="long-work" ref={line}>
      <ProgressLine progress={progress} isCanceled={isCanceled} onCancel={() => callOff(session)} button="button" />
    </div>
  )
}

export function LongWorkLine(): JSX.Element {
  const session = useOpenSession()
  const underWay = useStore(longWork(session), (state) => state.underWay)
  const progress = underWay?.progress ?? null
  return (
    <>
      <output className="unseen">{progress === null ? '' : WORK_STEPS[progress.step].label}</output>
      {progress === null ? null : <Line progress={progress} isCanceled={underWay?.isCanceled ?? false} />}
    </>
  )
}
