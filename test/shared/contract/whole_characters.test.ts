/** Every text of the contract is of whole characters: a new field cannot forget it, for all schemas are walked. */
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { CALLS } from '../../../shared/contract/calls.ts'
import { changeSetSchema } from '../../../shared/model/change_set.ts'
import { answerSchema, CONTRACT } from '../../../shared/contract/contract.ts'
import { HALF_CHARACTER, halfCharacterIn } from '../../../shared/model/text_schema.ts'

type Definition = z.core.$ZodTypeDef & Record<string, unknown>

/** The schemas that a schema is made of, by what a person would call the way to them. */
function parts(definition: Definition): [string, z.ZodType][] {
  const one = (key: string): [string, z.ZodType][] => [[key, definition[key] as z.ZodType]]
  if (definition.type === 'object') return Object.entries(definition['shape'] as Record<string, z.ZodType>)
  if (definition.type === 'array') return one('element')
  if (definition.type === 'record') return [...one('keyType'), ...one('valueType')]
  if (definition.type === 'optional' || definition.type === 'nullable') return one('innerType')
  if (definition.type === 'union') {
    return (definition['options'] as z.ZodType[]).map((option, at) => [String(at), option])
  }
  if (['string', 'number', 'boolean', 'literal', 'enum'].includes(definition.type)) return []
  throw new Error(`The walk does not know ${definition.type}: teach it where its texts are.`)
}

/** Every schema of a string below a schema, record keys among them. */
function strings(schema: z.ZodType, way: string): [string, z.ZodType][] {
  const definition = schema.def as Definition
  if (definition.type === 'string') return [[way, schema]]
  return parts(definition).flatMap(([name, part]) => strings(part, `${way}.${name}`))
}

const HALVES = ['\ud83d', '\udca1', 'a\ud800', '\udfff z', 'a\ud83d\ud83d\udca1']

describe.each(CALLS)('%s', (name) => {
  test('takes and gives whole characters only', () => {
    const { request, response } = CONTRACT[name]
    const found = [request, response, answerSchema(name)].flatMap((schema, at) => strings(schema, `${name} ${at}`))
    const taken = found.filter(([, schema]) => HALVES.some((text) => schema.safeParse(text).success))
    expect(taken.map(([way]) => way)).toEqual([])
    // The message of a failure at least.
    expect(found.length).toBeGreaterThan(0)
  })
})

test('the walk finds the texts of changes, and keys of records', () => {
  const ways = strings(CONTRACT.remember.request, 'view').map(([way]) => way)
  expect(ways).toContain('view.view.widths.innerType.keyType')
  expect(strings(changeSetSchema, 'set').length).toBeGreaterThan(100)
})

const set = (title: string, more: object = {}): unknown => ({
  id: '3f1f2f0a-6f6b-4c83-9f0d-0c9b7a5f2c11',
  filing: 'plan',
  title,
  place: null,
  changes: [{ kind: 'scenario', scenario: 'test', before: null, after: { name: 'A', description: '', position: 0 } }],
  ...more,
})

test('the refusal says what is wrong and what to do, wherever the text stands', () => {
  const deep = { kind: 'scenario', scenario: 'test', before: null }
  const asked = [
    changeSetSchema.safeParse(set('\ud83d')),
    changeSetSchema.safeParse(
      set('A', { changes: [{ ...deep, after: { name: 'A\udca1', description: '', position: 0 } }] }),
    ),
    CONTRACT.remember.request.safeParse({ view: { widths: { 'a\ud83d': 90 } } }),
  ]
  for (const { error } of asked) expect(halfCharacterIn(error!)).toBe(HALF_CHARACTER)
  expect(halfCharacterIn(changeSetSchema.safeParse(set('')).error!)).toBeUndefined()
  expect(changeSetSchema.safeParse(set('Whole 💡 \ufffd \0')).success).toBe(true)
})
