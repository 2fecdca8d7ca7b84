/**
 * The licences of what is shipped, as the build found them: each package with its version and licence, its text on demand. Read
 * from a file of the product; nothing is fetched from elsewhere.
 */
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- A region that scrolls is reached by keyboard, or not at all. */
import { useEffect, useState, type JSX } from 'react'
import { Problem } from '../../ui/problem.tsx'
import { SHIPPED, UNREAD } from './wording.ts'

type Licence = { name: string; version: string; licence: string; text: string }

async function read(): Promise<Licence[]> {
  const answer = await fetch('/licences.json')
  if (!answer.ok) throw new Error(answer.statusText)
  return (await answer.json()) as Licence[]
}

export function Licences(): JSX.Element {
  const [shipped, setShipped] = useState<Licence[] | 'unread'>([])
  useEffect(() => {
    void read().then(setShipped, () => setShipped('unread'))
  }, [])
  if (shipped === 'unread') return <Problem text={UNREAD} />
  return (
    <section className="licences" aria-label={SHIPPED} tabIndex={0}>
      <h3>{SHIPPED}</h3>
      {shipped.map(({ name, version, licence, text }) => (
        <details key={name}>
          <summary>
            <span className="package">{`${name} ${version}`}</span>
            <span>{licence}</span>
          </summary>
          <pre>{text}</pre>
        </details>
      ))}
    </section>
  )
}
