import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/**
 * Starts a real Chromium: the one named by ANXIN_CHROMIUM, a system one, or the one inside the registry package. The flags are our own:
 * the package's turn off site isolation and web security, and a test must see what a user's browser would refuse.
 */
export async function openBrowser(): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--lang=zh-CN',
  ];
  const system = [process.env['ANXIN_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (system !== undefined) return chromium.launch({ executablePath: system, args });
  const executablePath = await packaged();
  try {
    return await chromium.launch({ executablePath, args: [...args, '--headless=shell'] });
  } catch (missing) {
    // A bare machine lacks the network security libraries; the package carries a set for such machines.
    const libraries = join(tmpdir(), 'al2023', 'lib');
    if (!existsSync(libraries)) throw missing;
    return chromium.launch({ executablePath, args: [...args, '--headless=shell'], env: { ...process.env, LD_LIBRARY_PATH: libraries } });
  }
}

let unpacked: Promise<string> | undefined;
function packaged(): Promise<string> {
  unpacked ??= (async () => {
    // Asks the package to unpack its own libraries beside the browser, in case the machine has none. What it does to the
    // environment (library path, fonts) is undone: database servers are started from this process, and system fonts hold Chinese.
    const before = { ...process.env };
    process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
    const { default: bundle } = await import('@sparticuz/chromium');
    const path = await bundle.executablePath();
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
    return path;
  })();
  return unpacked;
}
