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

export default defineConfig({
  root: 'src/faces',
  cacheDir: '../../node_modules/.vite',
  plugins: [react(), mockApi()],
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
    ...(WITH_MOCK ? {} : { proxy: { '/api': API } }),
  },
});
