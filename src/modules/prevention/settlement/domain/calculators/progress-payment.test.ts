import { describe, expect, it } from 'vitest';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { progressPayment } from './progress-payment.ts';

const works = { owner: 'soe', signedOn: '2026-01-12', completed: 1_000_000_000, paid: 700_000_000 };
const ask = (given: object) => reckoned(progressPayment, { ...works, ...given });

describe('财建〔2022〕183号第一部分: 工程进度款不低于80%，质量保证金不超过3%，多收的结算后30日内返还', () => {
  it('reckons what is short of the least share', () => {
    const sheet = ask({});
    expect(sheet.byLabel).toEqual({ 应付进度款: 800_000_000n, 欠付进度款: 100_000_000n, 超付进度款: 0n, 谁欠谁: '建设单位欠施工单位 1,000,000 元' });
    expect(sheet.steps.map(({ label, value }) => [label, value])).toEqual([
      ['最低比例', 8_000],
      ['应付进度款', 800_000_000n],
      ['欠付进度款', 100_000_000n],
      ['超付进度款', 0n],
    ]);
  });

  it.each([
    { why: 'exactly 80 % paid', given: { paid: 800_000_000 }, expected: { 欠付进度款: 0n, 谁欠谁: '互不相欠' } },
    { why: 'a fen below', given: { paid: 799_999_999 }, expected: { 欠付进度款: 1n } },
    { why: 'a higher agreed share binds', given: { agreedShare: 8500 }, expected: { 应付进度款: 850_000_000n } },
    { why: 'exactly 80 % agreed', given: { agreedShare: 8000 }, expected: { 应付进度款: 800_000_000n } },
    { why: 'a lower agreed share does not', given: { agreedShare: 7000 }, expected: { 应付进度款: 800_000_000n } },
    { why: 'another owner is bound by its contract', given: { owner: 'other', agreedShare: 7000 }, expected: { 应付进度款: 700_000_000n, 谁欠谁: '互不相欠' } },
    { why: 'exactly 3 % retained', given: { price: 2_000_000_000, retained: 60_000_000 }, expected: { 多留质量保证金: 0n } },
    { why: 'a fen more', given: { price: 2_000_000_000, retained: 60_000_001 }, expected: { 多留质量保证金: 1n } },
    {
      // The thirtieth day after 2026-04-10 is Sunday 2026-05-10.
      why: 'overpaid and settled: thirty days, the last one rolled',
      given: { paid: 1_050_000_000, settled: '2026-04-10' },
      expected: { 超付进度款: 50_000_000n, 返还的最后一日: '2026-05-11', 谁欠谁: '施工单位多收 500,000 元，结算后返还' },
    },
  ])('$why', ({ given, expected }) => expect(ask(given).byLabel).toMatchObject(expected));

  it('names no day of return before the settlement', () => {
    const sheet = ask({ paid: 1_050_000_000, settled: 'not-yet' });
    expect(sheet.byLabel).not.toHaveProperty('返还的最后一日');
    expect(sheet.notes.join('')).toContain('还没有结算');
  });

  it.each([
    { given: { owner: null }, expected: ['建设单位的性质'] },
    { given: { paid: null }, expected: ['已支付的工程进度款'] },
    { given: { signedOn: null }, expected: ['施工合同签订之日'] },
    { given: { owner: 'other' }, expected: ['合同约定的进度款支付比例'] },
  ])('asks for $expected', ({ given, expected }) => {
    expect(reckon(progressPayment, { ...works, ...given })).toEqual({ answer: 'cannot-determine', missing: expected });
  });

  it('says nothing about a contract signed before the notice', () => {
    expect(reckon(progressPayment, { ...works, signedOn: '2022-07-31' }).answer).toBe('cannot-determine');
    expect(reckon(progressPayment, { ...works, signedOn: '2022-08-01' }).answer).toBe('reckoned');
  });
});
