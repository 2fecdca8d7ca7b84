/**
 * The panel of Find above the grid: it stays open while one works, and closes with Escape.
 */
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- The field commands the list by keys, as the ARIA pattern of a combobox has it. */
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import type { Hit, SearchScope } from '../../../shared/analysis/search.ts'
import { IconButton } from '../../ui/icon_button.tsx'
import { closeFind, finding, mark, reach, search, setSearch, stepFind } from './finding.ts'
import { countWords, KIND_WORDS, markedText, SCOPE_WORDS, whereOf, whyNoAmount } from './hit_text.ts'
import type { Session } from '../../session/session.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { EXAMPLE, FIELD, foundText, SEARCHING } from './wording.ts'

const ROW = 27
/** Rows in sight, and rows drawn beyond them above and below. */
const ROWS = 6
const MORE = 4

const optionId = (at: number): string => `find-hit-${at}`

function Row({ hit, at, total, marked }: { hit: Hit; at: number; total: number; marked: boolean }): JSX.Element {
  const session = useOpenSession()
  const shown = useSession((state) => state.place?.filing)
  const [before, match, after] = markedText(hit)
  return (
    <div
      id={optionId(at)}
      className="find-hit"
      role="option"
      tabIndex={-1}
      aria-selected={marked}
      aria-posinset={at + 1}
      aria-setsize={total}
      style={{ top: at * ROW, height: ROW }}
      onClick={() => reach(session, at, { stay: false })}
    >
      <small className="find-kind">{KIND_WORDS[hit.kind]}</small>
      <span className={`find-text ${hit.kind}`}>
        {before}
        <mark>{match}</mark>
        {after}
      </span>
      <small className="find-where">{whereOf(hit, session.workbook().book.filings(), shown)}</small>
    </div>
  )
}

/** The hits, of which only those in sight are drawn. */
function Hits({ hits, at }: { hits: readonly Hit[]; at: number }): JSX.Element {
  const list = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  useEffect(() => {
    const element = list.current
    if (!element || at < 0) return
    // Keeps what is marked in sight.
    if (at * ROW < element.scrollTop) element.scrollTop = at * ROW
    else if ((at + 1) * ROW > element.scrollTop + element.clientHeight)
      element.scrollTop = (at + 1) * ROW - element.clientHeight
  }, [at])
  const first = Math.max(0, Math.floor(top / ROW) - MORE)
  const drawn = hits.slice(first, first + ROWS + 2 * MORE + 1).map((hit, index) => ({ hit, index: first + index }))
  // What is marked is always drawn: the field names it to screen readers.
  if (at >= 0 && hits[at] && !drawn.some(({ index }) => index === at)) drawn.push({ hit: hits[at], index: at })
  return (
    <div
      ref={list}
      id="find-hits"
      className="find-hits"
      role="listbox"
      aria-label="Found"
      tabIndex={0}
      aria-activedescendant={at >= 0 ? optionId(at) : undefined}
      style={{ maxHeight: ROW * ROWS + 2 }}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div role="presentation" style={{ height: hits.length * ROW }}>
        {drawn.map(({ hit, index }) => (
          <Row key={index} hit={hit} at={index} total={hits.length} marked={index === at} />
        ))}
      </div>
    </div>
  )
}

export function FindPanel(): JSX.Element | null {
  const session = useOpenSession()
  const isOpen = useStore(finding(session), (state) => state.isOpen)
  return isOpen ? <OpenPanel /> : null
}

function pressed(session: Session, event: KeyboardEvent): void {
  const { target } = event
  const steps = target instanceof HTMLInputElement || (target instanceof Element && target.matches('.find-hits'))
  if (event.key === 'Escape') closeFind(session)
  else if (!steps || event.ctrlKey || event.metaKey || event.altKey) return
  else if (event.key === 'Enter') stepFind(session, event.shiftKey ? -1 : 1)
  else if (event.key === 'ArrowDown') mark(session, 1)
  else if (event.key === 'ArrowUp') mark(session, -1)
  else if (event.key === 'PageDown') mark(session, ROWS)
  else if (event.key === 'PageUp') mark(session, -ROWS)
  else return
  event.preventDefault()
  event.stopPropagation()
}

function OpenPanel(): JSX.Element {
  const session = useOpenSession()
  const { query, scope, found, isSearching, at } = useStore(finding(session))
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const take = (): void => {
      field.current?.focus()
      if (finding(session).getState().anew) field.current?.select()
    }
    take()
    return finding(session).subscribe(({ asked }, before) => {
      if (asked !== before.asked) take()
    })
  }, [session])

  // An edit changes what is there to be found; what the edit itself shows comes first.
  useEffect(() => {
    search(session)
    let later: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = session.subscribe(({ held, place }, before) => {
      if (held === before.held && place === before.place) return
      clearTimeout(later)
      later = setTimeout(() => search(session))
    })
    return () => {
      clearTimeout(later)
      unsubscribe()
    }
  }, [session])

  const count = query.trim() === '' ? '' : countWords(found.total, found.hits.length, at)
  const why = found.total === 0 ? whyNoAmount(query) : undefined
  return (
    <div
      className="find"
      role="search"
      aria-label="Find"
      data-region="find"
      onKeyDown={(event) => pressed(session, event)}
    >
      <div className="find-bar">
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={FIELD}
          aria-autocomplete="list"
          aria-expanded={found.hits.length > 0}
          aria-controls="find-hits"
          aria-activedescendant={at >= 0 ? optionId(at) : undefined}
          placeholder={EXAMPLE}
          value={query}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setSearch(session, { query: event.target.value })}
        />
        <select
          aria-label="Where"
          value={scope}
          onChange={(event) => setSearch(session, { scope: event.target.value as SearchScope })}
        >
          {(Object.keys(SCOPE_WORDS) as SearchScope[]).map((id) => (
            <option key={id} value={id}>
              {SCOPE_WORDS[id]}
            </option>
          ))}
        </select>
        <output className="find-count">{isSearching && found.total === 0 ? SEARCHING : foundText(count, why)}</output>
        <IconButton
          icon={ChevronUp}
          name="Previous"
          hint="Previous (Shift+Enter)"
          onClick={() => stepFind(session, -1)}
        />
        <IconButton icon={ChevronDown} name="Next" hint="Next (Enter)" onClick={() => stepFind(session, 1)} />
        <IconButton icon={X} name="Close" hint="Close (Escape)" onClick={() => closeFind(session)} />
      </div>
      {found.hits.length > 0 ? <Hits key={query} hits={found.hits} at={at} /> : null}
    </div>
  )
}
