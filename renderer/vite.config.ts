/**
 * Builds what a person sees into dist/renderer, and the preload into dist/preload/preload.cjs.
 * Nothing is fetched at run time: fonts and styles are files of the product, and no data: address is written,
 * because the content security policy allows none. `__CSP_NONCE__` is replaced by the shell at each load.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { licences } from './licences.ts'

// A build is always for use, whatever runs it: under tests React would otherwise come in its development form.
process.env['NODE_ENV'] = 'production'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const pages = ['index.html', 'print.html'].filter((page) => existsSync(here(page)))

export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: false,
  plugins: [react(), licences()],
  html: { cspNonce: '__CSP_NONCE__' },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment)
    },
  },
  environments: {
    client: {
      build: {
        outDir: here('../dist/renderer'),
        emptyOutDir: true,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 4_000,
        target: 'chrome130',
        rolldownOptions: { input: pages.map(here) },
      },
    },
    ...(existsSync(here('../electron/preload.ts'))
      ? {
          preload: {
            consumer: 'server' as const,
            resolve: { external: ['electron'], noExternal: true as const },
            build: {
              outDir: here('../dist/preload'),
              emptyOutDir: true,
              target: 'node24',
              minify: false,
              rolldownOptions: {
                input: here('../electron/preload.ts'),
                external: ['electron'],
                output: { format: 'cjs' as const, entryFileNames: 'preload.cjs', codeSplitting: false },
              },
            },
          },
        }
      : {}),
  },
})
