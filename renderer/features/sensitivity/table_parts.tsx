/**
 * Parts of the tables of sensitivity: an amount as a head, and a figure that can be chosen as a point. Both are named as they are said.
 */
import type { JSX } from 'react'
import { spokenFigure } from '../../ui/spoken_figure.ts'

/** Text whose figure reads otherwise than it stands has a name; other text is its own. */
const named = (text: string): { 'aria-label'?: string } => {
  const said = spokenFigure(text)
  return said === text ? {} : { 'aria-label': said }
}

export function AmountHead({ scope, text }: { scope: 'row' | 'col'; text: string }): JSX.Element {
  return (
    <th scope={scope} {...named(text)}>
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
      className="point"
      aria-pressed={id === chosen}
      onClick={() => onChoose(id === chosen ? null : id)}
      {...named(text)}
    >
      {text}
    </button>
  )
}
