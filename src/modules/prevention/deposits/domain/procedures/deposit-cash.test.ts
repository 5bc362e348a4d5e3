import { describe, expect, it } from 'vitest';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { standAt, type Told, tryTo } from '../../../../../../test/builders/procedures.ts';
import { depositCash } from './deposit-cash.ts';

// Permit on Monday 2026-09-14. Twenty working days on: 15-18, 20-24, 28-30 September; 8-10, 12-16 October. 20th: 16 October.
const permitted: readonly Told[] = [['permit', '2026-09-14 09:00', 'industry-regulator']];
const due: readonly Told[] = [...permitted, ['determine', '2026-09-16 09:00', 'authority', { dueFen: '60000000' }]];
const stored = { storedFen: '60000000', agreement: '协议 1 号' };
const active: readonly Told[] = [...due, ['store', '2026-10-16 16:00', 'general-contractor', stored]];
const decision = { decisionNo: '处理 1 号', clearBy: '2026-11-02', isCleared: false };
const called: readonly Told[] = [...active, ['call', '2026-11-03 09:00', 'authority', decision]];
const used: readonly Told[] = [...called, ['pay', '2026-11-09 09:00', 'bank', { onlyToWorkers: true }]];
const publicity = { isCompleted: true, commitment: '承诺 1 号', onBoard: true, onWebsite: true };
const published: readonly Told[] = [
  ...active,
  ['complete', '2026-10-19 09:00', 'general-contractor'],
  ['publicise', '2026-10-20 09:00', 'general-contractor', publicity],
];
const applied: readonly Told[] = [...published, ['apply', '2026-11-20 09:00', 'general-contractor']];
const order = { orderNo: '责令 1 号', correctBy: '2026-10-26' };

describe('保证金规定：现金存储、使用、补足和返还', () => {
  it('第八条「取得施工许可证之日起20个工作日内」: from the permit, not from the contract or the determination; across 中秋 and 国庆', () => {
    expect(standAt(depositCash, due, '2026-10-16 23:59')).toMatchObject({ state: 'due', due: { store: { on: '2026-10-16', isOver: false } } });
    expect(standAt(depositCash, due, '2026-10-17 00:00')).toMatchObject({ due: { store: { on: '2026-10-16', isOver: true } } });
  });

  it('takes what is stored late: it is still owed', () =>
    expect(tryTo(depositCash, due, ['store', '2026-10-30 09:00', 'general-contractor', stored])).toBe('active'));

  it('refuses less than was determined, to the fen', () => {
    expect(tryTo(depositCash, due, ['store', '2026-10-16 09:00', 'general-contractor', { ...stored, storedFen: '59999999' }])).toBe(
      '599,999.99 元 低于核定的应存数额 600,000 元。',
    );
    expect(tryTo(depositCash, due, ['store', '2026-10-16 09:00', 'general-contractor', { storedFen: '60000000' }])).toContain('存款协议书编号');
  });

  it('orders only after the limit, and punishes only after the order', () => {
    expect(tryTo(depositCash, due, ['order-store', '2026-10-16 23:59', 'authority', order])).toContain('要等到 2026-10-16 期满之后');
    const ordered: readonly Told[] = [...due, ['order-store', '2026-10-17 09:00', 'authority', order]];
    expect(standAt(depositCash, ordered, '2026-10-17 09:00').state).toBe('ordered');
    const refer = (on: string, isCorrected: boolean) =>
      tryTo(depositCash, ordered, ['refer-penalty', on, 'authority', { correctBy: '2026-10-26', isCorrected }]);
    expect(refer('2026-10-26 23:59', false)).toContain('逾期不改正的才能处罚');
    expect(refer('2026-10-27 00:00', true)).toBe('已经改正，不予处罚。');
    expect(refer('2026-10-27 00:00', false)).toBe('ordered');
    expect(tryTo(depositCash, ordered, ['correct', '2026-10-26 09:00', 'general-contractor', { isWhole: true }])).toBe('active');
    expect(tryTo(depositCash, ordered, ['correct', '2026-10-26 09:00', 'general-contractor', { isWhole: false }])).toBe('没有补足到应存数额。');
  });

  it('exempts only on a local rule, and ends there', () => {
    expect(tryTo(depositCash, permitted, ['exempt', '2026-09-16 09:00', 'authority', {}])).toContain('免存所依据的本地文件和条款');
    const exempt: readonly Told[] = [...permitted, ['exempt', '2026-09-16 09:00', 'authority', { basis: '某市保证金办法第六条' }]];
    expect(standAt(depositCash, exempt, '2026-09-16 10:00')).toMatchObject({ state: 'exempt', isOver: true });
    expect(tryTo(depositCash, permitted, ['determine', '2026-09-16 09:00', 'authority', { dueFen: '0' }])).toBe('应存数额为零的，办理免存。');
  });

  it('第十九条: uses the deposit only after a decision to clear has run out unobeyed', () => {
    const call = (on: string, more = {}) => tryTo(depositCash, active, ['call', on, 'authority', { ...decision, ...more }]);
    expect(call('2026-11-02 23:59')).toContain('清偿期限到 2026-11-02 为止');
    expect(call('2026-11-03 00:00')).toBe('called');
    expect(call('2026-11-03 09:00', { isCleared: true })).toBe('已经清偿，不动用保证金。');
    expect(call('2026-11-03 09:00', { decisionNo: null })).toContain('行政处理决定书编号');
  });

  it('第十九条「5个工作日内」; trap: not to anybody but the workers', () => {
    expect(standAt(depositCash, called, '2026-11-10 09:00')).toMatchObject({ due: { pay: { on: '2026-11-10', isOver: false } } });
    expect(standAt(depositCash, called, '2026-11-11 00:00')).toMatchObject({ due: { pay: { on: '2026-11-10', isOver: true } } });
    expect(tryTo(depositCash, called, ['pay', '2026-11-10 09:00', 'bank', { onlyToWorkers: false }])).toContain('农民工本人账户');
  });

  it('第二十条「10个工作日内补足」, then an order', () => {
    expect(standAt(depositCash, used, '2026-11-10 09:00')).toMatchObject({ state: 'used', due: { replenish: { on: '2026-11-23' } } });
    expect(tryTo(depositCash, used, ['replenish', '2026-11-23 09:00', 'general-contractor', { isWhole: true }])).toBe('active');
    expect(tryTo(depositCash, used, ['order-replenish', '2026-11-23 09:00', 'authority', order])).toContain('期满之后');
    expect(tryTo(depositCash, used, ['order-replenish', '2026-11-24 00:00', 'authority', order])).toBe('ordered');
  });

  it('第二十二条: thirty days in both places, five working days, three working days', () => {
    const publish = (more: object) => tryTo(depositCash, active, ['publicise', '2026-10-20 09:00', 'general-contractor', { ...publicity, ...more }]);
    expect(publish({ onWebsite: false })).toContain('两处公示');
    expect(publish({ isCompleted: false })).toBe('工程没有完工。');
    expect(tryTo(depositCash, published, ['apply', '2026-11-19 23:59', 'general-contractor'])).toContain('要等到 2026-11-19 期满之后');
    expect(tryTo(depositCash, published, ['apply', '2026-11-20 00:00', 'general-contractor'])).toBe('review');
    expect(tryTo(depositCash, published, ['object', '2026-11-02 09:00', 'authority', { isTrue: true }])).toBe('active');
    expect(tryTo(depositCash, published, ['object', '2026-11-02 09:00', 'authority', { isTrue: false }])).toContain('公示继续');
    expect(standAt(depositCash, applied, '2026-11-20 10:00')).toMatchObject({ due: { pass: { on: '2026-11-27' }, 'find-arrears': { on: '2026-11-27' } } });
    const passed: readonly Told[] = [...applied, ['pass', '2026-11-25 09:00', 'authority', { hasArrears: false }]];
    expect(standAt(depositCash, passed, '2026-11-25 10:00')).toMatchObject({ due: { confirm: { on: '2026-11-30' } } });
    const closed: readonly Told[] = [...passed, ['confirm', '2026-11-30 09:00', 'authority'], ['return', '2026-11-30 10:00', 'bank']];
    expect(standAt(depositCash, closed, '2026-11-30 11:00')).toMatchObject({ state: 'closed', isOver: true });
  });

  it('refuses in writing where there are arrears, and takes a new application when they are cleared', () => {
    expect(tryTo(depositCash, applied, ['pass', '2026-11-25 09:00', 'authority', { hasArrears: true }])).toBe('有拖欠农民工工资，不能返还。');
    const found: readonly Told[] = [...applied, ['find-arrears', '2026-11-25 09:00', 'authority']];
    expect(standAt(depositCash, found, '2026-11-25 10:00')).toMatchObject({ due: { refuse: { on: '2026-11-30' } } });
    const refused: readonly Told[] = [...found, ['refuse', '2026-11-26 09:00', 'authority']];
    const unobeyed = { decisionNo: '处理 2 号', clearBy: '2026-12-10', isCleared: false };
    expect(tryTo(depositCash, refused, ['call', '2026-12-11 09:00', 'authority', unobeyed])).toBe('called');
    expect(tryTo(depositCash, refused, ['reapply', '2026-12-01 09:00', 'general-contractor', { hasArrears: true }])).toContain('还没有清偿');
    expect(tryTo(depositCash, refused, ['reapply', '2026-12-01 09:00', 'general-contractor', { hasArrears: false }])).toBe('review');
  });

  it('the authority starts the return itself half a year after completion', () => {
    const completed: readonly Told[] = [
      ['permit', '2025-09-15 09:00', 'industry-regulator'],
      ['determine', '2025-09-16 09:00', 'authority', { dueFen: '60000000' }],
      ['store', '2025-09-22 16:00', 'general-contractor', stored],
      ['complete', '2026-03-11 09:00', 'general-contractor'],
    ];
    expect(standAt(depositCash, completed, '2026-03-11 10:00')).toMatchObject({ due: { publicise: { on: '2026-09-11' } } });
    expect(tryTo(depositCash, completed, ['publicise', '2026-09-14 09:00', 'authority', publicity])).toBe('publicity');
  });
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(depositCash)).toMatchSnapshot());
