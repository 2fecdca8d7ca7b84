/**
 * Where the screen starts: styles, the contract's client, the workbook, the components.
 */
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/isolation.css'
import './styles/layout.css'
import './styles/headlines.css'
import './styles/grid.css'
import './styles/editing.css'
import './styles/fitting.css'
import './spoken/spoken.css'
import './styles/panels.css'
import './styles/dialogs.css'
import './styles/compare.css'
import './styles/analysis.css'
import './styles/what_if.css'
import './styles/find.css'
import './range/range.css'
import './structure/structure.css'
import './formula/formula.css'
import './formula/formula_help.css'
import './notes/notes.css'
import './filings/filings.css'
import './styles/room.css'
import './styles/forced_colors.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { provide } from './contrib/lookup.ts'
import { SessionContext } from './contrib/use_session.ts'
import { ACTS, FEATURES } from './features.ts'
import { useNonceInLibraries } from './nonce.ts'
import { App } from './shell/app.tsx'
import { pageAddress, pageTimer } from './shell/page.ts'
import { start } from './shell/start.ts'
import { createSession } from './workbench/session.ts'
import { workbenchClient } from './workbench_client.ts'

useNonceInLibraries()
const session = createSession({
  client: workbenchClient(),
  drawAtOnce: flushSync,
  address: pageAddress,
  timer: pageTimer,
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
