/**
 * What is said of a formula under edit beside its field: the arguments of the function at the caret, and what is wrong,
 * under the exact characters.
 */
import { useMemo, type JSX } from 'react'
import { formulaFault } from '../../../shared/calc/formula_faults.ts'
import { FUNCTIONS, type FormulaError } from '../../../shared/formula/ast.ts'
import type { CallAtCaret } from '../../../shared/formula/completion.ts'
import { isFormulaText } from '../../../shared/formula/written.ts'
import { beforeCharacter } from '../../../shared/money/cut_text.ts'
import { shownFiling } from '../../session/reading/figures.ts'
import type { Editing } from '../../session/state.ts'
import { useFormula } from './formula_state.ts'
import { useOpenSession } from '../../contrib/use_session.ts'

export type Notes = { text: string; call: CallAtCaret | null; fault: FormulaError | null }

/** What is to be said of the text under edit; null where there is nothing. A refused text is faulted wherever the caret is. */
export function useFormulaNotes(editing: Editing | null): Notes | null {
  const session = useOpenSession()
  const call = useFormula((state) => state.call)
  const live = useFormula((state) => state.fault)
  return useMemo(() => {
    if (!editing || !isFormulaText(editing.text)) return null
    const { ref, text, refusal } = editing
    const filing = refusal === null ? undefined : shownFiling(session)
    const found = filing ? (formulaFault(filing, ref, text) ?? null) : live
    // A fault found in a text that has changed since is not this text's.
    const fault = found !== null && found.end <= text.length ? found : null
    return call || fault ? { text, call, fault } : null
  }, [session, editing, call, live])
}

/** Characters shown on either side of those that are wrong. */
const AROUND = 26

/** The text around the fault and the mark under it, as two lines of equal width. */
export function marked(
  text: string,
  { at, end }: FormulaError,
): { before: string; wrong: string; after: string; mark: string } {
  const to = Math.max(at, beforeCharacter(text, Math.min(Math.max(end, at + 1), at + AROUND * 2)))
  const from = beforeCharacter(text, at - AROUND)
  const last = beforeCharacter(text, to + AROUND)
  const cut = from > 0 ? '…' : ''
  const before = cut + text.slice(from, at)
  const wrong = text.slice(at, to)
  const after = text.slice(to, last) + (last < text.length ? '…' : '')
  return {
    before,
    wrong,
    after,
    mark: `${' '.repeat(before.length)}${'^'.repeat(Math.max(wrong.length, 1))}`,
  }
}

function Signature({ call: { name, argument } }: { call: CallAtCaret }): JSX.Element {
  const { takes, help } = FUNCTIONS[name]
  const at = Math.min(argument, takes.length - 1)
  return (
    <p className="signature">
      <code>
        {name}(
        {takes.map((taken, i) => (
          <span key={taken}>
            {i > 0 ? ', ' : ''}
            {i === at ? <strong>{taken}</strong> : taken}
          </span>
        ))}
        )
      </code>{' '}
      {help}
    </p>
  )
}

export function FormulaNotes({ notes: { text, call, fault } }: { notes: Notes }): JSX.Element {
  const shown = fault && marked(text, fault)
  return (
    <>
      {call ? <Signature call={call} /> : null}
      {fault && shown ? (
        <>
          <pre className="fault" aria-hidden>
            {shown.before}
            <b>{shown.wrong}</b>
            {shown.after}
            {'\n'}
            <b>{shown.mark}</b>
          </pre>
          <p className="fault-words">{fault.message}</p>
        </>
      ) : null}
    </>
  )
}
