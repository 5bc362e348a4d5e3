import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const API = process.env['ANXIN_API'] ?? 'http://127.0.0.1:8080';
const WITH_MOCK = process.env['ANXIN_MOCK'] === '1';

/** Answers /api in `vite` with invented data, for work on the screens without a server: `ANXIN_MOCK=1 npx vite`. Never in a build. */
function mockApi(): Plugin {
  return {
    name: 'anxin-mock-api',
    apply: 'serve',
    async configureServer(server) {
      if (!WITH_MOCK) return;
      const mock = await server.ssrLoadModule('/dev/mock-api.ts');
      server.middlewares.use('/api', mock['answer']);
    },
  };
}

/** Writes .br and .gz beside every script, style and page, so that the server sends them as they are. */
function compressedTwins(): Plugin {
  return {
    name: 'anxin-compressed-twins',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) return;
      const files = (await readdir(dir, { recursive: true })).filter((file) => /\.(js|css|html|svg)$/.test(file));
      await Promise.all(
        files.map(async (file) => {
          const path = join(dir, file);
          const bytes = await readFile(path);
          const [br, gz] = await Promise.all([promisify(brotliCompress)(bytes), promisify(gzip)(bytes, { level: 9 })]);
          await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
        }),
      );
    },
  };
}

export default defineConfig({
  root: 'src/faces',
  cacheDir: '../../node_modules/.vite',
  plugins: [react(), mockApi(), compressedTwins()],
  // The browsers offices really have: Chromium 95 is the floor for staff, see docs/adr.
  build: {
    outDir: '../../build/web',
    emptyOutDir: true,
    target: ['chrome95', 'safari15'],
    cssTarget: ['chrome95', 'safari15'],
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
  server: {
    port: 5173,
    fs: { allow: ['../..'] },
    ...(WITH_MOCK ? {} : { proxy: { '/api': { target: API, changeOrigin: false } } }),
  },
});
