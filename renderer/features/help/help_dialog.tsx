/**
 * The help: the sheet of keys, then the pages of the manual that the features bring. What is shown can be printed.
 */
import { Printer } from 'lucide-react'
import { Tabs } from 'radix-ui'
import { lazy, Suspense, type JSX } from 'react'
import type { ManualPage } from '../../contrib/contribution.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { contributed } from '../../contrib/lookup.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { Button } from '../../ui/button.tsx'
import { KeySheet } from './key_sheet.tsx'

/** Read when the help is opened. */
const Markdown = lazy(async () => ({ default: (await import('markdown-to-jsx/react')).Markdown }))

const headingOf = ({ text }: ManualPage): string => /^# (.+)$/m.exec(text)![1]!

/** Headings of a page stand under that of the dialog; nothing but what is written becomes part of the page. */
const WRITTEN = { disableParsingRawHTML: true, overrides: { h1: { component: 'h3' } }, wrapper: 'article' } as const

export function Help(): JSX.Element {
  const session = useOpenSession()
  const pages = contributed(session, ({ manual }) => manual).toSorted((a, b) => a.order - b.order)
  return (
    <DialogFrame title="Help" className="help">
      <Tabs.Root defaultValue="keys" orientation="vertical" className="help-pages">
        <Tabs.List aria-label="Pages" className="help-list">
          <Tabs.Trigger value="keys" className="help-choice" data-first-focus="">
            Keys
          </Tabs.Trigger>
          {pages.map((page) => (
            <Tabs.Trigger key={page.order} value={headingOf(page)} className="help-choice">
              {headingOf(page)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="keys" className="help-page">
          <KeySheet />
        </Tabs.Content>
        {pages.map((page) => (
          <Tabs.Content key={page.order} value={headingOf(page)} className="help-page">
            <Suspense>
              <Markdown options={WRITTEN}>{page.text}</Markdown>
            </Suspense>
          </Tabs.Content>
        ))}
      </Tabs.Root>
      <div className="dialog-acts">
        <Button onClick={() => window.print()}>
          <Printer aria-hidden size={15} /> Print this page
        </Button>
      </div>
    </DialogFrame>
  )
}
