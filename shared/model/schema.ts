/**
 * zod as the product uses it: without code made at run time, which the content security policy forbids. Every schema takes it from
 * here, since a schema made before the setting would try.
 */
import { z } from 'zod'

z.config({ jitless: true })

export { z }
