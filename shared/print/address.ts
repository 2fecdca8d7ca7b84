/**
 * The address of a print document, `/print/<filing>/<schedule>[?scenario=&mode=&details=&and=&bridge=]`,
 * `/print/<filing>/compare?scenarios=&period=&changed=1`, `/print/<filing>/documents?against=&version=&period=&changed=1` and
 * `/print/<filing>/what_if?question=`, each with the paper's set-up where it is not the usual one
 * (`paper=&orientation=&margins=&notes=&extent=`), written and read in one place; a print call carries what it says.
 * Names only; whether filing, schedule and scenario exist is judged where the workbook is at hand.
 */
import { z } from '../model/schema.ts'
import { isId } from '../model/cell.ts'
import { numberSchema } from '../model/log_entry.ts'
import { questionSchema, questionText, readQuestion } from './question.ts'
import { printSetUpSchema, USUAL_SET_UP, type PrintSetUp } from '../model/print_set_up.ts'

const idSchema = z.string().refine(isId)

/** A document of the workbook: a filing as it stands, or one of its versions by its change number. */
const documentSchema = z.strictObject({ filing: idSchema, version: numberSchema.optional() })
export type DocumentName = z.infer<typeof documentSchema>

/** `impac_2007_q3`, or `impac_2007_q3~12` for a version. */
export function documentName({ filing, version }: DocumentName): string {
  return version === undefined ? filing : `${filing}~${version}`
}

/** The versions that an address names: their figures are read on their own. */
export function versionsNamed({ filing, against, version }: PrintAddress): { filing: string; version: number }[] {
  return [against, { filing, version }].flatMap((one) =>
    one?.version === undefined ? [] : [{ filing: one.filing, version: one.version }],
  )
}

/** Reads what documentName writes. */
export function readDocumentName(text: string): DocumentName | undefined {
  const match = /^([^~]+)(?:~(\d{1,15}))?$/.exec(text)
  return match ? { filing: match[1]!, ...(match[2] !== undefined && { version: Number(match[2]) }) } : undefined
}

export const printAddressSchema = z.strictObject({
  filing: idSchema,
  /** One schedule or several, printed as one set. */
  schedules: z.array(idSchema).min(1),
  /** Null for as filed or the draft. */
  scenario: idSchema.nullable(),
  /** Filing copy: what could be filed. Workpaper copy: what a reviewer needs to follow it. */
  mode: z.enum(['filing', 'workpaper']),
  details: z.enum(['changed', 'all']),
  /** The scenarios of a comparison, in order; null or absent for the first four. */
  scenarios: z.array(idSchema).nullable().optional(),
  /** The period (a column id) of a comparison or a bridge; null or absent for the first of the filing. */
  period: idSchema.nullable().optional(),
  /** The earlier document of a comparison of documents, and the version of the filing that is the later; its figures as they stand where absent. */
  against: documentSchema.optional(),
  version: numberSchema.optional(),
  /** Only the lines of a comparison that differ. */
  changed: z.boolean().optional(),
  /** The bridge printed after the schedules; null or absent for none. */
  bridge: idSchema.nullable().optional(),
  /** The question that a what-if page answers; null or absent for none. */
  question: questionSchema.nullable().optional(),
  /** What of the paper's set-up is not as usual. */
  setUp: printSetUpSchema.partial().optional(),
})

export type PrintAddress = z.infer<typeof printAddressSchema>

const AS_FILED = 'as_filed'

const CHOICES = Object.keys(USUAL_SET_UP) as (keyof PrintSetUp)[]

/** The set-up that an address asks for. */
export function setUpOf({ setUp }: PrintAddress): PrintSetUp {
  return { ...USUAL_SET_UP, ...setUp }
}

/** The address with the paper set up so; what is as usual is left out. */
export function withSetUp(address: PrintAddress, setUp: PrintSetUp): PrintAddress {
  const { setUp: _before, ...plain } = address
  const chosen = CHOICES.filter((name) => setUp[name] !== USUAL_SET_UP[name]).map((name) => [name, setUp[name]])
  return chosen.length === 0 ? plain : { ...plain, setUp: Object.fromEntries(chosen) as Partial<PrintSetUp> }
}

/** The path with its query; what is left out of the query is as filed, the filing copy, and details that changed. */
export function printAddress(address: PrintAddress): string {
  const [first = '', ...others] = address.schedules
  const query = [
    address.scenario === null ? '' : `scenario=${address.scenario}`,
    address.mode === 'filing' ? '' : `mode=${address.mode}`,
    address.details === 'changed' ? '' : `details=${address.details}`,
    others.length === 0 ? '' : `and=${others.join(',')}`,
    address.scenarios ? `scenarios=${address.scenarios.join(',')}` : '',
    address.period ? `period=${address.period}` : '',
    address.against ? `against=${documentName(address.against)}` : '',
    address.version === undefined ? '' : `version=${address.version}`,
    address.changed === true ? 'changed=1' : '',
    address.bridge ? `bridge=${address.bridge}` : '',
    address.question ? `question=${questionText(address.question)}` : '',
    ...CHOICES.map((name) => (address.setUp?.[name] === undefined ? '' : `${name}=${address.setUp[name]}`)),
  ].filter((part) => part !== '')
  const path = `/print/${address.filing}/${first}`
  return query.length === 0 ? path : `${path}?${query.join('&')}`
}

/** Reads a path and its query (with or without the question mark); undefined where it is no address of this form. */
export function readPrintAddress(path: string, query: string): PrintAddress | undefined {
  const match = /^\/print\/([^/]+)\/([^/]+)\/?$/.exec(path)
  if (!match) return undefined
  const given = new URLSearchParams(query)
  const [scenario, and, scenarios] = [given.get('scenario'), given.get('and'), given.get('scenarios')]
  const [period, bridge] = [given.get('period'), given.get('bridge')]
  const question = given.get('question')
  const [against, version] = [given.get('against'), given.get('version')]
  const asked = question === null ? undefined : readQuestion(question)
  if (question !== null && !asked) return undefined
  const chosen = CHOICES.flatMap((name) => (given.has(name) ? [[name, given.get(name)] as const] : []))
  return printAddressSchema.safeParse({
    filing: match[1],
    schedules: [match[2], ...(and?.split(',') ?? [])],
    scenario: scenario === AS_FILED ? null : scenario,
    mode: given.get('mode') ?? 'filing',
    details: given.get('details') ?? 'changed',
    ...(scenarios !== null && { scenarios: scenarios.split(',') }),
    ...(period !== null && { period }),
    ...(against !== null && { against: readDocumentName(against) }),
    ...(version !== null && { version: Number(version) }),
    ...(given.get('changed') === '1' && { changed: true }),
    ...(bridge !== null && { bridge }),
    ...(asked && { question: asked }),
    ...(chosen.length > 0 && { setUp: Object.fromEntries(chosen) }),
  }).data
}

/** A part of the set-up that an address asks for and that does not exist, as `paper=a5`; undefined where there is none. */
export function unknownSetUp(query: string): string | undefined {
  const given = new URLSearchParams(query)
  const name = CHOICES.find((one) => given.has(one) && !printSetUpSchema.shape[one].safeParse(given.get(one)).success)
  return name && `${name}=${given.get(name)}`
}
