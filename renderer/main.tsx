/**
 * Where the screen starts: styles, the contract's client, the workbook, the components.
 */
import './ui/styles/fonts.css'
import './ui/styles/tokens.css'
import './ui/styles/isolation.css'
import './ui/styles/spoken.css'
import './ui/styles/hung.css'
import './ui/styles/dialogs.css'
import './ui/styles/fields.css'
import './ui/charts/signed_bar.css'
import './shell/layout.css'
import './shell/messages.css'
import './shell/long_work.css'
import './shell/sheet_scale.css'
import './shell/panels.css'
import './grid/grid.css'
import './grid/editing.css'
import './grid/fitting.css'
import './grid/edges.css'
// The styles of each feature come with it; those of a small window and of forced colours stand above all.
import { ACTS, FEATURES } from './features.ts'
import './shell/room.css'
import './shell/forced_colors.css'
import './grid/forced_colors.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { provide } from './contrib/lookup.ts'
import { SessionContext } from './contrib/use_session.ts'
import { nonceOfPage, useNonceInLibraries } from './client/nonce.ts'
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
})
provide(session, { features: FEATURES, acts: ACTS, nonce: nonceOfPage() })
void start(session, FEATURES)
createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <SessionContext value={session}>
      <App />
    </SessionContext>
  </StrictMode>,
)
