import { describe, expect, it } from 'vitest';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { aPlace } from '../../../../../../test/builders/deposits.ts';
import { standAt, type Told, tryTo } from '../../../../../../test/builders/procedures.ts';
import { depositGuarantee } from './deposit-guarantee.ts';

const letter = {
  amountFen: '60000000',
  isIrrevocable: true,
  isOnDemand: true,
  isForAuthority: true,
  validFrom: '2026-03-11',
  validUntil: '2027-09-30',
  contractEndsOn: '2027-09-30',
};
const due: readonly Told[] = [
  ['permit', '2026-03-02 09:00', 'industry-regulator'],
  ['determine', '2026-03-04 09:00', 'authority', { dueFen: '60000000' }],
];
const active: readonly Told[] = [...due, ['submit', '2026-03-11 09:00', 'general-contractor', letter]];
const submit = (more: object) => tryTo(depositGuarantee, due, ['submit', '2026-03-11 09:00', 'general-contractor', { ...letter, ...more }]);
const unfinished = { isFinished: false };

describe('保证金规定第十五条至第十七条：保函', () => {
  it('takes a letter that is as the rules want it', () => expect(submit({})).toBe('active'));

  it('第十六条「不可撤销见索即付保函」, for the authority, and no less than is due', () => {
    expect(submit({ isIrrevocable: false })).toBe('保函应当不可撤销、见索即付。');
    expect(submit({ isOnDemand: false })).toBe('保函应当不可撤销、见索即付。');
    expect(submit({ isForAuthority: false })).toContain('受益人');
    expect(submit({ amountFen: '59999999' })).toContain('低于核定的应存数额');
    expect(submit({ isOnDemand: null })).toContain('是否见索即付');
  });

  it('第十七条「至少为1年并不得短于合同期」; trap: a letter of exactly twelve months is not enough for a contract of eighteen', () => {
    expect(submit({ validUntil: '2027-03-11' })).toBe('保函 2027-03-11 到期，短于合同期（2027-09-30）。');
    expect(submit({ validUntil: '2027-03-11', contractEndsOn: '2027-03-11' })).toBe('active');
    expect(submit({ validUntil: '2027-03-10', contractEndsOn: '2026-12-31' })).toBe('active');
    expect(submit({ validUntil: '2027-03-09', contractEndsOn: '2026-12-31' })).toBe('保函有效期不满 12 个月。');
    expect(submit({ validUntil: '2027-09-29' })).toContain('短于合同期');
  });

  it('第十七条「保函到期前一个月提醒」', () => {
    const remind = (on: string, facts: object = unfinished, place = aPlace({})) => tryTo(depositGuarantee, active, ['remind', on, 'authority', facts], place);
    expect(remind('2027-08-29 23:59')).toBe('保函 2027-09-30 到期，届满前 1 个月起提醒。');
    expect(remind('2027-08-30 00:00')).toBe('renewal-due');
    expect(remind('2027-08-30 00:00', { isFinished: true })).toContain('不需要更换');
    expect(remind('2027-07-30 00:00', unfinished, aPlace({ 'deposit.remind-months': 2 }))).toBe('renewal-due');
  });

  it('is renewed before it ends; afterwards it has lapsed and the deposit is owed again', () => {
    const reminded: readonly Told[] = [...active, ['remind', '2027-08-30 09:00', 'authority', unfinished]];
    const next = { ...letter, validFrom: '2027-10-01', validUntil: '2028-09-30', contractEndsOn: '2028-06-30' };
    const short = { ...next, validUntil: '2028-09-29' };
    expect(tryTo(depositGuarantee, reminded, ['renew', '2027-09-30 23:59', 'general-contractor', next])).toBe('active');
    expect(tryTo(depositGuarantee, reminded, ['renew', '2027-09-30 23:59', 'general-contractor', short])).toContain('不满 12 个月');
    expect(tryTo(depositGuarantee, reminded, ['renew', '2027-10-01 00:00', 'general-contractor', { ...next, validUntil: '2028-10-01' }])).toContain(
      '已经到期失效',
    );
    expect(tryTo(depositGuarantee, reminded, ['lapse', '2027-09-30 23:59', 'system', unfinished])).toContain('到期日当天仍有效');
    expect(tryTo(depositGuarantee, reminded, ['lapse', '2027-10-01 00:00', 'system', { isFinished: true }])).toContain('办理返还');
    const lapsed: readonly Told[] = [...reminded, ['lapse', '2027-10-01 00:00', 'system', unfinished]];
    expect(tryTo(depositGuarantee, lapsed, ['submit', '2027-10-08 09:00', 'general-contractor', { ...next, validUntil: '2028-10-01' }])).toBe('active');
    expect(tryTo(depositGuarantee, lapsed, ['order-renew', '2027-10-08 09:00', 'authority', { orderNo: '责令 1 号', correctBy: '2027-10-15' }])).toBe(
      'ordered',
    );
  });

  it('is called while it is valid, and a new letter of the same amount takes its place; its own end then counts', () => {
    const reminded: readonly Told[] = [...active, ['remind', '2027-08-30 09:00', 'authority', unfinished]];
    const decision = { decisionNo: '处理 1 号', clearBy: '2027-08-31', isCleared: false };
    const used: readonly Told[] = [
      ...reminded,
      ['call', '2027-09-01 09:00', 'authority', decision],
      ['pay', '2027-09-06 09:00', 'bank', { onlyToWorkers: true }],
    ];
    expect(standAt(depositGuarantee, used, '2027-09-06 10:00').state).toBe('used');
    const put = (more: object): Told => [
      'replenish',
      '2027-09-10 09:00',
      'general-contractor',
      { ...letter, validFrom: '2027-09-10', validUntil: '2028-09-10', ...more },
    ];
    expect(tryTo(depositGuarantee, used, put({ amountFen: '59999999' }))).toContain('低于核定的应存数额');
    const replaced: readonly Told[] = [...used, put({})];
    expect(tryTo(depositGuarantee, replaced, ['lapse', '2027-10-01 00:00', 'system', unfinished])).toBe('保函 2028-09-10 才到期，到期日当天仍有效。');
  });

  it('第二十二条第三款「返还银行保函正本」', () => {
    const publicity = { isCompleted: true, commitment: '承诺 1 号', onBoard: true, onWebsite: true };
    const closed: readonly Told[] = [
      ...active,
      ['publicise', '2026-09-01 09:00', 'general-contractor', publicity],
      // 「公示30日后」: thirty days end on 2026-10-01; a term that runs out is not moved by 国庆.
      ['apply', '2026-10-02 09:00', 'general-contractor'],
      ['pass', '2026-10-12 09:00', 'authority', { hasArrears: false }],
      ['confirm', '2026-10-13 09:00', 'authority'],
      ['return', '2026-10-13 10:00', 'authority'],
    ];
    expect(standAt(depositGuarantee, closed, '2026-10-13 11:00')).toMatchObject({ state: 'closed', isOver: true });
    expect(tryTo(depositGuarantee, closed.slice(0, 4), ['apply', '2026-10-01 23:59', 'general-contractor'])).toContain('要等到 2026-10-01 期满之后');
  });
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(depositGuarantee)).toMatchSnapshot());
