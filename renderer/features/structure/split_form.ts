/**
 * Splitting periods by entity as a form states it: the entities as text, the periods, and where the figures stand afterwards. Pure; the
 * plan judges.
 */
import { entitiesOf, entityColumns, type Entity } from '../../../shared/model/entities.ts'
import type { Filing, Schedule } from '../../../shared/model/filing.ts'
import { columnName } from '../../../shared/model/lookup.ts'
import {
  ENTITIES,
  entitiesNamed,
  splittable,
  type FiguresOfSplit,
  type Split,
} from '../../../shared/structure/entity_columns.ts'
import type { Misstated } from '../../session/structure/form_judgement.ts'
import type { FieldTable } from '../../ui/field_table.tsx'
import { SPLIT } from './wording.ts'

export type SplitForm = { entities: string; periods: string[]; figures: FiguresOfSplit }

type About = { schedule: Schedule }

/** The entities that a schedule has, else those of the filing, else those that a mortgage REIT has. */
function knownEntities({ schedules }: Filing, schedule: Schedule): readonly Entity[] {
  const known = [entitiesOf([schedule]), entitiesOf(schedules), ENTITIES]
  return known.find((entities) => entities.length > 0)!
}

/** The form as it opens: every period that is not split yet, or all of them where each is. */
export function splitForm(filing: Filing, schedule: Schedule): SplitForm {
  const periods = splittable(schedule).map(({ id }) => id)
  const whole = periods.filter((id) => entityColumns(schedule, id).length === 0)
  return {
    entities: knownEntities(filing, schedule)
      .map(({ label }) => label)
      .join('\n'),
    periods: whole.length > 0 ? whole : periods,
    figures: 'first_entity',
  }
}

/** The split that the form states. */
export function statedSplit(form: SplitForm, filing: Filing, schedule: Schedule): Split | Misstated<SplitForm> {
  const entities = entitiesNamed(form.entities, entitiesOf([schedule, ...filing.schedules]))
  if ('code' in entities) return { at: 'entities', refusal: entities }
  if (form.periods.length === 0) return { at: 'periods', refusal: { code: 'no_period_chosen' } }
  return { schedule: schedule.id, entities, periods: form.periods, figures: form.figures }
}

export const SPLIT_FIELDS: FieldTable<SplitForm, About> = [
  {
    rows: [
      { as: 'lines', key: 'entities', label: SPLIT.entities, hint: SPLIT.entitiesHint, first: true, className: 'wide' },
      {
        as: 'several',
        key: 'periods',
        label: SPLIT.periods,
        className: 'wide',
        options: (_form, { schedule }) =>
          splittable(schedule).map((column) => ({ value: column.id, label: columnName(schedule, column) })),
      },
      {
        as: 'choice',
        key: 'figures',
        label: SPLIT.figures,
        className: 'wide',
        options: ({ entities }) => [
          { value: 'first_entity', label: SPLIT.atFirst(entities.trim().split('\n')[0]!) },
          { value: 'consolidated', label: SPLIT.consolidated },
        ],
      },
    ],
  },
]
