import { integration } from '#modules/office/integration/server/index.ts';
import { intake } from '#modules/prevention/imports/server/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { openStore } from '#platform/db/index.ts';
import { openVault, parseKeys } from '#platform/vault/index.ts';
import { bankPorts } from '../../src/apps/banks.ts';
import { sendNext } from '../../src/modules/prevention/bank-payments/server/sending.ts';

/** A process that sends what waits and nothing else: to be killed in the middle of it. */
const [url = '', keys = '', boxes = ''] = process.argv.slice(2);
const store = openStore(url);
const vault = openVault(parseKeys(keys, 'argv'));
const clock = fixedClock('2026-11-20');
const ports = bankPorts(
  {
    store,
    clock,
    vault,
    integration: integration({ store, vault }),
    intake: intake({ store, clock, vault }),
    openNetworks: ['127.0.0.0/8'],
    boxes,
    problem: (what, problem) => console.error(what, problem),
  },
  10_000,
);
console.log('ready');
while (await sendNext(ports)) {}
console.log('done');
await store.close();
