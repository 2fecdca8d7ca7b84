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
import { App } from './app.tsx'
import { useNonceInLibraries } from './nonce.ts'
import { followCell } from './workbench/last_cell.ts'
import { start } from './workbench/start.ts'
import { followScale } from './workbench/comfort.ts'
import { followRoom } from './workbench/room.ts'
import { followRest } from './workbench/settled.ts'
import { followWork } from './workbench/toasts.ts'
import { followPanels, followTheme } from './workbench/view.ts'

useNonceInLibraries()
followTheme()
followRoom()
followScale()
followPanels()
followRest()
followWork()
followCell()
createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
void start()
