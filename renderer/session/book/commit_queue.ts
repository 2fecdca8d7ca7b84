/**
 * The queue between the screen and the workbook file: edits are on the screen at once and are stored here one by one,
 * in order, one in flight. It keeps the promise that after it drains the screen shows exactly what is stored.
 *
 * - A commit that fails takes every later one with it: the inverses apply newest first, and the caller hears of all.
 * - An answer that is lost, or that says that the outcome is unknown, is asked about (`outcome`) and, where the set is not stored, sent again under the same id.
 * - While nothing answers, the queue waits as `unreachable`, and where the page must sign in first as `signed_out`; nothing is
 *   dropped, `retry` goes on. Each edit made meanwhile tells of that status again.
 * - Undo and redo run in the same order, so they wait for every edit before them.
 *
 * A set of very many changes is applied piece by piece: whoever pauses between the pieces, whatever comes meanwhile finds it whole. It
 * is on its way to the file meanwhile; its answer is heard once the set is on the screen.
 *
 * It must not know cells, engines or messages.
 */
import { inverse, type ChangeSet } from '../../../shared/model/change_set.ts'
import type { Change } from '../../../shared/model/changes/kinds.ts'
import { atOnce, type Steps } from '../../../shared/model/steps.ts'
import type { Answer, Failure, Response, Workbench } from '../../../shared/contract/contract.ts'
import type { Undoable } from '../../../shared/model/log_entry.ts'
import { SignedOut } from '../../client/lost_answer.ts'

/** `saving` from the moment of the edit; `failed` until the next commit succeeds; `unreachable` and `signed_out` wait for `retry`. */
export type QueueStatus = 'saved' | 'saving' | 'failed' | 'unreachable' | 'signed_out'

export type Heads = { number: number; undo: Undoable; redo: Undoable }

export type QueueEvents = {
  /** Applies changes of a filing (an edit, the inverse of a failed one, an undo), in steps of some of them. */
  apply(filing: string, changes: readonly Change[]): Steps<void>
  /** Makes changes visible that were applied. */
  show(filing: string, changes: readonly Change[]): void
  /** The status as it changes, and while the queue waits for `retry` again at each edit, since more is not stored. */
  status(status: QueueStatus): void
  /** A set was stored; the last number and what undo and redo would now reverse. */
  stored(heads: Heads): void
  /** A commit failed and these sets, oldest first, were taken back from the screen. */
  failed(failure: Failure, takenBack: readonly ChangeSet[]): void
  /** An undo or redo was stored and applied. */
  reversed(kind: Reversal, changeSet: ChangeSet): void
  /** An undo or redo could not be done; nothing changed. */
  notReversed(kind: Reversal, failure: Failure): void
  /** The answer to an undo or redo was lost: what is stored must be read again. */
  unsure(): void
}

/** `revert` reverses one change of the log by its number, leaving what came after it. */
export type Reversal = 'undo' | 'redo' | 'revert'

type Client = Pick<Workbench, 'commit' | 'outcome' | 'undo' | 'redo' | 'revert'>
type ReversalJob = { kind: 'undo' | 'redo' } | { kind: 'revert'; number: number }
type Job = { kind: 'commit'; changeSet: ChangeSet } | ReversalJob
type Lost = { state: 'lost'; signedOut: boolean }
type Outcome = { state: 'stored'; heads: Heads } | { state: 'failed'; failure: Failure } | Lost

function lost(fault?: unknown): Lost {
  return { state: 'lost', signedOut: fault instanceof SignedOut }
}

/** Waits between attempts to reach the service, in milliseconds; after the last one the queue waits for `retry`. */
const PAUSES = [100, 400, 1500]

/** Reversals of more changes are applied piece by piece. */
const MANY = 5_000

/** What the queue waits for. */
export type Waits = {
  pause: (milliseconds: number) => Promise<void>
  /** Begins long work, and gives what lets other tasks come first where enough was done. */
  pieces?: () => () => Promise<void> | undefined
  /** Resolves once what is on the screen now is drawn: storing it does not hold up the frame that shows it. */
  drawn?: () => Promise<void>
}

/** A queue over the contract's client. */
export function createCommitQueue(
  client: Client,
  events: QueueEvents,
  start: Heads,
  { pause, pieces = () => () => undefined, drawn }: Waits,
) {
  let jobs: Job[] = []
  let heads = start
  let status: QueueStatus = 'saved'
  let running = false
  let wake: (() => void) | undefined
  /** Until nothing waits, runs or is being applied. */
  let drained: PromiseWithResolvers<void> | undefined

  /** The set that is being applied piece by piece, in the steps that are left. */
  let begun: { set: ChangeSet; steps: Steps<void> } | undefined
  /** The reversal that is being applied piece by piece. */
  let reversing: Steps<void> | undefined
  /** Sets that were applied in steps, shown and queued before `commit` was told: a change that came meanwhile stands on them. */
  const ahead = new WeakSet<ChangeSet>()
  /** What becomes of sets that were sent while they were applied. */
  const sent = new WeakMap<ChangeSet, Promise<Outcome>>()

  /** Brings what is applied piece by piece to its end: whatever comes now stands on it. */
  function settleBegun(): void {
    if (reversing) atOnce(reversing)
    if (!begun) return
    const { set, steps } = begun
    begun = undefined
    atOnce(steps)
    ahead.add(set)
    events.show(set.filing, set.changes)
    add({ kind: 'commit', changeSet: set })
  }

  function apply(filing: string, changes: readonly Change[]): void {
    atOnce(events.apply(filing, changes))
    events.show(filing, changes)
  }

  function show(next: QueueStatus): void {
    if (next === status) return
    status = next
    events.status(next)
  }

  function stored(next: Heads): void {
    heads = next
    events.stored(next)
  }

  async function send(changeSet: ChangeSet): Promise<Outcome> {
    try {
      const answer = await client.commit({ changeSet })
      if (answer.ok) return { state: 'stored', heads: answer.value }
      // What is not known is asked about, as after an answer that did not come.
      return answer.failure.kind === 'unknown' ? lost() : { state: 'failed', failure: answer.failure }
    } catch (fault) {
      return lost(fault)
    }
  }

  /** What became of a set whose answer was lost; a new set is the newest, so it is what undo reverses. */
  async function ask(changeSet: ChangeSet): Promise<Outcome | 'not stored'> {
    try {
      const answer = await client.outcome({ id: changeSet.id })
      if (!answer.ok) return lost()
      const { number } = answer.value
      if (number === null) return 'not stored'
      return { state: 'stored', heads: { number, undo: { number, title: changeSet.title }, redo: null } }
    } catch (fault) {
      return lost(fault)
    }
  }

  /** Sends until it is known whether the set is stored. */
  async function settle(changeSet: ChangeSet): Promise<Outcome> {
    let outcome = await (sent.get(changeSet) ?? send(changeSet))
    for (let attempt = 0; outcome.state === 'lost'; attempt += 1) {
      // Signing in takes a person; no pause helps.
      if (attempt < PAUSES.length && !outcome.signedOut) await pause(PAUSES[attempt]!)
      else {
        show(outcome.signedOut ? 'signed_out' : 'unreachable')
        await new Promise<void>((resolve) => (wake = resolve))
        show('saving')
        attempt = -1
      }
      const known = await ask(changeSet)
      outcome = known === 'not stored' ? await send(changeSet) : known
    }
    return outcome
  }

  /** Takes the set and all edits behind it back from the screen. Undo and redo behind it are dropped with them. */
  function takeBack(first: ChangeSet, failure: Failure): void {
    const later = jobs.flatMap((job) => (job.kind === 'commit' ? [job.changeSet] : []))
    jobs = []
    const takenBack = [first, ...later]
    for (const set of takenBack.toReversed()) apply(set.filing, inverse(set.changes))
    show('failed')
    events.failed(failure, takenBack)
  }

  /** Asks for the reversal; undefined where there is nothing to reverse. */
  function askFor(job: ReversalJob): Promise<Answer<'undo'>> | undefined {
    if (job.kind === 'revert') return client.revert({ number: job.number })
    const target = job.kind === 'undo' ? heads.undo : heads.redo
    return target ? client[job.kind]({ expect: target.number }) : undefined
  }

  async function reverse(job: ReversalJob): Promise<void> {
    const { kind } = job
    let answer: Answer<'undo'>
    try {
      const asked = askFor(job)
      if (!asked) return
      answer = await asked
    } catch {
      return events.unsure()
    }
    if (!answer.ok) {
      return answer.failure.kind === 'unknown' ? events.unsure() : events.notReversed(kind, answer.failure)
    }
    const { changeSet }: Response<'undo'> = answer.value
    const { filing, changes } = changeSet
    if (changes.length <= MANY) apply(filing, changes)
    else {
      reversing = events.apply(filing, changes)
      const breathe = pieces()
      while (!reversing.next().done) await breathe()
      reversing = undefined
      events.show(filing, changes)
    }
    stored({ number: answer.value.number, undo: answer.value.undo, redo: answer.value.redo })
    events.reversed(kind, changeSet)
  }

  let current: Job | undefined

  async function run(): Promise<void> {
    running = true
    drained ??= Promise.withResolvers<void>()
    let failed = false
    // Of edits that wait for one another the first alone is waited with.
    if (drawn && jobs[0]?.kind === 'commit') await drawn()
    for (current = jobs.shift(); current; current = jobs.shift()) {
      show('saving')
      if (current.kind === 'commit') {
        const outcome = await settle(current.changeSet)
        failed = outcome.state === 'failed'
        if (outcome.state === 'stored') stored(outcome.heads)
        else if (outcome.state === 'failed') takeBack(current.changeSet, outcome.failure)
      } else {
        await reverse(current)
        failed = false
      }
    }
    current = undefined
    running = false
    if (!failed) show('saved')
    drained.resolve()
    drained = undefined
  }

  function add(job: Job): void {
    jobs.push(job)
    if (wake) events.status(status)
    else show('saving')
    if (!running) void run()
  }

  return {
    /** Applies a set to the screen and queues it for storage; one that was applied in steps is shown and queued. */
    commit(changeSet: ChangeSet): void {
      const isBegun = begun?.set === changeSet
      settleBegun()
      if (isBegun || ahead.has(changeSet)) return
      apply(changeSet.filing, changeSet.changes)
      add({ kind: 'commit', changeSet })
    },
    /**
     * Applies a set in steps and sends it, before `commit` is given it; both at once there where something waits to be stored, since
     * that may have to be taken back from under it.
     */
    *applyInSteps(set: ChangeSet): Steps<void> {
      if (drained || jobs.length > 0) return
      drained = Promise.withResolvers<void>()
      show('saving')
      begun = { set, steps: events.apply(set.filing, set.changes) }
      sent.set(set, send(set))
      yield* begun.steps
    },
    /** Queues an undo or redo behind the edits before it; a no-op where there is nothing to reverse by then. */
    reverse(kind: 'undo' | 'redo'): void {
      settleBegun()
      add({ kind })
    },
    /** Queues the reverting of one change behind the edits before it. */
    revert(number: number): void {
      settleBegun()
      add({ kind: 'revert', number })
    },
    /** True while an undo or redo waits or runs: what an edit would replace is not known yet. */
    reversing: (): boolean => [current, ...jobs].some((job) => job !== undefined && job.kind !== 'commit'),
    /** Edits on the screen that are not known to be stored, oldest first. */
    unstored: (): ChangeSet[] => [current, ...jobs].flatMap((job) => (job?.kind === 'commit' ? [job.changeSet] : [])),
    isIdle: (): boolean => drained === undefined && jobs.length === 0,
    /** Resolves when nothing waits or runs, at once if so now. */
    idle: (): Promise<void> => drained?.promise ?? Promise.resolve(),
    /** Goes on after `unreachable` or `signed_out`. */
    retry(): void {
      wake?.()
      wake = undefined
    },
  }
}

export type CommitQueue = ReturnType<typeof createCommitQueue>
