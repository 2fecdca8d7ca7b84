/**
 * The change log as a component reads it: the newest page at once and after every change, older pages when they are wanted.
 */
import { useEffect, useRef, useState } from 'react'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import type { LogEntry } from '../../../shared/model/log_entry.ts'
import type { Session } from '../../session/session.ts'
import type { Range } from './log_filter.ts'
import { NO_PAGES, PAGE, withNewest, withOlder, type LogPages } from './log_pages.ts'
import { NO_ANSWER, NO_CELL } from './wording.ts'

type Read = LogPages & {
  /** The range that was read. */
  of: string
  problem: string | null
}

type Log = Read & {
  /** Reads a page more. */
  readOlder: () => void
}

async function readPage(session: Session, range: Range, before?: number): Promise<LogEntry[] | string> {
  try {
    const answer = await session.client.log({ ...range, limit: PAGE, ...(before !== undefined && { before }) })
    return answer.ok ? answer.value.entries : answer.failure.message
  } catch {
    return NO_ANSWER.log
  }
}

/** The entries of a range; null where no cell is in focus whose changes could be read. */
export function useLog(range: Range | null): Log {
  const session = useOpenSession()
  const number = useSession((state) => state.number)
  const [read, setRead] = useState<Read>({ ...NO_PAGES, of: '', problem: null })
  const of = JSON.stringify(range)
  const current = useRef(of)
  useEffect(() => {
    let isCurrent = true
    const readNewest = async (): Promise<void> => {
      const wanted = JSON.parse(of) as Range | null
      const page = wanted ? await readPage(session, wanted) : NO_CELL
      if (!isCurrent) return
      current.current = of
      setRead((known) =>
        typeof page === 'string'
          ? { ...NO_PAGES, of, problem: page }
          : { ...withNewest(known.of === of ? known : NO_PAGES, page), of, problem: null },
      )
    }
    void readNewest()
    return () => {
      isCurrent = false
    }
    // With every change there is something new to read.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [session, of, number])

  const readOlder = async (): Promise<void> => {
    const last = read.entries.at(-1)
    if (!range || !last) return
    const page = await readPage(session, range, last.number)
    if (current.current !== of) return
    setRead((known) => {
      if (typeof page === 'string') return { ...known, problem: page }
      // Two clicks bring the same page once.
      return known.entries.at(-1)?.id === last.id ? { ...known, ...withOlder(known, page) } : known
    })
  }
  return { ...read, readOlder: () => void readOlder() }
}
