import { defineConfig } from 'vitest/config';

// What the mutants of kernel, law and domains are held against: their own unit tests, without database and browser.
export default defineConfig({
  test: {
    include: ['src/kernel/**/*.test.ts', 'src/law/**/*.test.ts', 'src/profiles/**/*.test.ts', 'src/modules/**/domain/**/*.test.ts'],
    isolate: false,
    testTimeout: 30_000,
    env: { TZ: 'Asia/Shanghai' },
    update: 'none',
  },
});
