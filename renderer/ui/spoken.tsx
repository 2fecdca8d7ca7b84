/**
 * Text whose figures a screen reader says right: what is shown is formatted as ever, what is said stands unseen beside it. It
 * is no text of the page, so that copying, searching and reading the page find each figure once.
 */
import type { HTMLAttributes, JSX } from 'react'
import { closes, spokenFigure, spokenParts, type SpokenPart } from './spoken_figure.ts'

function Part({ shown, said }: SpokenPart): JSX.Element {
  if (said === undefined || said === shown) return <>{shown}</>
  return (
    <>
      {/* A message is read aloud by its text, which this is not. It stands first: a line could break between it and a full stop. */}
      <span
        className="spoken"
        data-spoken={said}
        data-radix-toast-announce-exclude=""
        data-radix-toast-announce-alt={said}
      />
      <span aria-hidden>{shown}</span>
    </>
  )
}

/** `as` is the element that the text alone stands in, with what that element has of its own. */
type Props = { text: string; as?: 'td' | 'li' | 'p' | 'span' | 'strong' | 'output' } & HTMLAttributes<HTMLElement>

/**
 * A figure, or a word in its place. Where it hangs, digits stand under digits whatever closes them, by the class `hung` of hung.css: in
 * every cell of a table, and where `hung` says so.
 */
export function SpokenFigure({
  text,
  as,
  hung = as === 'td',
  className,
  ...own
}: Props & { hung?: boolean }): JSX.Element {
  const figure = <Part shown={text} said={spokenFigure(text)} />
  const classes = [className, hung && !closes(text) ? 'hung' : ''].filter(Boolean).join(' ')
  const Around = as ?? (hung ? 'span' : undefined)
  return Around ? (
    <Around {...own} className={classes || undefined}>
      {figure}
    </Around>
  ) : (
    figure
  )
}

/** A sentence with figures in it. */
export function SpokenText({ text, as: Around, ...own }: Props): JSX.Element {
  const parts = spokenParts(text).map((part, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- The parts of a sentence have no other names.
    <Part key={at} {...part} />
  ))
  return Around ? <Around {...own}>{parts}</Around> : <>{parts}</>
}
