/**
 * The selected figures in the status bar: how many cells, their sum, average and count; read aloud as it changes.
 * A few are summed at once; many as soon as the keys rest, in parts, and no older sum is shown meanwhile.
 */
import { counted, countText } from '../../../shared/money/count.ts'
import { useEffect, useState, type JSX } from 'react'
import { shownEngine } from '../../session/reading/figures.ts'
import { sizeOf, type Block } from '../../session/selection/range.ts'
import { isMany, rangeNow, selectedBlocks, shownSight } from '../../session/selection/selection.ts'
import { summarize, summing, type Summary, type Summed } from '../../session/selection/summary.ts'
import { SpokenFigure } from '../../ui/spoken.tsx'
import type { Session } from '../../session/session.ts'
import { useOpenSession, useSession, useShown } from '../../contrib/use_session.ts'

/** So many cells take about a millisecond. */
const AT_ONCE = 2_000

/** How long a hand rests before many cells are summed, in milliseconds. */
const REST = 90

/** What is to be summed where the screen now is; undefined while one cell alone is selected. */
function summedNow(session: Session): Summed | undefined {
  const [shown, engine] = [shownSight(session), shownEngine(session)]
  if (!shown || !engine || !isMany(session)) return undefined
  return { ...shown, blocks: selectedBlocks(session), valueOf: (ref) => engine.value(ref) }
}

function sizeWords(blocks: readonly Block[]): string {
  const [block] = blocks
  if (!block || blocks.length > 1) return `${blocks.length} areas selected`
  return `${counted(block.bottom - block.top + 1, 'line')} × ${counted(block.right - block.left + 1, 'column')} selected`
}

function Told({ summary: { cells, count, sum, average, why } }: { summary: Summary }): JSX.Element {
  return (
    <>
      <span>{counted(cells, 'cell')} selected</span>
      {sum === null ? null : (
        <span>
          Sum <SpokenFigure as="strong" text={sum} />
        </span>
      )}
      {average === null ? null : (
        <span>
          Average <SpokenFigure as="strong" text={average} />
        </span>
      )}
      <span>
        Count <strong>{countText(count)}</strong>
      </span>
      {why === null ? null : <span>{why}</span>}
    </>
  )
}

export function SelectionSummary(): JSX.Element {
  const session = useOpenSession()
  const range = useSession((state) => (isMany(session, state) ? rangeNow(session, state) : undefined))
  const folded = useSession((state) => state.view.folded)
  const shown = useShown()
  const [late, setLate] = useState<{ range: unknown; shown: unknown; folded: unknown; summary: Summary } | null>(null)
  const summed = range && summedNow(session)
  const size = summed?.blocks.reduce((sum, block) => sum + sizeOf(block), 0) ?? 0
  const isLarge = size > AT_ONCE

  useEffect(() => {
    if (!isLarge) return undefined
    let timer: ReturnType<typeof setTimeout>
    let run: Generator<undefined, Summary> | undefined
    const goOn = (): void => {
      const now = run ? undefined : summedNow(session)
      run ??= now && summing(now, AT_ONCE)
      const next = run?.next()
      if (next?.done) setLate({ range, shown, folded, summary: next.value })
      else if (next) timer = setTimeout(goOn)
    }
    timer = setTimeout(goOn, REST)
    return () => clearTimeout(timer)
  }, [session, isLarge, range, folded, shown])

  const isLate = isLarge && late !== null && late.range === range && late.shown === shown && late.folded === folded
  const summary = summed && (isLarge ? (isLate ? late.summary : undefined) : summarize(summed))
  return (
    <output className="selection-summary" data-selected={summary?.cells ?? (summed ? undefined : 0)}>
      {summary ? <Told summary={summary} /> : summed ? <span>{sizeWords(summed.blocks)}</span> : null}
    </output>
  )
}
