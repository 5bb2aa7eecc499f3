import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '')

export default defineConfig({
  resolve: {
    alias: {
      '@': root,
      // Outside Next's bundler this package throws on import; its job there is to fail a build.
      'server-only': `${root}/tests/helpers/server-only.ts`,
    },
  },
  test: {
    // Vitest leaves a core free, on which this machine's second file can run.
    maxWorkers: '100%',
    globalSetup: './tests/global-setup.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    include: ['lib/**/*.test.ts', 'app/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['node_modules', '.next', 'tests/e2e/**'],
  },
})
