import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, fromDayNumber, dayNumber, civilDate } from '#kernel/civil-date.ts';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { listTerms } from './list-terms.ts';

const facts = { decided: '2026-04-10', corrected: '2026-05-20', committed: true, owedAgain: 'not-yet', criminal: 'none' } as const;
const ask = (more: object, on?: string) => reckoned(listTerms, { ...facts, ...more }, on).byLabel;
const early = '名单办法：最早申请提前移出';

describe('失信名单办法第十一条、第十二条、第十三条；信用修复管理办法', () => {
  it('shows the end, and both early days beside each other', () => {
    expect(ask({})).toEqual({
      列入期限届满: '2029-04-10',
      // 2029 has no published calendar: counted Monday to Friday.
      期满后移出并停止公开的最后一日: '2029-04-24',
      [early]: '2026-11-21',
      '信用修复办法：最早申请信用修复': '2027-04-11',
      '信用修复办法：最长公示期届满': '2029-04-10',
    });
    const sheet = reckoned(listTerms, facts);
    expect(sheet.provisional).toBe(true);
    expect(sheet.notes.join('')).toContain('以哪一日为准由作出列入决定的人社部门判断');
  });

  it.each([
    { why: 'a leap day ends on 28 February', more: { decided: '2024-02-29' }, label: '列入期限届满', value: '2027-02-28' },
    { why: 'no leap day in between moves nothing', more: { decided: '2023-02-28' }, label: '列入期限届满', value: '2026-02-28' },
    { why: 'month ends: 31 August and half a year', more: { decided: '2025-01-10', corrected: '2025-08-31' }, label: early, value: '2026-03-01' },
    { why: 'corrected before the listing', more: { corrected: '2026-03-01' }, label: early, value: '2026-10-11' },
    { why: 'owed again', more: { owedAgain: '2026-06-01' }, label: early, value: '不得提前移出：列入期限内再次发生拖欠农民工工资违法行为' },
    { why: 'a case pending', more: { criminal: 'pending' }, label: early, value: '不得提前移出：因涉嫌拒不支付劳动报酬犯罪正在刑事诉讼期间' },
    { why: 'convicted', more: { criminal: 'convicted' }, label: early, value: '不得提前移出：因拒不支付劳动报酬已经被追究刑事责任' },
    { why: 'not corrected', more: { corrected: 'not-yet' }, label: early, value: '尚未改正，不能申请' },
    { why: 'correction unknown', more: { corrected: null }, label: early, value: '不能判断：缺少改正之日' },
    { why: 'corrected in the last half year', more: { corrected: '2028-12-01' }, label: early, value: '期满之前不满6个月，期满移出' },
  ] as const)('$why', ({ more, label, value }) => expect(ask(more)[label]).toBe(value));

  it('names what still has to be found out', () => {
    const notes = reckoned(listTerms, { decided: '2026-04-10', corrected: '2026-05-20' }).notes.join('');
    expect(notes).toContain('书面信用承诺');
    expect(notes).toContain('是否再次拖欠还没有查明');
    expect(notes).toContain('犯罪还没有查明');
  });

  it('knows no credit window before 2026-04-01', () => {
    expect(Object.keys(ask({}, '2026-03-31'))).not.toContain('信用修复办法：最长公示期届满');
  });

  it('asks for the decision', () =>
    expect(reckon(listTerms, {})).toEqual({ answer: 'cannot-determine', missing: ['作出列入决定之日（提前移出被撤销、恢复列入的填恢复之日）'] }));

  it('the end of the three years depends on the decision alone, in whatever order facts come', () => {
    const day = fc.integer({ min: dayNumber(civilDate('2022-01-01')), max: dayNumber(civilDate('2026-12-31')) }).map(fromDayNumber);
    const others = fc.record({
      corrected: fc.oneof(day, fc.constant('not-yet'), fc.constant(null)),
      committed: fc.option(fc.boolean()),
      owedAgain: fc.oneof(day, fc.constant('not-yet'), fc.constant(null)),
      criminal: fc.constantFrom('none', 'pending', 'convicted', null),
    });
    fc.assert(
      fc.property(day, others, fc.nat(4), (decided, more, turn) => {
        const entries = Object.entries({ decided, ...more });
        const turned = Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)]);
        expect(reckoned(listTerms, turned).byLabel['列入期限届满']).toBe(addMonths(decided, 36));
      }),
    );
  });
});
