/**
 * Where the screen starts: styles, the contract's client, the workbook, the components.
 */
import './ui/styles/fonts.css'
import './ui/styles/tokens.css'
import './ui/styles/isolation.css'
import './shell/layout.css'
import './features/headlines/headlines.css'
import './grid/grid.css'
import './grid/editing.css'
import './grid/fitting.css'
import './ui/styles/spoken.css'
import './shell/panels.css'
import './ui/styles/dialogs.css'
import './features/compare/compare.css'
import './features/explain/analysis.css'
import './features/what_if/what_if.css'
import './features/find/find.css'
import './features/blocks/range.css'
import './features/structure/structure.css'
import './features/entering/formula.css'
import './features/formula_help/formula_help.css'
import './features/notes/notes.css'
import './features/filings/filings.css'
import './shell/room.css'
import './shell/forced_colors.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { provide } from './contrib/lookup.ts'
import { SessionContext } from './contrib/use_session.ts'
import { ACTS, FEATURES } from './features.ts'
import { useNonceInLibraries } from './client/nonce.ts'
import { App } from './shell/app.tsx'
import { downloadOfPage, pageAddress, pageTimer } from './shell/page.ts'
import { start } from './shell/start.ts'
import { createSession } from './session/session.ts'
import { workbenchClient } from './client/workbench_client.ts'

useNonceInLibraries()
const session = createSession({
  client: workbenchClient(),
  drawAtOnce: flushSync,
  address: pageAddress,
  timer: pageTimer,
  download: downloadOfPage,
  isWide: window.innerWidth >= 1320,
})
provide(session, FEATURES, ACTS)
void start(session, FEATURES)
createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <SessionContext value={session}>
      <App />
    </SessionContext>
  </StrictMode>,
)
