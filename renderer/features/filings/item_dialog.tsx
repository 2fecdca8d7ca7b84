/**
 * An item of an earlier period, or a change of an estimate, recorded at the figure in focus: what it is, of which filing, how much, why.
 */
import { useState, type JSX } from 'react'
import type { Filing } from '../../../shared/model/filing.ts'
import { CLASS_RULES } from '../../../shared/model/correction.ts'
import { cellTitle, type Found } from '../../../shared/model/lookup.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { closeDialog } from '../../session/asking.ts'
import { itemRefusals, recordItem, type ItemClass, type ItemFields } from '../../session/filings/item_acts.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { Choice, TextField } from '../../ui/fields.tsx'
import { Problem } from '../../ui/problem.tsx'
import { ABOUT, ITEM } from './wording.ts'

const CLASSES: readonly ItemClass[] = ['out_of_period', 'estimate']

export function ItemDialog({ found, earlier }: { found: Found; earlier: readonly Filing[] }): JSX.Element {
  const session = useOpenSession()
  const [fields, setFields] = useState<ItemFields>({
    as: 'out_of_period',
    of: earlier[0]?.id ?? '',
    amount: '',
    reason: '',
  })
  const [sent, setSent] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const change = (part: Partial<ItemFields>): void => setFields({ ...fields, ...part })
  const wrong = sent ? itemRefusals(session, fields, found) : {}
  const problem = (key: keyof ItemFields): string | undefined => wrong[key] && refusalText(wrong[key])
  return (
    <DialogFrame title={ITEM.title} about={`${cellTitle(found)}. ${ABOUT.item}`}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setSent(true)
          if (Object.keys(itemRefusals(session, fields, found)).length > 0) return
          const refused = recordItem(session, fields)
          if (refused) setRefusal(refused)
          else closeDialog(session)
        }}
      >
        <Choice
          label={ITEM.as}
          value={fields.as}
          options={CLASSES.map((value) => ({ value, label: CLASS_RULES[value].name }))}
          hint={CLASS_RULES[fields.as].about}
          onChange={(as) => change({ as })}
        />
        <Choice
          label={ITEM.of}
          value={fields.of}
          options={earlier.map(({ id, title }) => ({ value: id, label: isolated(title) }))}
          problem={problem('of')}
          onChange={(of) => change({ of })}
        />
        <TextField
          first
          label={ITEM.amount}
          value={fields.amount}
          problem={problem('amount')}
          hint={ITEM.amountHint}
          onChange={(amount) => change({ amount })}
        />
        <TextField
          label={ITEM.reason}
          value={fields.reason}
          problem={problem('reason')}
          onChange={(reason) => change({ reason })}
        />
        <Problem text={refusal && refusalText(refusal)} />
        <DialogActs submit={ITEM.submit} />
      </form>
    </DialogFrame>
  )
}
