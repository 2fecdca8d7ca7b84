/**
 * The changes that made the scenario shown, read anew as they grow: what a bridge names its steps by.
 */
import type { TitledChange } from '../../../shared/analysis/explanation.ts'
import { useRead } from '../../contrib/use_read.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { changesOf } from '../../session/reading/told_changes.ts'

export function useChanges(filing: string, scenario: string | null): TitledChange[] {
  const session = useOpenSession()
  const number = useSession((state) => state.number)
  const read = async (): Promise<TitledChange[] | null> =>
    scenario === null ? null : changesOf(session, filing, scenario)
  return useRead(read, `${filing}/${scenario}/${number}`, null) ?? []
}
