/**
 * The floors of renderer/ hold: nothing imports upwards, features do not know of each other, one list names them.
 */
import { describe, expect, test } from 'vitest'
import * as floors from './layers/floors.ts'
import { projectSources, source, type Source } from './layers/source_text.ts'

const sources = projectSources()

function at(path: string, ...lines: string[]): Source {
  return source(path, lines.join('\n'))
}

describe('the renderer', () => {
  test.each([
    ['client', 3],
    ['ui', 15],
    ['session', 50],
    ['contrib', 6],
    ['grid', 20],
    ['features', 100],
    ['shell', 10],
    ['print', 5],
  ])('%s holds at least %i files, so that nothing below looks at an empty floor', (floor, least) => {
    expect(sources.filter(({ path }) => path.startsWith(`renderer/${floor}/`)).length).toBeGreaterThanOrEqual(least)
  })
  test('each floor imports what stands below it, types included', () => expect(floors.climbing(sources)).toEqual([]))
  test('no feature knows another, and features.ts alone names them', () =>
    expect(floors.namedFeatures(sources)).toEqual([]))
  test('no ring of folders', () => expect(floors.folderRings(sources)).toEqual([]))
  test("the grid's library is marked in grid/ alone", () => expect(floors.gridMarks(sources)).toEqual([]))
  test('the session is changed by the session alone', () => expect(floors.strayChanges(sources)).toEqual([]))
  test('the session knows no component and no page', () => expect(floors.sessionsOfThePage(sources)).toEqual([]))
  test('no name of a file stands twice', () => expect(floors.sameStems(sources)).toEqual([]))
  test('every name says what the file holds', () => expect(floors.emptyNames(sources)).toEqual([]))
  test('no folder is crowded', () => expect(floors.crowded(sources)).toEqual([]))
})

describe('the rules themselves', () => {
  test.each([
    ['renderer/client/a.ts', "import type { Session } from '../session/session.ts'"],
    ['renderer/ui/a.tsx', "import type { Filing } from '../../shared/model/filing.ts'"],
    ['renderer/session/a.ts', "import { useState } from 'react'"],
    ['renderer/session/a.ts', "import { useStore } from 'zustand'"],
    ['renderer/session/a.ts', "import type { Act } from '../contrib/contribution.ts'"],
    ['renderer/contrib/a.ts', "import type { Row } from '../grid/rows.ts'"],
    ['renderer/grid/a.ts', "import { nonceOfPage } from '../client/nonce.ts'"],
    ['renderer/features/find/a.ts', "import type { GridApi } from 'ag-grid-community'"],
    ['renderer/features/find/a.ts', "import { App } from '../../shell/app.tsx'"],
    ['renderer/shell/a.ts', "import { FEATURES } from '../features.ts'"],
    ['renderer/print/a.tsx', "import { say } from '../session/messages.ts'"],
    ['renderer/attic/a.ts', ''],
  ])('%s: %s is refused', (path, line) => {
    expect(floors.climbing([at(path, line)])).toHaveLength(1)
  })

  test('features and who names them', () => {
    const other = "import type { Find } from '../find/finding.ts'"
    expect(floors.namedFeatures([at('renderer/features/palette/a.ts', other)])).toHaveLength(1)
    expect(floors.namedFeatures([at('renderer/main.tsx', "import './features/find/contribution.ts'")])).toHaveLength(1)
    expect(floors.namedFeatures([at('renderer/features.ts', "import './features/find/contribution.ts'")])).toEqual([])
  })

  test('rings, marks, changes, names', () => {
    const ring = [
      at('renderer/ui/a.ts', "import type { B } from '../grid/b.ts'"),
      at('renderer/grid/b.ts', "import { a } from '../ui/a.ts'"),
    ]
    expect(floors.folderRings(ring)).toEqual(['ui > grid > ui'])
    expect(floors.gridMarks([at('renderer/shell/a.ts', "find('.ag-cell')")])).toHaveLength(1)
    expect(floors.strayChanges([at('renderer/shell/a.ts', 'session.setState({ place: null })')])).toHaveLength(1)
    expect(
      floors.sessionsOfThePage([at('renderer/session/a.ts', 'export const at = () => document.title')]),
    ).toHaveLength(1)
    expect(floors.sameStems([at('renderer/ui/field.tsx'), at('renderer/grid/field.ts')])).toHaveLength(1)
    expect(floors.emptyNames([at('renderer/ui/helpers.ts')])).toHaveLength(1)
    const many = Array.from({ length: 31 }, (_, n) => at(`renderer/ui/a${n}.ts`))
    expect(floors.crowded(many)).toHaveLength(1)
    expect(floors.crowded([...many, at('renderer/ui/styles/b.ts')])).toEqual([])
  })
})
