import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { additionalCompensationDue } from './additional-compensation.ts';

// The set day 2026-09-26 is a Saturday: it moves to Monday 09-28.
const order = { servedOn: '2026-09-18', setOn: '2026-09-26', ordered: 3_000_000, payments: [] };
const range = (facts: object, on?: string) => {
  const { byLabel } = reckoned(additionalCompensationDue, facts, on);
  return [byLabel['加付赔偿金下限'], byLabel['加付赔偿金上限']];
};

describe('《劳动保障监察条例》第二十六条「逾期不支付的，责令用人单位按照应付金额50%以上1倍以下的标准计算，向劳动者加付赔偿金」', () => {
  it.each([
    ['nothing paid', order, undefined, [1_500_000n, 3_000_000n]],
    ['part paid in time', { ...order, payments: [{ on: '2026-09-28', amount: 1_000_000 }] }, undefined, [1_000_000n, 2_000_000n]],
    ['part paid a day late', { ...order, payments: [{ on: '2026-09-29', amount: 1_000_000 }] }, undefined, [1_500_000n, 3_000_000n]],
    ['all paid in time', { ...order, payments: [{ on: '2026-09-20', amount: 3_000_000 }] }, undefined, [0n, 0n]],
    ['more than all paid in time', { ...order, payments: [{ on: '2026-09-20', amount: 3_000_001 }] }, undefined, [0n, 0n]],
    ['the last day, moved after the weekend', order, '2026-09-28', [0n, 0n]],
    ['the day after it', order, '2026-09-29', [1_500_000n, 3_000_000n]],
    ['no order, no compensation', { servedOn: 'not-yet', ordered: 3_000_000 }, undefined, [0n, 0n]],
    ['half a fen goes up', { ...order, ordered: 1 }, undefined, [1n, 1n]],
  ])('%s', (_why, facts, on, expected) => expect(range(facts, on)).toEqual(expected));

  it.each([
    [{ ...order, servedOn: null }, '责令限期支付的文书送达之日'],
    [{ ...order, setOn: null }, '责令支付的最后一日'],
    [{ ...order, ordered: null }, '责令支付的工资'],
    [{ ...order, payments: [{ amount: 1 }] }, '支付之日'],
    [{ ...order, payments: [{ on: '2026-09-20' }] }, '付给农民工本人的数额'],
  ])('asks for what is missing: %#', (facts, missing) =>
    expect(reckon(additionalCompensationDue, facts)).toEqual({ answer: 'cannot-determine', missing: [missing] }),
  );

  it('tells that it goes to the workers and is no fine', () => {
    const sheet = reckoned(additionalCompensationDue, order);
    expect(sheet.notes[0]).toContain('加付赔偿金付给农民工，不是罚款');
    expect(sheet.steps[0]).toMatchObject({
      label: '责令支付的最后一日',
      value: '2026-09-28',
      reckoned: '2026-09-26 起（当日不计）0日，至 2026-09-26；2026-09-26 是休息日，顺延至 2026-09-28',
    });
  });
});

const payment = fc.record({
  on: fc.integer({ min: 1, max: 30 }).map((one) => `2026-09-${String(one).padStart(2, '0')}`),
  amount: fc.integer({ min: 0, max: 3_000_000 }),
});

describe('whatever was paid', () => {
  it('a payment after the deadline never lowers the compensation; one in time never raises it', () => {
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 5 }), fc.integer({ min: 0, max: 5_000_000 }), (payments, amount) => {
        const [before] = range({ ...order, payments });
        expect(range({ ...order, payments: [...payments, { on: '2026-10-09', amount }] })[0]).toBe(before);
        const [after] = range({ ...order, payments: [...payments, { on: '2026-09-28', amount }] });
        expect(BigInt(String(after)) <= BigInt(String(before))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('the order of payments does not matter', () => {
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 5 }), (payments) => {
        expect(range({ ...order, payments: [...payments].reverse() })).toEqual(range({ ...order, payments }));
      }),
    );
  });
});
