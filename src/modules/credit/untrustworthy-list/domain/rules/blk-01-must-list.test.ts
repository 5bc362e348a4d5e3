import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { mustList } from './blk-01-must-list.ts';

const order = { document: 'order', served: '2026-03-02', payBy: '2026-03-09', paidOff: 'not-yet' } as const;
const open = { ...order, amount: true, incident: false, spared: false, extended: 'not-yet', decided: 'not-yet' } as const;

describe('失信名单办法第五条、第八条「自责令限期支付工资文书指定期限届满之日起20个工作日内作出列入决定」', () => {
  it.each([
    // 20 working days after 2026-03-09: 清明 04-06 is off, so 04-07.
    { why: 'the last day', facts: open, on: '2026-04-07', expected: 'none' },
    { why: 'the day after', facts: open, on: '2026-04-08', expected: 3 },
    { why: 'decided on the last day', facts: { ...open, decided: '2026-04-07' }, expected: 'none' },
    { why: 'decided a day late', facts: { ...open, decided: '2026-04-08' }, expected: 3 },
    // 2026-09-20 is worked, 09-25 and 10-01..07 are off, 10-10 is worked.
    { why: 'across 中秋 and 国庆, the last day', facts: { ...open, payBy: '2026-09-18' }, on: '2026-10-22', expected: 'none' },
    { why: 'across 中秋 and 国庆, over', facts: { ...open, payBy: '2026-09-18' }, on: '2026-10-23', expected: 3 },
    { why: 'extended in time, the last day', facts: { ...open, extended: '2026-04-07' }, on: '2026-05-08', expected: 'none' },
    { why: 'extended in time, over', facts: { ...open, extended: '2026-04-07' }, on: '2026-05-09', expected: 3 },
    { why: 'extended after the limit: too late', facts: { ...open, extended: '2026-04-08' }, on: '2026-04-09', expected: 3 },
    { why: 'spared under article 7', facts: { ...open, spared: true }, expected: 'none' },
    { why: '没有不执行的责令支付就不列入: paid in time', facts: { ...open, paidOff: '2026-03-09' }, expected: 'none' },
    { why: '没有送达的责令支付就不列入: not served', facts: { ...open, served: 'not-yet' }, expected: 'none' },
    { why: 'neither ground', facts: { ...open, amount: false }, expected: 'none' },
    { why: 'an incident with a serious effect', facts: { ...open, amount: false, incident: true, serious: true }, expected: 3 },
    { why: 'an incident without', facts: { ...open, amount: false, incident: true, serious: false }, expected: 'none' },
    { why: 'how serious is for a person to say', facts: { ...open, amount: false, incident: true }, expected: 'needs-person' },
    { why: 'nobody checked the amount', facts: { ...open, amount: null }, expected: 'cannot-determine' },
    { why: 'nobody says whether it was extended', facts: { ...open, extended: null }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(mustList, row));

  it('says since when the decision is owed', () => {
    expect(matterFinding(mustList, open, '2026-04-08')).toMatchObject({
      says: '主管部门3月9日责令限期支付的期限届满，应当在4月7日前（含当日）作出列入失信联合惩戒名单的决定，至今未作出列入失信联合惩戒名单的决定',
      dueOn: '2026-04-07',
      duty: 'authority',
      provisional: false,
    });
    expect(askMatter(mustList, { ...open, amount: null })).toMatchObject({
      missing: ['克扣、无故拖欠是否达到拒不支付劳动报酬罪的数额标准（由数额计算器核对）'],
    });
  });
});
