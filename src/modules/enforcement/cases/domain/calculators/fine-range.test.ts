import { describe, expect, it } from 'vitest';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { fineRange } from './fine-range.ts';

const overdue = { orderServedOn: '2026-03-02', orderDueOn: '2026-03-10', correctedOn: 'not-yet' };
const on = '2026-03-11';
const ask = (...violations: readonly object[]) => reckoned(fineRange, { violations }, on);

describe('《保障农民工工资支付条例》第五十四条至第五十八条: 责令限期改正，逾期不改正的，罚款', () => {
  it('fines the unit and each responsible person by 第五十四条, without stop-work', () => {
    expect(ask({ violation: '54-1', persons: 3, ...overdue }).byLabel).toEqual({
      可以罚款的行为: 1,
      '第 1 项单位罚款下限': 2_000_000n,
      '第 1 项单位罚款上限': 5_000_000n,
      '第 1 项每名责任人员罚款下限': 1_000_000n,
      '第 1 项每名责任人员罚款上限': 3_000_000n,
      '第 1 项责任人员罚款合计上限': 9_000_000n,
      单位罚款合计下限: 2_000_000n,
      单位罚款合计上限: 5_000_000n,
      责令停工: '不可以',
    });
  });

  it.each([
    ['55-1', '可以'],
    ['55-2', '可以'],
    ['56-1', '不可以'],
    ['56-4', '不可以'],
    ['57-1', '可以'],
    ['57-2', '可以'],
  ])('stop-work is in 第五十五条 and 第五十七条 only: %s', (violation, stops) => {
    expect(ask({ violation, ...overdue }).byLabel).toMatchObject({ 单位罚款合计下限: 5_000_000n, 单位罚款合计上限: 10_000_000n, 责令停工: stops });
  });

  it('第五十八条 and 监察条例第三十条 have their own ranges', () => {
    expect(ask({ violation: '58', ...overdue }).byLabel).toMatchObject({ 单位罚款合计下限: 2_000_000n, 单位罚款合计上限: 5_000_000n });
    expect(ask({ violation: '30-3', ...overdue }).byLabel).toMatchObject({ 单位罚款合计下限: 200_000n, 单位罚款合计上限: 2_000_000n });
    expect(ask({ violation: '30-1', actedOn: '2026-03-04' }).byLabel).toMatchObject({ 单位罚款合计上限: 2_000_000n });
    expect(ask({ violation: '30-4', actedOn: '2026-03-04' }).byLabel).toMatchObject({ 可以罚款的行为: 0 });
  });

  it.each([
    { why: 'no order', facts: { orderServedOn: 'not-yet' }, says: '没有责令限期改正，不得罚款' },
    { why: 'the last day of the order', facts: { ...overdue, orderDueOn: '2026-03-11' }, says: '责令改正的期限到 2026-03-11 才满，不得罚款' },
    { why: 'corrected in time', facts: { ...overdue, correctedOn: '2026-03-10' }, says: '已于 2026-03-10 在责令的期限内改正，不得罚款' },
  ])('says what is not possible: $why', ({ facts, says }) => {
    const answer = ask({ violation: '55-2', ...facts });
    expect(answer.byLabel).toEqual({ 可以罚款的行为: 0, 单位罚款合计下限: 0n, 单位罚款合计上限: 0n, 责令停工: '不可以' });
    expect(answer.steps[0].value).toBe(says);
    expect(answer.notes).toEqual(['没有可以罚款的违法行为；违法行为已经改正的，仍记入历史']);
  });

  it('an order until a rest day lasts to the next working day', () => {
    const facts = { violation: '55-2', ...overdue, orderDueOn: '2026-03-14' };
    expect(reckoned(fineRange, { violations: [facts] }, '2026-03-16').steps[0].value).toBe('责令改正的期限到 2026-03-16 才满，不得罚款');
    expect(reckoned(fineRange, { violations: [facts] }, '2026-03-17').byLabel).toMatchObject({ 可以罚款的行为: 1 });
  });

  it('a correction a day late does not save from the fine', () => {
    const late = ask({ violation: '55-2', ...overdue, correctedOn: '2026-03-11' });
    expect(late.byLabel).toMatchObject({ 可以罚款的行为: 1 });
    expect(late.steps[0].reckoned).toContain('2026-03-11 才改正');
  });

  it('adds up several violations', () => {
    const both = ask({ violation: '55-1', ...overdue }, { violation: '56-4', ...overdue }, { violation: '57-2', orderServedOn: 'not-yet' });
    expect(both.byLabel).toMatchObject({ 可以罚款的行为: 2, 单位罚款合计下限: 10_000_000n, 单位罚款合计上限: 20_000_000n, 责令停工: '可以' });
  });

  it('《行政处罚法》第二十九条: one act is fined once, by the higher amount', () => {
    const same = ask({ violation: '54-2', act: '没有台账', ...overdue }, { violation: '30-2', act: '没有台账', actedOn: '2026-03-04' });
    expect(same.byLabel).toMatchObject({ 可以罚款的行为: 1, 单位罚款合计上限: 5_000_000n });
    expect(same.notes).toContain('第 2 项与第 1 项是同一个行为，一事不得罚款两次，按数额高的第 1 项处罚');
  });

  it('《行政处罚法》第二十九条: refusing an order and the overdue order itself may be one act, and it is said', () => {
    const says = '第 2 项与第 1 项如果是同一次责令逾期，属于同一个行为，不得罚款两次，合计要减去数额低的一项';
    expect(ask({ violation: '54-2', ...overdue }, { violation: '30-3', ...overdue }).notes).toContain(says);
    expect(ask({ violation: '54-2', ...overdue }, { violation: '30-1', actedOn: '2026-03-04' }).notes).not.toContain(says);
    const named = ask({ violation: '54-2', act: '没有台账', ...overdue }, { violation: '30-3', act: '没有台账', ...overdue });
    expect(named.byLabel).toMatchObject({ 可以罚款的行为: 1, 单位罚款合计上限: 5_000_000n });
  });

  it('two violations of one rule are one act, unless the periods differ', () => {
    expect(ask({ violation: '56-4', ...overdue }, { violation: '56-4', ...overdue }).byLabel).toMatchObject({
      可以罚款的行为: 1,
      单位罚款合计上限: 10_000_000n,
    });
    const periods = ask({ violation: '56-4', act: '2025年', ...overdue }, { violation: '56-4', act: '2026年', ...overdue });
    expect(periods.byLabel).toMatchObject({ 可以罚款的行为: 2, 单位罚款合计上限: 20_000_000n });
  });

  it('one name in two units is two acts', () => {
    const two = ask(
      { violation: '55-3', party: 'general-contractor', act: '没有实名', ...overdue },
      { violation: '55-3', party: 'subcontractor', act: '没有实名', ...overdue },
    );
    expect(two.byLabel).toMatchObject({ 可以罚款的行为: 2 });
  });

  it('leaves judgement to people, and says where a local amount is missing', () => {
    expect(ask({ violation: '55-1', ...overdue }).notes).toContain(
      '第 1 项是否情节严重由负责人认定；情节严重的给予限制承接新工程、降低资质等级、吊销资质证书等处罚',
    );
    expect(ask({ violation: '56-1', ...overdue }).notes).toContain(
      '第 1 项对单位的罚款是否达到应当告知听证的数额：全国未设定“当地对单位罚款多少以上应当告知听证”',
    );
  });

  it('asks for what it was not told', () => {
    expect(reckon(fineRange, { violations: [{ violation: '55-1' }] }, on)).toMatchObject({
      missing: ['第 1 项的责令限期改正的文书送达之日（没有责令的写 not-yet）'],
    });
    expect(reckon(fineRange, { violations: [{ violation: '57-3', ...overdue }] }, on)).toMatchObject({
      missing: ['第 1 项是谁违法：建设单位、施工总承包单位'],
    });
    expect(reckon(fineRange, { violations: [] }, on)).toMatchObject({ answer: 'cannot-determine' });
    expect(reckon(fineRange, {}, on)).toMatchObject({ answer: 'cannot-determine' });
  });
});
