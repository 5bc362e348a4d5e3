import { readConfig } from './config.ts';
import { prepareDatabase, secretsOf } from './database.ts';
import { openParts, type Parts } from './wiring.ts';

/** Runs a command over the configured database, embedded or not, and ends with the exit code it answers. */
export async function withParts(work: (parts: Parts) => Promise<number>, defaults = { demo: false }): Promise<void> {
  const config = readConfig(process.env, defaults);
  const secrets = config.ok ? secretsOf(config.value) : config;
  const prepared = config.ok ? await prepareDatabase(config.value) : config;
  if (!config.ok || !secrets.ok || !prepared.ok) {
    const refused = [config, secrets, prepared].find((one) => !one.ok);
    console.error(refused?.ok === false ? refused.refusal.says : '');
    process.exitCode = 1;
    return;
  }
  const parts = await openParts(config.value, prepared.value.appUrl, secrets.value, { problem: (what, problem) => console.error(what, problem) });
  try {
    process.exitCode = await work(parts);
  } finally {
    await parts.close();
    await prepared.value.stop();
  }
}
