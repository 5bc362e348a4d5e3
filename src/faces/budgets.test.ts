import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What a screen costs on the first visit, gzipped: the budgets of the faces, measured on a real build. */

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
}

const KB = 1024;
let folder = '';
let chunks: Readonly<Record<string, Chunk>> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anxin-web-'));
  // In a process of its own: under a test runner React's development build would be measured.
  const vite = join(process.cwd(), 'node_modules', 'vite', 'bin', 'vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir'], { env: { ...process.env, NODE_ENV: 'production' } });
  chunks = JSON.parse(await readFile(join(folder, '.vite', 'manifest.json'), 'utf8'));
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The files of these chunks and of all they import at once. */
function filesOf(names: readonly string[], seen = new Set<string>()): Set<string> {
  const files = new Set<string>();
  for (const name of names) {
    const chunk = chunks[name];
    if (!chunk || seen.has(name)) continue;
    seen.add(name);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...filesOf(chunk.imports ?? [], seen)]) files.add(file);
  }
  return files;
}

async function gzipped(files: Iterable<string>, ending: RegExp): Promise<number> {
  let sum = 0;
  for (const file of files) if (ending.test(file)) sum += gzipSync(await readFile(join(folder, file)), { level: 9 }).length;
  return sum;
}

const entry = () => Object.keys(chunks).filter((name) => chunks[name]?.isEntry);
const screens = () => Object.keys(chunks).filter((name) => name.includes('/web/') && /-(page|list|home|centre)\.tsx$/.test(name));

describe('首次打开要传多少', () => {
  it('今日待办不超过 150 KB', async () => {
    const home = Object.keys(chunks).find((name) => name.endsWith('warnings/web/home-page.tsx'));
    expect(home).toBeDefined();
    expect(await gzipped(filesOf([...entry(), home ?? '']), /\.(js|css)$/)).toBeLessThanOrEqual(150 * KB);
  });

  it('任何一页都不超过 230 KB', async () => {
    expect(screens().length).toBeGreaterThan(8);
    for (const screen of screens()) expect(await gzipped(filesOf([...entry(), screen]), /\.(js|css)$/), screen).toBeLessThanOrEqual(230 * KB);
  });

  it('从待办再开一页，多传的不超过 60 KB', async () => {
    const home = Object.keys(chunks).find((name) => name.endsWith('warnings/web/home-page.tsx')) ?? '';
    const before = filesOf([...entry(), home]);
    for (const screen of screens()) {
      const more = [...filesOf([screen])].filter((file) => !before.has(file));
      expect(await gzipped(more, /\.(js|css)$/), screen).toBeLessThanOrEqual(60 * KB);
    }
  });

  it('任何一页的样式不超过 15 KB', async () => {
    for (const screen of screens()) expect(await gzipped(filesOf([...entry(), screen]), /\.css$/), screen).toBeLessThanOrEqual(15 * KB);
  });

  it('页面里没有内联的脚本和样式，内容安全策略只许本站', async () => {
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)/);
  });
});
