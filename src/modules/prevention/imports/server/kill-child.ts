import { openStore } from '#platform/db/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { parseKeys } from '#platform/vault/index.ts';
import { imports } from './service.ts';
import { OFFICIAL, payrollFile, TODAY } from './test-files.ts';

/**
 * The process that is killed: goes on with what an earlier one left, then sends and confirms one payroll after another, and
 * says each acknowledgement aloud before anything else happens.
 */
const [url = '', keys = '', first = '0', until = '0', people = '0'] = process.argv.slice(2);
const store = openStore(url);
const service = imports({ store, clock: fixedClock(TODAY), keys: parseKeys(keys, 'argv'), connectionString: url });
const say = (text: string) => process.stdout.write(`${text}\n`);

await service.resume();
await service.settled();
say('resumed');
for (let file = Number(first); file < Number(until); file += 1) {
  try {
    const month = `${2023 + Math.floor((file % 40) / 12)}年${1 + ((file % 40) % 12)}月`;
    const received = await service.upload(OFFICIAL, {
      name: `第${file}份.csv`,
      content: payrollFile(Number(people), { month, net: () => 6000 + file / 100 }).subarray(0),
      kind: null,
      projectId: null,
    });
    if (!received.ok) throw new Error(received.refusal.says);
    say(`received ${file} ${received.value.id}`);
    await service.settled();
    const confirmed = await service.confirm(OFFICIAL, received.value.id, true);
    if (!confirmed.ok) throw new Error(confirmed.refusal.says);
    say(`confirmed ${file} ${received.value.id}`);
    await service.settled();
  } catch (problem) {
    // The database went away before anything was acknowledged: this file is sent no further.
    say(`lost ${file} ${problem instanceof Error ? problem.message : ''}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
await service.settled();
say('finished');
await service.close();
await store.close();
