import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'build/**', 'test/fence-canaries/**'],
    globalSetup: ['test/support/database-server.ts'],
    // Database tests share two cores with a database; what takes longer than this has hung.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { TZ: 'Asia/Shanghai' },
  },
});
