/**
 * Where the true-ups of a tax return land: the figures of later filings that opened with the estimate, which a draft takes in one act.
 */
import { useState, type JSX } from 'react'
import type { DocumentSide } from '../../../shared/analysis/documents.ts'
import type { Landing } from '../../../shared/analysis/true_ups.ts'
import { cellText } from '../../../shared/calc/cell_text.ts'
import { cellName } from '../../../shared/model/cell.ts'
import { cellTitle, findCell } from '../../../shared/model/lookup.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { landingsOf, takeReturn } from '../../session/filings/true_up_acts.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { TableHeads } from '../../ui/table_heads.tsx'
import { LANDINGS } from './wording.ts'

export function Landings({ taxReturn }: { taxReturn: DocumentSide }): JSX.Element {
  const session = useOpenSession()
  // What was taken lands no more: read again after each act.
  const [, setActs] = useState(0)
  const all = landingsOf(session, taxReturn)
  return (
    <section className="documents-landings" aria-label={LANDINGS.title}>
      <h3>{LANDINGS.title}</h3>
      <p className="hint">{all.length === 0 ? LANDINGS.none : LANDINGS.about}</p>
      {all.map((landing) => (
        <InFiling
          key={landing.filing.id}
          landing={landing}
          taxReturn={taxReturn}
          onTaken={() => setActs((count) => count + 1)}
        />
      ))}
    </section>
  )
}

type InFilingProps = { landing: Landing; taxReturn: DocumentSide; onTaken: () => void }

function InFiling({ landing, taxReturn, onTaken }: InFilingProps): JSX.Element {
  const session = useOpenSession()
  const [refusal, setRefusal] = useState<Refusal>()
  const { filing, trueUps } = landing
  const title = isolated(filing.title)
  return (
    <>
      <table className="figures" aria-label={title}>
        <TableHeads heads={[{ text: title, className: 'words' }, LANDINGS.stands, LANDINGS.becomes]} />
        <tbody>
          {trueUps.map(({ at, stands, becomes }) => {
            const found = findCell(filing, at)!
            return (
              <tr key={cellName(at)} data-lands={cellName(at)}>
                <th scope="row">{cellTitle(found)}</th>
                <SpokenFigure as="td" text={cellText(stands, found.line, found.column) || LANDINGS.blank} />
                <SpokenFigure as="td" text={cellText(becomes, found.line, found.column)} />
              </tr>
            )
          })}
        </tbody>
      </table>
      {filing.status === 'draft' ? (
        <Button
          className="small"
          onClick={() => {
            const refused = takeReturn(session, landing, taxReturn.filing)
            setRefusal(refused)
            if (!refused) onTaken()
          }}
        >
          {LANDINGS.take(title)}
        </Button>
      ) : (
        <p className="hint">{LANDINGS.filed(title)}</p>
      )}
      <Problem text={refusal && refusalText(refusal)} />
    </>
  )
}
