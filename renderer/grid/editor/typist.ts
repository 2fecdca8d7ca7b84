/**
 * What the first text typed into a cell in focus begins: an edit of its figure, or in a draft a name at its label.
 * Begins them only; the editor and the naming field go on by themselves.
 */
import type { GridApi } from 'ag-grid-community'
import { takesInput } from '../../../shared/calc/layout.ts'
import { beginNaming } from '../../session/structure/naming.ts'
import { shownFiling } from '../../session/reading/figures.ts'
import type { GridRow } from '../../session/reading/rows.ts'
import type { GridStructure } from '../grid_columns.ts'
import { cellAt, labelAt, rowOf } from '../grid_focus.ts'
import type { Typist } from './typing_field.ts'
import type { Session } from '../../session/session.ts'

/** Nothing until the name stands: the field of names is elsewhere, and to move there would end a composition. */
function namer(session: Session, line: string): Typist {
  return {
    typed: () => undefined,
    takenBack: () => undefined,
    settled: (typed) => beginNaming(session, 'line', line, { typed, back: 'label' }),
  }
}

/** Whose the text is that is typed into this cell; undefined where none can be typed. */
export function typistOf(
  session: Session,
  element: HTMLElement,
  api: GridApi<GridRow>,
  structure: () => GridStructure,
): Typist | undefined {
  const label = labelAt(element)
  if (label !== undefined) return shownFiling(session)?.status === 'draft' ? namer(session, label) : undefined
  const cell = cellAt(element)
  const { lines, columns } = structure()
  const line = lines.find(({ id }) => id === cell?.line)
  const column = columns.find(({ id }) => id === cell?.column)
  if (!line || !column || !takesInput(line, column)) return undefined
  return {
    typed() {
      const rowIndex = rowOf(api, line.id)
      // The editor takes the text from the field as it opens.
      if (rowIndex !== undefined) api.startEditingCell({ rowIndex, colKey: column.id })
    },
    takenBack: () => undefined,
    settled: () => undefined,
  }
}
