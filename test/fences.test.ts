import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Cruise {
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly { readonly couldNotResolve: boolean }[] }[];
  readonly summary: { readonly totalCruised: number; readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[] };
}

function cruise(path: string): Cruise {
  const run = () =>
    execFileSync(
      process.execPath,
      ['--import', './test/support/swc-reads-tsx.mjs', 'node_modules/.bin/depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', path],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    );
  try {
    return JSON.parse(run());
  } catch (failed) {
    // The cruiser exits with the number of violations; its report still stands on the output.
    if (failed instanceof Error && 'stdout' in failed && typeof failed.stdout === 'string') return JSON.parse(failed.stdout);
    throw failed;
  }
}

function sourceFiles(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) && !join(entry.parentPath, entry.name).includes('.d.ts'),
  ).length;
}

describe('the one-way flow of imports', () => {
  it('reports every canary, so that a cruiser that reads nothing cannot pass', () => {
    const found = cruise('test/fence-canaries').summary.violations.map(({ rule, from }) => `${rule.name} ${from.replace('test/fence-canaries/', '')}`);
    expect([...new Set(found)].sort()).toEqual([
      'apps-do-not-draw apps/reaches-faces.ts',
      'credit-before-governance modules/credit/x/domain/reaches-later.ts',
      'disputes-before-enforcement modules/disputes/x/domain/reaches-later.ts',
      'domain-is-pure modules/prevention/x/domain/reaches-node.ts',
      'enforcement-before-credit modules/enforcement/x/domain/reaches-later.ts',
      'kernel-imports-nothing kernel/reaches-law.ts',
      'kit-stands-alone kit/reaches-module.ts',
      'law-imports-kernel law/nowhere.ts',
      'law-imports-kernel law/reaches-platform.ts',
      'monitoring-before-disputes modules/monitoring/x/domain/reaches-later.ts',
      'no-cycles law/cycle-a.ts',
      'nothing-unresolved law/nowhere.ts',
      'office-comes-first modules/office/x/domain/reaches-later.ts',
      'only-apps-reach-apps modules/prevention/x/server/reaches-apps.ts',
      'platform-knows-no-domain-word platform/x/reaches-module.ts',
      'prevention-before-monitoring modules/prevention/x/server/reaches-later.ts',
      'server-is-not-web modules/prevention/x/server/reaches-apps.ts',
      'server-is-not-web modules/prevention/x/server/reaches-web.ts',
      'web-is-not-server modules/prevention/x/web/reaches-server.ts',
    ]);
  }, 60_000);

  it('finds nothing in the product, having read all of it', () => {
    const { summary, modules } = cruise('src');
    expect(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`)).toEqual([]);
    expect(modules.filter((module) => module.source.startsWith('src/')).length).toBeGreaterThanOrEqual(sourceFiles('src'));
    expect(modules.flatMap((module) => module.dependencies).filter((dependency) => dependency.couldNotResolve)).toEqual([]);
  }, 120_000);
});
