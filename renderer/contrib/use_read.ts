/**
 * What is read by a call that answers later, as of the last question: a late answer to an earlier one is let go.
 */
import { useEffect, useState } from 'react'

/** Reads again whenever `asked` is another value, such as the cell and the number of the last change; `none` until the first answer. */
export function useRead<T>(read: () => Promise<T>, asked: string, none: T): T {
  const [answer, setAnswer] = useState(none)
  useEffect(() => {
    let isCurrent = true
    void read().then((found) => (isCurrent ? setAnswer(found) : undefined))
    return () => {
      isCurrent = false
    }
    // What is asked says all that the reading follows from.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [asked])
  return answer
}
