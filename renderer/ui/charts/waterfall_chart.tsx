/**
 * A chart of horizontal bars, each starting where the one before it ended. The same on screen and on paper.
 * A picture only: hidden from screen readers, which have the table beside it. Colours come from the styles around it.
 */
import { useId, type JSX } from 'react'
import { Bar, BarChart, ReferenceLine, XAxis, YAxis, type BarShapeProps, type YAxisTickContentProps } from 'recharts'
import { cutText } from '../../../shared/money/cut_text.ts'

/** A bar from `from` to `to`, shares of the chart's width between 0 and 1, with its amount as text. */
type ChartBar = {
  id: string
  label: string
  text: string
  kind: 'start' | 'up' | 'down' | 'total'
  from: number
  to: number
}

/** `zero` is where nil stands. Bars that all begin there are `isApart`: no line leads from one to the next. */
type Bars = { bars: readonly ChartBar[]; zero: number; isApart?: boolean }

/** Heights and widths in pixels; rows are higher where labels need it. */
export type ChartSize = { width: number; row: number; label: number; type: number }

const THICKNESS = 0.5
/** Room at the right for amounts of usual length. */
const AMOUNT_EMS = 7.2
const USUAL_LENGTH = 13

/** Room at the right for the longest amount, in ems. */
function amountEms({ bars }: Bars): number {
  const longest = Math.max(...bars.map(({ text }) => text.length))
  return longest > USUAL_LENGTH ? longest * 0.6 + 0.8 : AMOUNT_EMS
}

const LINE_EMS = 1.22

type Drawn = ChartBar & { at: number; range: [number, number] }

const MOST_LINES = 3
/** Between a label and its bar. */
const GAP = 12

/** A label on at most three lines, broken between words; what does not fit ends in an ellipsis. */
export function labelLines(label: string, { label: width, type }: ChartSize): string[] {
  const most = Math.floor((width - GAP) / (type * 0.52))
  const lines: string[] = ['']
  for (const word of label.split(' ')) {
    const line = lines.at(-1)!
    if (line === '' || line.length + 1 + word.length <= most)
      lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
    else lines.push(word)
  }
  if (lines.length <= MOST_LINES) return lines
  return [...lines.slice(0, MOST_LINES - 1), `${cutText(lines[MOST_LINES - 1]!, most - 1)}…`]
}

function Label({ bar, x, y, size }: { bar: Drawn; x: number; y: number; size: ChartSize }): JSX.Element {
  const lines = labelLines(bar.label, size)
  const top = y - ((lines.length - 1) * LINE_EMS * size.type) / 2 + size.type * 0.35
  const isEnd = bar.kind === 'start' || bar.kind === 'total'
  return (
    <text className={isEnd ? 'bridge-label end' : 'bridge-label'} textAnchor="end" fontSize={size.type}>
      {lines.map((line, at) => (
        <tspan key={line} x={x} y={top + at * LINE_EMS * size.type}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** A bar with its amount at its right and the thin line from its end down to the next bar. */
function Step({ bar, box, size, hatch, isLast }: StepProps): JSX.Element {
  const { x, y, height } = box
  const width = Math.max(box.width, 1.5)
  const rises = bar.to >= bar.from
  const end = (bar.kind === 'start' || bar.kind === 'total' ? bar.to >= bar.from : rises) ? x + width : x
  const gap = size.row - height
  return (
    <g>
      <rect
        className={`bridge-bar ${bar.kind}`}
        x={x}
        y={y}
        width={width}
        height={height}
        fill={bar.kind === 'down' ? `url(#${hatch})` : undefined}
      />
      {isLast ? null : <line className="bridge-connector" x1={end} x2={end} y1={y + height} y2={y + height + gap} />}
      <rect
        className="bridge-ground"
        x={x + width + size.type * 0.3}
        y={y + height / 2 - size.type * 0.6}
        width={size.type * (0.4 + bar.text.length * 0.56)}
        height={size.type * 1.2}
      />
      <text
        className={bar.kind === 'start' || bar.kind === 'total' ? 'bridge-amount end' : 'bridge-amount'}
        x={x + width + size.type * 0.5}
        y={y + height / 2 + size.type * 0.35}
        fontSize={size.type}
      >
        {bar.text}
      </text>
    </g>
  )
}

type StepProps = {
  bar: Drawn
  box: { x: number; y: number; width: number; height: number }
  size: ChartSize
  hatch: string
  isLast: boolean
}

/** Draws the label of a bar where the axis wants it. */
function labelling(data: readonly Drawn[], size: ChartSize): (props: YAxisTickContentProps) => JSX.Element {
  return ({ x, y, payload }) => {
    const bar = data[payload.value as number]
    return bar ? <Label bar={bar} x={Number(x) - 4} y={Number(y)} size={size} /> : <g />
  }
}

type Look = { size: ChartSize; hatch: string; isApart: boolean }

/** Draws a bar where the chart wants it. */
function drawing(data: readonly Drawn[], { size, hatch, isApart }: Look): (props: BarShapeProps) => JSX.Element {
  return ({ x, y, width, height, index }) => {
    const bar = data[index]
    if (!bar) return <g />
    const isLast = isApart || index === data.length - 1
    return <Step bar={bar} box={{ x, y, width, height }} size={size} hatch={hatch} isLast={isLast} />
  }
}

export function WaterfallChart({ waterfall, size: wanted }: { waterfall: Bars; size: ChartSize }): JSX.Element {
  const hatch = useId()
  const data = waterfall.bars.map((bar, at): Drawn => {
    return { ...bar, at, range: bar.from <= bar.to ? [bar.from, bar.to] : [bar.to, bar.from] }
  })
  const lines = Math.max(...waterfall.bars.map(({ label }) => labelLines(label, wanted).length))
  const size = { ...wanted, row: Math.max(wanted.row, Math.ceil(lines * LINE_EMS * wanted.type) + 6) }
  const look = { size, hatch, isApart: waterfall.isApart ?? false }
  const thickness = Math.round(wanted.row * THICKNESS)
  return (
    <div className="bridge-chart" aria-hidden>
      <BarChart
        layout="vertical"
        width={size.width}
        height={data.length * size.row}
        data={data}
        margin={{ top: 0, right: size.type * amountEms(waterfall), bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <defs>
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="hatch-ground" width="5" height="5" />
            <line className="hatch-line" x1="1" y1="0" x2="1" y2="5" />
          </pattern>
        </defs>
        <XAxis type="number" domain={[0, 1]} hide />
        <YAxis
          type="category"
          dataKey="at"
          width={size.label}
          axisLine={false}
          tickLine={false}
          interval={0}
          tick={labelling(data, size)}
        />
        <ReferenceLine x={waterfall.zero} className="bridge-zero" zIndex={50} />
        <Bar dataKey="range" barSize={thickness} isAnimationActive={false} shape={drawing(data, look)} />
      </BarChart>
    </div>
  )
}
