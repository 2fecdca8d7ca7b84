/**
 * Finding an action or a place by name. What it offers is in palette_entries.ts.
 */
import { useMemo, useState, type JSX } from 'react'
import { ChoiceList } from '../../ui/choice_list.tsx'
import { paletteEntries, rankEntries } from './palette_entries.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { FIND } from './wording.ts'

export function Palette(): JSX.Element {
  const session = useOpenSession()
  const [all] = useState(() => paletteEntries(session))
  const [query, setQuery] = useState('')
  const [refusal, setRefusal] = useState('')
  const found = useMemo(() => rankEntries(all, query), [all, query])
  return (
    <DialogFrame title={FIND.title} className="palette">
      <ChoiceList
        name="Name"
        placeholder={FIND.example}
        query={query}
        onQuery={(text) => {
          setQuery(text)
          setRefusal('')
        }}
        choices={found}
        onChoose={(entry) => {
          if (!entry) return
          if (entry.why !== null) return setRefusal(entry.why)
          closeDialog(session)
          // The dialog gives the focus back first, so that whatever opens next keeps it.
          setTimeout(entry.run)
        }}
      >
        <output className={refusal ? 'problem' : ''}>{refusal || (found.length === 0 ? FIND.none : '')}</output>
      </ChoiceList>
    </DialogFrame>
  )
}
