/**
 * Parts of the tables of sensitivity: the name of a cell and an amount as heads, and a figure that can be chosen as a point. Amounts are
 * named as they are said.
 */
import type { JSX } from 'react'
import { closes, spokenFigure } from '../../ui/spoken_figure.ts'

/** Text whose figure reads otherwise than it stands has a name; other text is its own. */
const named = (text: string): { 'aria-label'?: string } => {
  const said = spokenFigure(text)
  return said === text ? {} : { 'aria-label': said }
}

/** What no parenthesis closes keeps the room of one, by the class of hung.css. */
const hangs = (text: string): string | undefined => (closes(text) ? undefined : 'hung')

/** A cell's name as the head of its figures, in two lines. */
export function CellHead({ line, column }: { line: string; column: string }): JSX.Element {
  return (
    <th scope="col">
      <span className={hangs(line)}>{line}</span>
      <small className={hangs(column)}>{column}</small>
    </th>
  )
}

export function AmountHead({ scope, text }: { scope: 'row' | 'col'; text: string }): JSX.Element {
  return (
    <th scope={scope} className={hangs(text)} {...named(text)}>
      {text}
    </th>
  )
}

type PointProps = { id: string; text: string; chosen: string | null; onChoose: (id: string | null) => void }

/** Pressed once more, the point is chosen no longer. */
export function PointButton({ id, text, chosen, onChoose }: PointProps): JSX.Element {
  return (
    <button
      type="button"
      className={['point', hangs(text)].filter(Boolean).join(' ')}
      aria-pressed={id === chosen}
      onClick={() => onChoose(id === chosen ? null : id)}
      {...named(text)}
    >
      {text}
    </button>
  )
}
