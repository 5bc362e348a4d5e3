import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EVENT_KINDS } from '#modules/office/integration/domain/index.ts';

/** Each kind that may be subscribed to: where it is announced, and the test that hears it told. */
const TOLD: Readonly<Record<string, readonly [emitter: string, test: string]>> = {
  'warning.raised': ['src/modules/monitoring/warnings/server/store.ts', 'src/apps/integration-desk.test.ts'],
  'warning.escalated': ['src/modules/monitoring/warnings/server/store.ts', 'src/apps/integration-desk.test.ts'],
  'warning.closed': ['src/modules/monitoring/warnings/server/store.ts', 'src/apps/integration-desk.test.ts'],
  'import.done': ['src/modules/prevention/imports/server/announcing.ts', 'src/apps/integration-desk.test.ts'],
  'feed.stopped': ['src/modules/monitoring/warnings/server/store.ts', 'src/apps/integration-desk.test.ts'],
  'document.to-serve': ['src/modules/office/documents/server/service.ts', 'src/modules/office/documents/server/documents.test.ts'],
  'payment.finished': ['src/modules/prevention/bank-payments/server/outcomes.ts', 'test/acceptance/p5-a-bank-misbehaves.test.ts'],
  'payment.partial': ['src/modules/prevention/bank-payments/server/outcomes.ts', 'test/acceptance/p5-a-bank-misbehaves.test.ts'],
  'payment.rejected': ['src/modules/prevention/bank-payments/server/outcomes.ts', 'test/acceptance/p5-a-bank-misbehaves.test.ts'],
  'payment.unknown': ['src/modules/prevention/bank-payments/server/outcomes.ts', 'test/acceptance/p5-a-bank-misbehaves.test.ts'],
  'payment.returned': ['src/modules/prevention/bank-payments/server/outcomes.ts', 'test/acceptance/p5-a-bank-misbehaves.test.ts'],
};

it('能订阅的每一种事件都有人发出，也有测试听到过', () => {
  expect(Object.keys(TOLD).toSorted()).toEqual(EVENT_KINDS.map(({ kind }) => kind).toSorted());
  for (const [kind, [emitter, test]] of Object.entries(TOLD)) {
    const [group = '', happened = ''] = kind.split('.');
    const code = readFileSync(emitter, 'utf8');
    // Announced by its name, or by its group with what became of it put in.
    expect(code.includes(`'${kind}'`) || (code.includes(`\`${group}.\${`) && code.includes(`'${happened}'`)), `${kind} in ${emitter}`).toBe(true);
    // Those tests hold what was told against the whole catalogue, or name the kind.
    const proof = readFileSync(test, 'utf8');
    expect(proof.includes('EVENT_KINDS') || proof.includes(`'${kind}'`), `${kind} in ${test}`).toBe(true);
  }
});
