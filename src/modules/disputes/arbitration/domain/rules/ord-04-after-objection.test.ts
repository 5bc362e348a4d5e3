import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { afterObjection } from './ord-04-after-objection.ts';

const ended = { route: 'wages', ended: '2026-03-20' };

describe('法释〔2020〕26号第十三条「应当告知其先向劳动争议仲裁机构申请仲裁」', () => {
  it.each([
    { why: 'ended', facts: ended, on: '2026-03-20', expected: 0 },
    { why: 'not ended', facts: { ...ended, ended: 'not-yet' }, expected: 'none' },
    { why: 'not ended on that day', facts: ended, on: '2026-03-19', expected: 'none' },
    { why: 'nobody knows on what it was founded', facts: { ...ended, route: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(afterObjection, row));

  it('sends wages to arbitration, a mediation agreement to the court', () => {
    expect(matterFinding(afterObjection, ended)).toMatchObject({
      says: '督促程序已经终结，支付令失效，劳动者应当先向劳动人事争议仲裁委员会申请仲裁',
      duty: 'arbitration-commission',
    });
    expect(matterFinding(afterObjection, { ...ended, route: 'mediation' })).toMatchObject({
      says: '督促程序已经终结，支付令失效，劳动者可以依据调解协议直接向人民法院起诉',
      duty: 'court',
    });
  });
});
