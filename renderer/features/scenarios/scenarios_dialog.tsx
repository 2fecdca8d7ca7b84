/**
 * All scenarios of the filing shown: stated, ordered, stood on one another, copied, locked, deleted, posted.
 * Each act is one change set; a refusal is said in place and keeps what was typed.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { useState, type JSX } from 'react'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import type { ScenarioHead } from '../../session/book/held.ts'
import { reverse } from '../../session/committing.ts'
import {
  chooseScenario,
  duplicateScenario,
  lockScenario,
  makeScenario,
  moveScenario,
  postScenario,
  removalRefusal,
  removeScenario,
  reviseScenario,
} from '../../session/scenarios/scenario_acts.ts'
import type { Proposal, Statement } from '../../session/scenarios/scenario_changes.ts'
import { ScenarioFields, shownProblem } from './scenario_fields.tsx'
import { ScenarioList } from './scenario_list.tsx'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { heldShown } from '../../session/reading/shown.ts'
import { Button } from '../../ui/button.tsx'
import { ABOUT, DELETING, DONE, lockedText, NONE_YET, NOTHING_CHANGED, UNDONE } from './wording.ts'

/** The key under which the text of a scenario not made yet is kept; no id has a space. */
const NEW = 'new scenario'

const BLANK: Statement = { name: '', description: '', standsOn: null }

function statementOf({ name, description, standsOn }: ScenarioHead): Statement {
  return { name, description, standsOn: standsOn ?? null }
}

type Said = { text: string; refused: boolean; canUndo: boolean } | null

type RemovalProps = { scenario: ScenarioHead; onKeep: () => void; onRemove: () => void }

/** Whether the scenario goes, at the foot of the dialog, so that what is typed in it stays. */
function Removal({ scenario: { name, inputCount }, onKeep, onRemove }: RemovalProps): JSX.Element {
  return (
    <div className="dialog-acts" role="alertdialog" aria-label={DELETING.title(name)}>
      <p role="alert">
        {DELETING.question(name)} {DELETING.going(inputCount)}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- The question was asked for by a button, and is answered first. */}
      <Button autoFocus onClick={onKeep}>
        {DELETING.keep}
      </Button>
      <Button look="primary" onClick={onRemove}>
        {DELETING.go}
      </Button>
    </div>
  )
}

export function ScenariosDialog(): JSX.Element {
  const session = useOpenSession()
  const place = useSession((state) => state.place)
  const held = useSession(heldShown)
  const filing = held?.filing
  const scenarios = held?.scenarios ?? []
  const [wanted, setWanted] = useState<string | null>(place?.scenario ?? scenarios[0]?.id ?? NEW)
  const [drafts, setDrafts] = useState<Readonly<Record<string, Statement>>>({})
  const [said, setSaid] = useState<Said>(null)
  /** The scenario of which it is asked whether it goes. */
  const [going, setGoing] = useState<ScenarioHead | null>(null)
  const [focusCall, setFocusCall] = useState(0)
  const head = scenarios.find(({ id }) => id === wanted)
  const isNew = head === undefined
  const key = head?.id ?? NEW
  const statement = drafts[key] ?? (head ? statementOf(head) : BLANK)
  const problem = shownProblem(session, head?.id ?? null, statement)

  function choose(id: string): void {
    setWanted(id)
    setSaid(null)
    setGoing(null)
  }

  function forget(id: string): void {
    setDrafts(({ [id]: _gone, ...rest }) => rest)
  }

  /** Says what an act did, or why it did nothing. */
  function told(done: Proposal, text: string, canUndo = true): boolean {
    const refused = done.kind === 'refused'
    setSaid({ text: refused ? refusalText(done.refusal) : text, refused, canUndo: canUndo && !refused })
    return !refused
  }

  function submit(): void {
    if (problem) {
      const text = refusalText(problem.refusal)
      return setSaid(problem.at === 'name' ? { text, refused: true, canUndo: false } : null)
    }
    const done = head ? reviseScenario(session, head.id, statement) : makeScenario(session, statement)
    const unchanged = done.kind === 'changes' && done.changes.length === 0
    if (!told(done, unchanged ? NOTHING_CHANGED : DONE.saved(statement.name.trim()), !unchanged)) return
    forget(key)
    if (done.kind === 'changes') setWanted(done.scenario)
  }

  function move(id: string, step: -1 | 1): void {
    const name = scenarios.find((one) => one.id === id)?.name ?? ''
    const to = scenarios.findIndex((one) => one.id === id) + 1 + step
    told(moveScenario(session, id, step), DONE.moved(name, to, scenarios.length))
  }

  function askToRemove(scenario: ScenarioHead): void {
    const refusal = removalRefusal(session, scenario.id)
    setSaid(refusal ? { text: refusalText(refusal), refused: true, canUndo: false } : null)
    setGoing(refusal ? null : scenario)
  }

  function remove({ id, name }: ScenarioHead): void {
    setGoing(null)
    const at = scenarios.findIndex((one) => one.id === id)
    const next = scenarios[at + 1] ?? scenarios[at - 1]
    if (!told(removeScenario(session, id), DONE.deleted(name))) return
    forget(id)
    setWanted(next?.id ?? NEW)
    setFocusCall((call) => call + 1)
  }

  function duplicate({ id, name }: ScenarioHead): void {
    const done = duplicateScenario(session, id)
    if (told(done, DONE.duplicated(name)) && done.kind === 'changes') setWanted(done.scenario)
  }

  function lock({ id, name, locked }: ScenarioHead): void {
    told(lockScenario(session, id, !locked), locked ? DONE.unlocked(name) : DONE.locked(name))
  }

  const unsaved = new Set(scenarios.filter(({ id }) => drafts[id] !== undefined).map(({ id }) => id))
  return (
    <DialogFrame title="Scenarios" about={ABOUT.all} className="scenarios">
      <div className="scenario-columns">
        <div className="scenario-side">
          {scenarios.length === 0 ? <p className="empty">{NONE_YET}</p> : null}
          {scenarios.length > 0 ? (
            <ScenarioList
              scenarios={scenarios}
              chosen={head?.id ?? null}
              shown={place?.scenario ?? null}
              unsaved={unsaved}
              onChoose={choose}
              onMove={move}
              focusCall={focusCall}
            />
          ) : null}
          <div className="scenario-order">
            <Button aria-pressed={isNew} onClick={() => choose(NEW)}>
              <Plus aria-hidden size={14} /> New scenario
            </Button>
            {head ? (
              <>
                <Button title="Alt+Up in the list" onClick={() => move(head.id, -1)}>
                  <ArrowUp aria-hidden size={14} /> Move up
                </Button>
                <Button title="Alt+Down in the list" onClick={() => move(head.id, 1)}>
                  <ArrowDown aria-hidden size={14} /> Move down
                </Button>
              </>
            ) : null}
          </div>
        </div>
        <form
          aria-label={head ? head.name : 'New scenario'}
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          {head?.locked ? <p className="locked-words">{lockedText(head.name)}</p> : null}
          <ScenarioFields
            scenario={head?.id ?? null}
            statement={statement}
            readOnly={head?.locked === true}
            onChange={(next) => {
              setDrafts((now) => ({ ...now, [key]: next }))
              setSaid(null)
            }}
          />
          {head?.locked ? null : (
            <div className="scenario-acts">
              <Button type="submit" look="primary">
                {head ? 'Save' : 'Make the scenario'}
              </Button>
            </div>
          )}
          {head ? (
            <fieldset className="scenario-acts" aria-label={`What can be done with ${isolated(head.name)}`}>
              <Button
                disabled={place?.scenario === head.id}
                title={place?.scenario === head.id ? refusalText({ code: 'shown_already' }) : undefined}
                onClick={() => {
                  chooseScenario(session, head.id)
                  closeDialog(session)
                }}
              >
                Show its figures
              </Button>
              <Button onClick={() => duplicate(head)}>Duplicate</Button>
              <Button onClick={() => lock(head)}>{head.locked ? 'Unlock' : 'Lock'}</Button>
              {filing?.status === 'draft' ? (
                <Button onClick={() => told(postScenario(session, head.id), DONE.posted(head.name))}>
                  Post to the draft
                </Button>
              ) : null}
              <Button onClick={() => askToRemove(head)}>Delete</Button>
            </fieldset>
          ) : null}
        </form>
      </div>
      {going ? (
        <Removal
          scenario={going}
          onKeep={() => {
            setGoing(null)
            setFocusCall((call) => call + 1)
          }}
          onRemove={() => remove(going)}
        />
      ) : (
        <div className="dialog-acts">
          <p className={said?.refused ? 'problem' : ''} role={said?.refused ? 'alert' : 'status'}>
            {said?.text}
          </p>
          {said?.canUndo ? (
            <Button
              onClick={() => {
                reverse(session, 'undo')
                setSaid({ text: UNDONE, refused: false, canUndo: false })
              }}
            >
              Undo
            </Button>
          ) : null}
          <Button onClick={() => closeDialog(session)}>Close</Button>
        </div>
      )}
    </DialogFrame>
  )
}
