/**
 * What may be flagged beyond single cells, found by the cells that bear on it. Keeps which formulas typed in a cell spare a figure
 * its flag, so that it is looked at again when they go. Knows places in its own list; judges nothing.
 */
import type { Engine } from '../calc/engine.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef } from '../model/filing.ts'
import type { Subject } from './subject.ts'
import type { TieOut } from './tie_out.ts'

export class SubjectIndex {
  private readonly subjects: readonly Subject[]
  private readonly ofLine = new Map<string, number[]>()
  /** By the cell whose formula spares them. */
  private readonly sparedBy = new Map<string, Set<number>>()

  constructor(subjects: readonly Subject[]) {
    this.subjects = subjects
    for (const [at, { lines }] of subjects.entries()) {
      for (const line of lines) {
        const some = this.ofLine.get(line)
        if (some) some.push(at)
        else this.ofLine.set(line, [at])
      }
    }
  }

  get size(): number {
    return this.subjects.length
  }

  /** Those that the figure of a cell bears on. */
  reading({ schedule, line, column }: CellRef): number[] {
    const some = this.ofLine.get(`${schedule}.${line}`) ?? []
    return some.filter((at) => (this.subjects[at]!.column ?? column) === column)
  }

  /** Those to be looked at again when a cell was touched: what its formula reads is among them, and what it read. */
  touchedBy(ref: CellRef, engine: Engine): Set<number> {
    const some = new Set(this.reading(ref))
    if (this.size === 0) return some
    for (const at of this.sparedBy.get(cellName(ref)) ?? []) some.add(at)
    const isFormula = (['scenario', 'base'] as const).some((layer) =>
      engine.input(ref, layer)?.trimStart().startsWith('='),
    )
    if (isFormula) for (const read of engine.precedents(ref)) for (const at of this.reading(read)) some.add(at)
    return some
  }

  look(at: number, engine: Engine): readonly TieOut[] {
    const { flags, readBy = [] } = this.subjects[at]!.look(engine)
    for (const reader of readBy) {
      const name = cellName(reader)
      const spared = this.sparedBy.get(name)
      if (spared) spared.add(at)
      else this.sparedBy.set(name, new Set([at]))
    }
    return flags
  }
}
