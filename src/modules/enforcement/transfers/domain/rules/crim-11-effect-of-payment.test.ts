import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { effectOfPayment } from './crim-11-effect-of-payment.ts';

const paid = { paid: '2026-03-10', compensated: true, serious: false, filed: 'not-yet', indicted: 'not-yet', judged: 'not-yet' } as const;

describe('法释〔2013〕3号第六条「在刑事立案前…不认为是犯罪；在提起公诉前…可以减轻或者免除刑事处罚；在一审宣判前…可以从轻处罚」', () => {
  it.each([
    { why: 'before filing', facts: { ...paid, filed: '2026-03-11' }, expected: 0, says: '不认为是犯罪' },
    { why: 'not filed at all', facts: paid, expected: 0, says: '不认为是犯罪' },
    { why: 'before indictment', facts: { ...paid, filed: '2026-03-09', indicted: '2026-03-11' }, expected: 0, says: '减轻或者免除' },
    { why: 'before judgment', facts: { ...paid, filed: '2026-03-01', indicted: '2026-03-09', judged: '2026-03-11' }, expected: 0, says: '可以从轻处罚' },
    { why: 'serious consequences, before judgment', facts: { ...paid, serious: true }, expected: 0, says: '酌情从宽' },
  ] as const)('$why', ({ facts, says }) => expect(matterFinding(effectOfPayment, facts)).toMatchObject({ level: 0, says: expect.stringContaining(says) }));

  it.each([
    { why: 'after judgment', facts: { ...paid, filed: '2026-01-01', indicted: '2026-02-01', judged: '2026-03-09' }, expected: 'none' },
    { why: 'the very day of filing: before or after?', facts: { ...paid, filed: '2026-03-10' }, expected: 'cannot-determine' },
    { why: 'not paid', facts: { ...paid, paid: 'not-yet' }, expected: 'none' },
    { why: 'paid, but no compensation borne', facts: { ...paid, compensated: false }, expected: 'none' },
    { why: 'nobody knows whether it was filed', facts: { ...paid, filed: null }, expected: 'cannot-determine' },
    { why: 'serious consequences are for a person to say', facts: { ...paid, serious: null }, expected: 'needs-person' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(effectOfPayment, row));

  it('is a label; the judicial organs decide', () => {
    expect(matterFinding(effectOfPayment, { ...paid, filed: '2026-03-11' }).says).toBe(
      '3月10日付清劳动报酬并承担赔偿责任：刑事立案前付清，可以认定为情节显著轻微危害不大，不认为是犯罪，由司法机关决定',
    );
    expect(askMatter(effectOfPayment, { ...paid, filed: '2026-03-10' })).toMatchObject({ missing: ['付清与刑事立案在同一天时的先后'] });
  });
});
