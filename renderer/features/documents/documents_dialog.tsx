/**
 * A filing beside one of its versions, another stage of its period or another filing: chosen, shown, copied and printed.
 */
import { Printer } from 'lucide-react'
import { useMemo, useState, type JSX } from 'react'
import {
  comparedDocuments,
  correctionsBetween,
  differingRows,
  inOrder,
  sharedPeriods,
  type DocumentSide,
} from '../../../shared/analysis/documents.ts'
import { isReturn } from '../../../shared/analysis/true_ups.ts'
import { errorMeasures } from '../../../shared/analysis/error_measures.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { isError } from '../../../shared/model/correction.ts'
import { stageName } from '../../../shared/model/line_of_filings.ts'
import type { Version } from '../../../shared/model/version.ts'
import type { Decimal } from '../../../shared/money/decimal.ts'
import { formatAmount } from '../../../shared/money/format.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import { documentName, readDocumentName, type DocumentName } from '../../../shared/print/address.ts'
import { documentHeads } from '../../../shared/print/documents_document.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { perform } from '../../contrib/lookup.ts'
import { CopyResult } from '../../contrib/result_copy.tsx'
import { useRead } from '../../contrib/use_read.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { closeDialog } from '../../session/asking.ts'
import { firstCompared, otherDocuments, readDocument, versionsOf } from '../../session/reading/documents.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, Tick, type Option } from '../../ui/fields.tsx'
import { Problem } from '../../ui/problem.tsx'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { Classing } from './classing.tsx'
import { DocumentsTable, rowsOf } from './documents_table.tsx'
import { Landings } from './landings.tsx'
import {
  ABOUT,
  asItStands,
  correctionText,
  FIELDS,
  HEADS,
  MEASURES,
  NONE,
  NOT_READ,
  SAME,
  TITLE,
  versionText,
} from './wording.ts'

/** A document with its figures, by its name. */
type Document = DocumentSide & { name: DocumentName; version: number | undefined }

type Read = 'none' | { earlier: Document; later: Document } | undefined

function filingOption(filing: Filing): Option<string> {
  const stage = stageName(filing)
  return {
    value: filing.id,
    label: `${isolated(filing.title)}${stage === undefined ? '' : `, ${stage}`}`,
    group: 'Other filings',
  }
}

function versionOptions(filing: Filing, versions: readonly Version[]): Option<string>[] {
  return versions.map((one) => ({
    value: documentName({ filing: filing.id, version: one.number }),
    label: versionText(one),
    group: 'Versions of this filing',
  }))
}

export function DocumentsDialog({ filing }: { filing: Filing }): JSX.Element {
  const session = useOpenSession()
  const versions = useRead<Version[] | undefined>(() => versionsOf(session, filing.id), filing.id, undefined)
  return (
    <DialogFrame title={TITLE} about={ABOUT} className="documents">
      {versions ? <Compared filing={filing} versions={versions} /> : null}
    </DialogFrame>
  )
}

function Compared({ filing, versions }: { filing: Filing; versions: readonly Version[] }): JSX.Element {
  const session = useOpenSession()
  const others = useMemo(() => otherDocuments(session, filing), [session, filing])
  const [against, setAgainst] = useState(() => firstCompared(filing, versions, others))
  const [own, setOwn] = useState<DocumentName>({ filing: filing.id })
  const asked = against ? `${documentName(against)} ${documentName(own)}` : ''
  const read = useRead<Read>(
    async () => {
      if (!against) return undefined
      const [first, second] = await Promise.all([readDocument(session, against), readDocument(session, own)])
      if (!first || !second) return 'none'
      const [earlier, later] = inOrder<Document>(
        { ...first, name: against, version: against.version },
        { ...second, name: own, version: own.version },
      )
      return { earlier, later }
    },
    asked,
    undefined,
  )
  if (!against) return <p className="hint">{NONE}</p>
  const kept = versionOptions(filing, versions)
  return (
    <>
      <form className="documents-choices" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label={FIELDS.earlier}
          value={documentName(against)}
          options={[...kept, ...others.map(filingOption)]}
          onChange={(value) => setAgainst(readDocumentName(value))}
        />
        <Choice
          label={FIELDS.later}
          value={documentName(own)}
          options={[{ value: filing.id, label: asItStands(filing) }, ...kept]}
          onChange={(value) => setOwn(readDocumentName(value) ?? { filing: filing.id })}
        />
        {read && read !== 'none' ? <Sides key={asked} earlier={read.earlier} later={read.later} /> : null}
      </form>
      {read === 'none' ? <Problem text={NOT_READ} /> : null}
    </>
  )
}

/** What two documents show for a period that both have; its choices stand in the row of those of the documents. */
function Sides({ earlier, later }: { earlier: Document; later: Document }): JSX.Element {
  const session = useOpenSession()
  const periods = sharedPeriods(earlier.filing, later.filing)
  const [chosen, setChosen] = useState(periods[0]?.id)
  const [isDiffering, setDiffering] = useState(true)
  const period = periods.find(({ id }) => id === chosen)
  const all = useMemo(
    () => (chosen === undefined ? [] : comparedDocuments(earlier, later, chosen)),
    [earlier, later, chosen],
  )
  if (!period) return <p className="hint">{NONE}</p>
  const rows = isDiffering ? differingRows(all) : all
  const heads = documentHeads(earlier.filing, later.filing, period.name)
  const corrections = correctionsBetween(earlier.filing, later.filing)
  const { version } = later
  const print = {
    against: earlier.name,
    ...(version !== undefined && { version }),
    filing: later.filing.id,
    period: period.id,
    changed: isDiffering,
  }
  return (
    <>
      <Choice
        label={FIELDS.period}
        value={period.id}
        options={periods.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      <Tick label={FIELDS.differing} checked={isDiffering} onChange={setDiffering} />
      <div className="documents-answer">
        {corrections.map((one) => (
          <p key={correctionText(one)} className="hint">
            {correctionText(one)}
          </p>
        ))}
        {isClassed(earlier, later) && corrections.length === 0 && rows.length > 0 ? (
          <Classing filing={later.filing.id} against={earlier.filing.id} />
        ) : null}
        {rows.length === 0 ? <p className="hint">{SAME}</p> : <DocumentsTable rows={rows} heads={heads} />}
        {isReturn(earlier.filing, later.filing) ? <Landings taxReturn={later} /> : null}
        {corrections.some(isError) ? <Size earlier={earlier} later={later} period={period.id} /> : null}
        <div className="result-acts">
          <CopyResult rows={() => rowsOf(rows, heads)} />
          <Button
            className="small"
            onClick={() => {
              closeDialog(session)
              perform(session, 'print', { documents: print })
            }}
          >
            <Printer aria-hidden size={14} /> Print…
          </Button>
        </div>
      </div>
    </>
  )
}

/** True where a draft stands beside another document of its period: what it changes can be classed. */
function isClassed(earlier: Document, later: Document): boolean {
  const [was, now] = [earlier.filing, later.filing]
  return was.id !== now.id && was.periodEnd === now.periodEnd && later.version === undefined && now.status === 'draft'
}

function measureText(amount: Decimal | null): string {
  return amount ? formatAmount(amount, { format: 'amount' }) : MEASURES.unknown
}

/** How large an error is, by both measures, beside the taxable income of the year to date. */
function Size({ earlier, later, period }: { earlier: DocumentSide; later: DocumentSide; period: string }): JSX.Element {
  const { rollover, ironCurtain, taxableIncome } = errorMeasures(earlier, later, period)
  return (
    <dl className="documents-size" aria-label={HEADS.size}>
      <dt>{MEASURES.rollover}</dt>
      <dd>
        <SpokenFigure text={measureText(rollover)} />
      </dd>
      <dt>{MEASURES.ironCurtain}</dt>
      <dd>
        <SpokenFigure text={measureText(ironCurtain)} />
      </dd>
      {taxableIncome ? (
        <>
          <dt>{MEASURES.taxableIncome(taxableIncome.name)}</dt>
          <dd>
            <SpokenFigure text={measureText(taxableIncome.value)} />
          </dd>
        </>
      ) : null}
    </dl>
  )
}
