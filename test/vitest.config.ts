/**
 * Three projects: tests of pure code, tests of files, processes and what the screen is made of, and end-to-end tests in
 * headless Chromium, which come last. All processors work from beginning to end: Vitest alone would leave one of two idle.
 */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    env: { TZ: 'Pacific/Chatham', LANG: 'de_DE.UTF-8' },
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['{shared,words}/**/*.test.ts'],
          testTimeout: 60_000,
          // What is pure keeps nothing that another file could meet: the files share the processes and what they have loaded.
          isolate: false,
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{attack,db,electron,renderer}/**/*.test.{ts,tsx}', '*.test.ts'],
          testTimeout: 60_000,
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/set_up.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // A browser, a shell and a database share the processors with what else runs: what fails is tried once more, and named in the
          // report. What fails twice is a fault.
          retry: 1,
          // On a busy machine a figure comes a second later; that is no fault.
          expect: { poll: { timeout: 10_000 } },
          // The files share a browser and a shell, and each test brings its own workbook and a context of its own.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
