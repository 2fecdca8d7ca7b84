/**
 * A line over a range: its least and largest figure at the side, the range below, nil and the point that stands now marked. A picture
 * only: hidden from screen readers, which have the table beside it. Places are shares of the chart, figures are texts.
 */
import type { JSX } from 'react'
import { useWidth } from '../use_width.ts'

type Place = { x: number; y: number }

type Line = {
  title: string
  /** The input that it runs over. */
  across: string
  points: readonly (Place | null)[]
  zero: number | null
  now: Place | null
  /** The figures at the top, at the bottom, at the left and at the right. */
  high: string
  low: string
  from: string
  to: string
}

const HEIGHT = 132
const TYPE = 11
/** Between the edge and the line: above, below with the figures of the range, and after the figures at the side. */
const TOP = 10
const BOTTOM = 34
const GAP = 8
const RIGHT = 10

const ROOM_OF_WORD = 34

/** In less width than this nothing is drawn. */
const LEAST = 120

/** The room that a figure takes, in pixels. */
const roomOf = (text: string): number => Math.ceil(text.length * TYPE * 0.6)

/** The parts of the line between figures that are no amounts, each as the points of a polyline. */
function runsOf(points: readonly (Place | null)[], place: (point: Place) => string): string[] {
  const runs: string[][] = [[]]
  for (const point of points) {
    if (point) runs.at(-1)!.push(place(point))
    else runs.push([])
  }
  return runs.filter((run) => run.length > 0).map((run) => run.join(' '))
}

type Beside = { points: readonly (Place | null)[]; left: number; right: number; bottom: number }

/**
 * Where the word at the point that stands keeps clear of the line: above it at the side to which it falls, else below at the other. At a
 * low end, where figures of the range stand below, it is higher above the line.
 */
function wordBeside({ x, y }: Place, { points, left, right, bottom }: Beside): Place & { side: 'start' | 'end' } {
  const ends = points.filter((point) => point !== null)
  const isFalling = ends[0]!.y > ends.at(-1)!.y
  const isAbove = y > TOP + TYPE && (isFalling ? right - x > ROOM_OF_WORD : x - left > ROOM_OF_WORD)
  if (!isAbove && y + TYPE > bottom) return { x, y: y - TYPE - 3, side: isFalling ? 'end' : 'start' }
  const isRight = isFalling === isAbove
  return { x: x + (isRight ? 7 : -7), y: isAbove ? y - 5 : y + TYPE, side: isRight ? 'start' : 'end' }
}

/** The line in so many pixels. */
export function LineDrawing({ line, width }: { line: Line; width: number }): JSX.Element {
  const { points, zero, now, high, low, from, to, across } = line
  const left = Math.max(roomOf(high), roomOf(low), zero === null ? 0 : TYPE) + GAP
  const [right, bottom] = [width - RIGHT, HEIGHT - BOTTOM]
  const at = ({ x, y }: Place): { x: number; y: number } => ({
    x: Math.round((left + x * (right - left)) * 10) / 10,
    y: Math.round((bottom - y * (bottom - TOP)) * 10) / 10,
  })
  const placed = (point: Place): string => {
    const { x, y } = at(point)
    return `${x},${y}`
  }
  const zeroAt = zero === null ? null : at({ x: 0, y: zero }).y
  // The figure of nil gives way to one that stands there.
  const isZeroNamed = zeroAt !== null && zeroAt - TOP > TYPE && bottom - zeroAt > TYPE
  const stands = now && at(now)
  const word = stands && wordBeside(stands, { points, left, right, bottom })
  return (
    <svg width={width} height={HEIGHT} fontSize={TYPE} aria-hidden>
      <line className="line-axis" x1={left} x2={left} y1={TOP} y2={bottom} />
      <line className="line-axis" x1={left} x2={right} y1={bottom} y2={bottom} />
      {zeroAt === null ? null : <line className="line-zero" x1={left} x2={right} y1={zeroAt} y2={zeroAt} />}
      {[{ text: high, y: TOP }, { text: low, y: bottom }, ...(isZeroNamed ? [{ text: '0', y: zeroAt }] : [])].map(
        ({ text, y }) => (
          <text key={text} x={left - GAP / 2} y={y + TYPE * 0.36} textAnchor="end">
            {text}
          </text>
        ),
      )}
      {runsOf(points, placed).map((run) => (
        <polyline key={run} className="line-run" points={run} />
      ))}
      {stands && word ? (
        <>
          <line className="line-now" x1={stands.x} x2={stands.x} y1={stands.y} y2={bottom} />
          <circle className="line-point" cx={stands.x} cy={stands.y} r={4} />
          <text className="line-word" x={word.x} y={word.y} textAnchor={word.side}>
            now
          </text>
        </>
      ) : null}
      <text x={left} y={bottom + TYPE + 3}>
        {from}
      </text>
      <text x={right} y={bottom + TYPE + 3} textAnchor="end">
        {to}
      </text>
      <text className="line-across" x={(left + right) / 2} y={HEIGHT - 4} textAnchor="middle">
        {across}
      </text>
    </svg>
  )
}

/** The line as wide as its place. */
export function LineChart({ line }: { line: Line }): JSX.Element {
  const { attach, width } = useWidth()
  return (
    <div className="line-chart" ref={attach} aria-hidden>
      <p>{line.title}</p>
      {width > LEAST ? <LineDrawing line={line} width={width} /> : null}
    </div>
  )
}
