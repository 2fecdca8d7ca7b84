/**
 * Naming a scenario, new or known.
 */
import { useId, useState, type JSX } from 'react'
import { workbook } from '../workbench/opened.ts'
import { makeScenario, renameScenario } from '../workbench/scenarios.ts'
import { session } from '../workbench/session.ts'
import { DialogFrame, closeDialog } from './frame.tsx'

export function ScenarioForm({ scenario }: { scenario: string | null }): JSX.Element {
  const { place } = session.getState()
  const known = place ? workbook().book.scenarios(place.filing) : []
  const own = known.find(({ id }) => id === scenario)
  const [name, setName] = useState(own?.name ?? '')
  const [description, setDescription] = useState(own?.description ?? '')
  const [nameId, textId] = [useId(), useId()]
  const wanted = name.trim()
  const taken = known.some((one) => one.id !== scenario && one.name.toLowerCase() === wanted.toLowerCase())
  return (
    <DialogFrame
      title={own ? `Rename ${own.name}` : 'New scenario'}
      about={own ? undefined : 'A scenario changes any number of figures and leaves the filing as it is.'}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted === '' || taken) return
          if (own) renameScenario(own.id, wanted, description)
          else makeScenario(wanted, description)
          closeDialog()
        }}
      >
        <label htmlFor={nameId}>Name</label>
        <input id={nameId} value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        {taken ? (
          <p className="problem" role="alert">
            A scenario of this name exists already. Another name tells them apart.
          </p>
        ) : null}
        <label htmlFor={textId}>What it supposes (optional)</label>
        <textarea
          id={textId}
          value={description}
          rows={3}
          maxLength={4000}
          onChange={(event) => setDescription(event.target.value)}
        />
        <div className="dialog-acts">
          <button type="button" className="button" onClick={closeDialog}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={wanted === '' || taken}>
            {own ? 'Rename' : 'Make the scenario'}
          </button>
        </div>
      </form>
    </DialogFrame>
  )
}
