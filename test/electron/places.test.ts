/** The place of a workbook: missing at the start, taken away while open, written back, and what the end of a program keeps. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWorkbook, listBackups, openWorkbook } from '../../db/workbook.ts'
import { unknownOutcome } from '../../db/failure.ts'
import type { NoFile } from '../../electron/service/places.ts'
import { createKeeper, type WorkbookKeeper } from '../../electron/service/workbook_keeper.ts'
import { DRAFT, interest, OPTIONS, temporaryFolder } from './workbooks.ts'

let place: ReturnType<typeof temporaryFolder>
let keepers: WorkbookKeeper[]
let faults: unknown[]

beforeEach(() => {
  place = temporaryFolder()
  keepers = []
  faults = []
})

afterEach(async () => {
  for (const keeper of keepers) await keeper.close()
  place.clear()
})

const BOOKS = 'Books.tieout'

const report = (fault: unknown): void => void faults.push(fault)

function keep(noFile: NoFile, path = place.file(BOOKS)): WorkbookKeeper {
  const keeper = createKeeper({ path, noFile, filings: () => [DRAFT], workbook: OPTIONS, report })
  keepers.push(keeper)
  return keeper
}

const opened = (keeper: WorkbookKeeper) => keeper.run((workbook) => workbook.read().number)

describe('a workbook that is not there', () => {
  it('is asked about, and nothing is made in its place until that is wanted', async () => {
    const keeper = keep('ask')
    const outcome = await opened(keeper)
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'missing' } })
    expect(JSON.stringify(outcome)).toMatch(/There is no workbook at .*Books\.tieout\. .*No new workbook was made\./)
    expect(readdirSync(place.folder)).toEqual([])
    expect(await keeper.makeHere()).toEqual({ ok: true, value: null })
    expect(await opened(keeper)).toEqual({ ok: true, value: 1 })
    expect(await keeper.makeHere()).toMatchObject({ ok: false, failure: { kind: 'refused' } })
  })

  it.each(['ask', 'make', 'make_with_folder'] as const)(
    'with backups beside its place it is missing (%s)',
    async (noFile) => {
      const first = keep('make')
      await opened(first)
      await first.close()
      rmSync(place.file(BOOKS))
      const keeper = keep(noFile)
      const outcome = await opened(keeper)
      expect(outcome).toMatchObject({ ok: false, failure: { kind: 'missing' } })
      expect(JSON.stringify(outcome)).toMatch(/Its backups are beside its place, the newest with change 1/)
      expect(existsSync(place.file(BOOKS))).toBe(false)
      expect(await keeper.restore(listBackups(place.file(BOOKS))[0]!.name)).toMatchObject({ ok: true })
      expect(await opened(keeper)).toEqual({ ok: true, value: 1 })
    },
  )

  it('in a folder that is not there either, as on a disk that is not connected, is not made', async () => {
    const path = place.file('disk/Books.tieout')
    for (const noFile of ['ask', 'make'] as const) {
      const outcome = await opened(keep(noFile, path))
      expect(JSON.stringify(outcome)).toMatch(/"missing".*Its folder is not there either\./)
    }
    expect(existsSync(dirname(path))).toBe(false)
    expect(await opened(keep('make_with_folder', path))).toEqual({ ok: true, value: 1 })
  })

  it('that comes back opens', async () => {
    createWorkbook(place.file('Away.tieout'), [DRAFT], { ...OPTIONS, backUpOnOpen: false }).close()
    const keeper = keep('ask')
    expect((await opened(keeper)).ok).toBe(false)
    renameSync(place.file('Away.tieout'), place.file(BOOKS))
    expect(await opened(keeper)).toEqual({ ok: true, value: 1 })
  })
})

async function edited(): Promise<WorkbookKeeper> {
  const keeper = keep('make')
  await keeper.run((workbook) => workbook.commit(interest('100', '250')))
  await keeper.settled()
  return keeper
}

describe('a file that is taken away while it is open', () => {
  it('refuses the edit, and what is held is backed up beside its place at once', async () => {
    const keeper = await edited()
    rmSync(place.file(BOOKS))
    expect(await keeper.displaced()).toMatchObject({ kind: 'gone' })
    const outcome = await keeper.run((workbook) => workbook.commit(interest('250', '300')))
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'gone' } })
    await keeper.settled()
    expect(listBackups(place.file(BOOKS))[0]?.number).toBe(2)
    expect(existsSync(place.file(BOOKS))).toBe(false)
    expect(await opened(keeper)).toEqual({ ok: true, value: 2 })
  })

  it('is written to its place again, and edits go on there', async () => {
    const keeper = await edited()
    expect(await keeper.putBack()).toMatchObject({ ok: false, failure: { kind: 'refused' } })
    rmSync(place.file(BOOKS))
    expect(await keeper.putBack()).toEqual({ ok: true, value: null })
    expect(await keeper.displaced()).toBeNull()
    expect((await keeper.run((workbook) => workbook.commit(interest('250', '300')))).ok).toBe(true)
    await keeper.close()
    const again = openWorkbook(place.file(BOOKS), OPTIONS)
    expect(again.read().number).toBe(3)
    again.close()
  })

  it('is not written over another file that stands there now', async () => {
    const keeper = await edited()
    rmSync(place.file(BOOKS))
    writeFileSync(place.file(BOOKS), 'of somebody else')
    expect(await keeper.putBack()).toMatchObject({ ok: false, failure: { kind: 'refused' } })
    expect(readFileSync(place.file(BOOKS), 'utf8')).toBe('of somebody else')
    expect(await keeper.displaced()).toMatchObject({ kind: 'displaced' })
  })

  it('with its folder: nothing is made there, and a copy elsewhere holds all', async () => {
    const path = place.file('disk/Books.tieout')
    mkdirSync(dirname(path))
    const keeper = keep('make', path)
    await keeper.run((workbook) => workbook.commit(interest('100', '250')))
    await keeper.settled()
    rmSync(dirname(path), { recursive: true })
    expect(await keeper.run((workbook) => workbook.commit(interest('250', '300')))).toMatchObject({ ok: false })
    expect(await keeper.runBeside((workbook) => workbook.copyTo(place.file('Saved.tieout')))).toMatchObject({
      ok: true,
    })
    const said = await keeper.close()
    expect(said.join(' ')).toMatch(/deleted, moved or renamed.*No backup could be made/)
    expect(existsSync(dirname(path))).toBe(false)
    const saved = openWorkbook(place.file('Saved.tieout'), OPTIONS)
    expect(saved.read().number).toBe(2)
    saved.close()
  })

  it('at the end of the program is kept as a backup, and the end says so', async () => {
    const keeper = await edited()
    rmSync(place.file(BOOKS))
    expect((await keeper.close()).join(' ')).toMatch(/up to change 2 .*A backup is kept beside its place: .*change 2/)
    expect(await opened(keep('make'))).toMatchObject({ ok: false, failure: { kind: 'missing' } })
  })

  it('is not given up where it is found damaged: what is held is all there is', async () => {
    const keeper = await edited()
    writeFileSync(place.file(BOOKS), 'x'.repeat(60_000))
    const { WorkbookFailure } = await import('../../db/failure.ts')
    const outcome = await keeper.run(() => {
      throw new WorkbookFailure('damaged', 'found in passing')
    })
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'displaced' } })
    expect(await opened(keeper)).toEqual({ ok: true, value: 2 })
  })
})

describe('an outcome that nobody knows', () => {
  it('is looked up in the file, opened anew', async () => {
    const keeper = keep('make')
    const edit = interest('100', '250')
    const outcome = await keeper.write(
      (workbook) => {
        workbook.commit(edit)
        throw unknownOutcome(new Error('the disk went away'))
      },
      (workbook) => workbook.outcome(edit.id),
    )
    expect(outcome).toEqual({ ok: true, value: 2 })
  })

  it('stays unknown where the file cannot be opened, and is never called lost', async () => {
    const keeper = keep('make')
    const edit = interest('100', '250')
    const outcome = await keeper.write(
      (workbook) => {
        workbook.commit(edit)
        workbook.close()
        renameSync(place.file(BOOKS), place.file('Away.tieout'))
        throw unknownOutcome(new Error('the disk went away'))
      },
      (workbook) => workbook.outcome(edit.id),
    )
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'unknown' } })
    expect(JSON.stringify(outcome)).not.toMatch(/not stored/)
    renameSync(place.file('Away.tieout'), place.file(BOOKS))
    expect(await keeper.run((workbook) => workbook.outcome(edit.id))).toEqual({ ok: true, value: 2 })
  })
})
