/**
 * Sends a request exactly as written, which fetch would not: paths, Host and Origin are the attack.
 */
import { request } from 'node:http'

export type Reply = { status: number; headers: Record<string, string | string[] | undefined>; text: string }

export type Question = { method?: string; path?: string; headers?: Record<string, string>; body?: string | Uint8Array }

/** The reply to a request of the loopback address; Host is that of the server unless a header says otherwise. */
export function ask(port: number, question: Question = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', path = '/', headers = {}, body } = question
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (reply) => {
      const parts: Buffer[] = []
      reply.on('data', (part: Buffer) => parts.push(part))
      reply.on('error', reject)
      reply.on('end', () =>
        resolve({ status: reply.statusCode!, headers: reply.headers, text: Buffer.concat(parts).toString() }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** The key that the page behind the printed address hands to its tab; none in any other reply. */
export function keyIn({ text }: Reply): string | undefined {
  return /sessionStorage\.setItem\("tieout_key", "([\w-]+)"\)/.exec(text)?.[1]
}

/** Opens a printed address as a browser does, and returns the session's key. */
export async function signInAt(address: string): Promise<string> {
  const { port, pathname, search } = new URL(address)
  const key = keyIn(await ask(Number(port), { path: `${pathname}${search}` }))
  if (key === undefined) throw new Error(`${address} signed nobody in.`)
  return key
}
