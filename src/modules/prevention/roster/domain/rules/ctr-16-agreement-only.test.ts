import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { agreementOnly } from './ctr-16-agreement-only.ts';

const agreed = { signedOn: '2026-09-01', contract: 'agreement', workers: 14 };

describe('《保障农民工工资支付条例》第二十八条第一款「依法与所招用的农民工订立劳动合同并进行用工实名登记」', () => {
  it.each([
    { why: 'a labour contract', facts: { ...agreed, contract: 'labour' }, expected: 'none' },
    { why: 'an agreement only: a hint, no wrong', facts: agreed, expected: 0 },
    { why: 'nothing signed is for another rule', facts: { ...agreed, contract: 'none' }, expected: 'none' },
    { why: 'nobody knows', facts: { workers: 1 }, expected: 'cannot-determine' },
    { why: 'day unknown', facts: { contract: 'agreement' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(agreementOnly, row));

  it('says what to find out', () => {
    expect(matterFinding(agreementOnly, agreed)).toMatchObject({
      says: '农民工9月1日只签了用工书面协议，没有劳动合同，需要核实是否存在劳动关系',
      people: 14,
      dueOn: '2026-09-01',
    });
  });
});
