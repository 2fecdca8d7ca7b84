/**
 * What can be done with a filing of the list: a menu behind its button, and on the right mouse button of its entry.
 */
import { isolated } from '../../shared/money/isolated.ts'
import { Ellipsis } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { JSX } from 'react'
import type { Filing } from '../../shared/model/filing.ts'
import { session, type FilingDialog } from '../workbench/session.ts'
import { deleteAfterEdit, dropSourceFigures, openFilingDialog, openNewFiling } from './filing_acts.ts'

type Props = { filing: Filing; open: boolean; onOpenChange: (open: boolean) => void }

export function FilingMenu({ filing, open, onOpenChange }: Props): JSX.Element {
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
          if (session.getState().dialog) event.preventDefault()
        }}
      >
        <Item label="Roll forward…" run={() => ask(filing, 'roll_forward')} />
        <Item label="Duplicate…" run={() => ask(filing, 'duplicate')} />
        <DropdownMenu.Separator className="menu-line" />
        <Item label="Filing details…" run={() => ask(filing, 'details')} />
        {isDraft ? <Item label="Drop printed figures that differ" run={() => dropSourceFigures(filing.id)} /> : null}
        {isDraft ? (
          <Item label="File and lock…" run={() => ask(filing, 'file')} />
        ) : (
          <Item label="Reopen with a reason…" run={() => ask(filing, 'reopen')} />
        )}
        <DropdownMenu.Separator className="menu-line" />
        <Item label="Delete" run={() => deleteAfterEdit(filing.id)} />
        <DropdownMenu.Separator className="menu-line" />
        <Item label="New filing…" run={openNewFiling} />
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}

function ask({ id }: Filing, act: FilingDialog): void {
  openFilingDialog(act, id)
}

function Item({ label, run }: { label: string; run: () => void }): JSX.Element {
  // The menu gives the focus back first, so that a dialog opened here keeps it.
  return (
    <DropdownMenu.Item className="menu-item" onSelect={() => setTimeout(run)}>
      {label}
    </DropdownMenu.Item>
  )
}
