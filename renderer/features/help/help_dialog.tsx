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

function headingOf(page: ManualPage): string {
  return 'text' in page ? /^# (.+)$/m.exec(page.text)![1]! : page.title
}

/** What a page is chosen by: its place, since ids of the page are made from this and a heading has spaces. */
const valueOf = (at: number): string => `page_${at}`

/** Headings of a page stand under that of the dialog; nothing but what is written becomes part of the page. */
const WRITTEN = { disableParsingRawHTML: true, overrides: { h1: { component: 'h3' } }, wrapper: 'article' } as const

function Page({ page }: { page: ManualPage }): JSX.Element {
  if (!('text' in page)) return <page.Content />
  return (
    <Suspense>
      <Markdown options={WRITTEN}>{page.text}</Markdown>
    </Suspense>
  )
}

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
          {pages.map((page, at) => (
            <Tabs.Trigger key={headingOf(page)} value={valueOf(at)} className="help-choice">
              {headingOf(page)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="keys" className="help-page">
          <KeySheet />
        </Tabs.Content>
        {pages.map((page, at) => (
          <Tabs.Content key={headingOf(page)} value={valueOf(at)} className="help-page">
            <Page page={page} />
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
