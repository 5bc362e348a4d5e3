import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests of pure functions: they share nothing that could leak, so that they share a worker too and need no database. */
const PURE = ['src/kernel/**/*.test.ts', 'src/law/**/*.test.ts', 'src/profiles/**/*.test.ts', 'src/modules/**/domain/**/*.test.ts'];

export default defineConfig({
  test: {
    // Database tests share two cores with a database; what takes longer than this has hung.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Half of a test's time is spent waiting for a browser or a database: two share two cores well.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    env: { TZ: 'Asia/Shanghai' },
    // A whole answer that nobody has read fails; `-u` writes it, for its author to read.
    update: 'none',
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'product',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'build/**', 'test/fence-canaries/**', ...PURE],
          globalSetup: ['test/support/database-server.ts'],
        },
      },
    ],
  },
});
