import { writeFileSync } from 'node:fs';
import { type Figure, machine, table } from './support/figures.ts';

// `npm run bench` runs all, `npm run bench -- list rules` some. Each figure stands beside a raw partner measured in the same run, because the
// machine is shared and noisy: the ratio is what may be compared from day to day.
const benches: Record<string, () => Promise<readonly Figure[]>> = {
  rules: async () => (await import('./rules.ts')).rules(),
  law: async () => (await import('./law.ts')).law(),
  sweep: async () => (await import('./sweep.ts')).sweepBench(),
  list: async () => (await import('./list.ts')).list(),
  messages: async () => (await import('./messages.ts')).messages(),
  import: async () => (await import('./import.ts')).imports(),
  devices: async () => (await import('./devices.ts')).deviceBench(),
  idle: async () => (await import('./idle.ts')).idle(),
};

const asked = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`no benchmark called ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`measuring ${name} …`);
  figures.push(...(await bench()));
}
console.log(`\n${table(figures)}\n\n${machine()}`);
if (asked.length === 0) {
  writeFileSync(
    new URL('../docs/benchmarks.md', import.meta.url),
    `# Benchmarks

Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}. Each row is one run with its raw partner: read the ratio, not the absolute figure.

Machine: ${machine()}; embedded PostgreSQL with durable settings (fsync on).

${table(figures)}
`,
  );
}
process.exit(0);
