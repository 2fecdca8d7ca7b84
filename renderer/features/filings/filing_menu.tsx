/**
 * What can be done with a filing of the list: a menu behind its button, and on the right mouse button of its entry.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { Ellipsis } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { JSX } from 'react'
import type { Filing } from '../../../shared/model/filing.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { perform } from '../../contrib/lookup.ts'
import { MenuEntries, MenuEntry } from '../../contrib/menu_entry.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { takeRefusal } from '../../session/filings/carried_acts.ts'
import { dropRefusal } from '../../session/filings/filing_acts.ts'
import { isAsked } from '../../session/state.ts'

type Props = { filing: Filing; open: boolean; onOpenChange: (open: boolean) => void }

export function FilingMenu({ filing, open, onOpenChange }: Props): JSX.Element {
  const session = useOpenSession()
  const isDraft = filing.status === 'draft'
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <DropdownMenu.Trigger
        className="icon-button filing-menu-button"
        aria-label={`What to do with ${isolated(filing.title)}`}
      >
        <Ellipsis aria-hidden size={16} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        className="menu"
        align="start"
        sideOffset={4}
        collisionPadding={8}
        onCloseAutoFocus={(event) => {
          // A dialog that opens takes the focus; otherwise it goes back to the button.
          if (isAsked(session.getState())) event.preventDefault()
        }}
      >
        <MenuEntries>
          <Item label="Roll forward…" run={() => perform(session, 'roll_forward', filing.id)} />
          <Item label="Duplicate…" run={() => perform(session, 'duplicate_filing', filing.id)} />
          <DropdownMenu.Separator className="menu-line" />
          <Item label="Compare documents…" run={() => perform(session, 'compare_documents', filing.id)} />
          <Item label="Filing details…" run={() => perform(session, 'filing_details', filing.id)} />
          {isDraft ? (
            <Item
              label="Take corrected figures"
              reason={takeRefusal(session, filing.id)}
              run={() => perform(session, 'take_corrected', filing.id)}
            />
          ) : null}
          {isDraft ? (
            <Item
              label="Drop printed figures that differ"
              reason={dropRefusal(session, filing.id)}
              run={() => perform(session, 'drop_source_figures', filing.id)}
            />
          ) : null}
          {isDraft ? (
            <Item label="File and lock…" run={() => perform(session, 'file_filing', filing.id)} />
          ) : (
            <Item label="Reopen with a reason…" run={() => perform(session, 'reopen_filing', filing.id)} />
          )}
          <DropdownMenu.Separator className="menu-line" />
          <Item label="Delete…" run={() => perform(session, 'delete_filing', filing.id)} />
          <DropdownMenu.Separator className="menu-line" />
          <Item label="New filing…" run={() => perform(session, 'new_filing')} />
        </MenuEntries>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}

function Item({ label, reason, run }: { label: string; reason?: Refusal | undefined; run: () => void }): JSX.Element {
  return (
    <MenuEntry Item={DropdownMenu.Item} label={label} reason={reason ? refusalText(reason) : null} onChoose={run} />
  )
}
