import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Party } from '#law/parties.ts';
import { standing, take } from '#law/procedure-run.ts';
import type { Taken } from '#law/procedure.ts';
import { jiayuguan } from '#profiles/index.ts';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { rectification } from './rectification.ts';

const setting = { calendar: nationalCalendar, place: jiayuguan };
const step = (code: string, happened: string, by: Party = 'government', facts: unknown = {}): Taken => ({
  step: code,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(happened),
  facts,
});
const refusalOf = (history: readonly Taken[], asked: Taken) => {
  const result = take(rectification, history, asked, setting);
  return result.ok ? null : result.refusal.code;
};
const named = (...names: readonly string[]) => names.map((name) => ({ name }));

const members = ['市联席会议其他成员单位'];
const builders = ['市建设局', '市交通局', '市水务局'];
/** The seventeen items of 嘉峪关市保障农民工工资支付工作问题整改方案 (2018), shortened; 「长期坚持」 without a day has none. Days moved to 2026. */
const PLAN: readonly (readonly [problem: string, lead: readonly string[], supporting: readonly string[], dueOn: string | null, isOngoing: boolean])[] = [
  ['拖欠工资问题仍比较突出', ['市人社局', '市公安局', '市信访局'], members, '2026-12-31', true],
  ['没有纳入政府考核评价指标体系', ['市人社局'], members, '2026-12-31', false],
  ['行业主管部门作用没有有效发挥', ['市人社局'], members, '2026-07-31', true],
  ['工程建设领域保障工资支付制度没有完全落实', ['市人社局'], [...builders, '人民银行嘉峪关中心支行'], '2026-12-31', false],
  ['工程建设领域市场秩序需改进', builders, members, '2026-08-31', true],
  ['企业守法诚信管理制度需要完善', ['市人社局'], members, null, true],
  ['联席会议组织领导作用发挥不明显', ['市人社局'], members, '2026-07-31', true],
  ['未制定工资保证金差异化缴存办法', ['市人社局'], builders, '2026-08-31', false],
  ['工资支付监控预警机制不完善', ['市人社局'], [...builders, '市公安局', '市信访局'], '2026-07-10', true],
  ['未制定农民工实名制管理制度', builders, ['市人社局'], '2026-11-30', false],
  ['先交保证金后核发施工许可证的监督需加强', builders, ['市人社局'], null, true],
  ['未全面实行银行代发工资制度', ['市人社局', ...builders], ['人民银行嘉峪关中心支行'], '2026-10-31', true],
  ['未建立专户储存、分账管理制度', ['市人社局', ...builders], ['人民银行嘉峪关中心支行'], '2026-12-31', true],
  ['未建立欠薪失信联合惩戒机制', ['市人社局', '市发改委', '市市场监督管理局'], ['法院', ...members], null, true],
  ['法律援助制度需进一步完善', ['市司法局'], [], '2026-07-31', true],
  ['困难救助办法不完善', ['市总工会'], [], '2026-12-31', true],
  ['成员单位信息沟通不够', ['市人社局', '市公安局', '市信访局'], members, null, true],
];
const itemFacts = PLAN.map(([problem, lead, supporting, dueOn, isOngoing], place) => ({
  number: place + 1,
  problem,
  measures: '按方案所列措施',
  lead: named(...lead),
  supporting: named(...supporting),
  dueOn,
  isOngoing,
}));
const through = (facts: unknown): readonly Taken[] => [
  step('list', '2026-06-15 09:00', 'government', facts),
  step('begin', '2026-06-16 09:00', 'department'),
  step('tell-progress', '2026-07-01 09:00', 'department', { record: '已起草' }),
  step('submit', '2026-07-08 09:00', 'department', { evidence: '佐证 1 号' }),
  step('verify', '2026-07-10 09:00', 'government', { checkedBy: '市联席会议办公室', isSettled: true }),
  step('look-back', '2026-10-12 09:00', 'government', { rebounded: false }),
];
const [listed, begun, , submitted] = through(itemFacts[7]);
const first = [listed, begun, submitted].flatMap((taken) => taken ?? []);

describe('整改事项流程: 「明确责任部门、责任人和完成时限」', () => {
  it('carries the seventeen items of 嘉峪关 from the problem to the look-back', () => {
    expect(itemFacts).toHaveLength(17);
    for (const facts of itemFacts) {
      let history: readonly Taken[] = [];
      for (const asked of through(facts)) {
        const result = take(rectification, history, asked, setting);
        expect(result).toMatchObject({ ok: true });
        if (result.ok) history = result.value;
      }
      expect(standing(rectification, history, { ...setting, at: civilMoment('2026-10-13 09:00') })).toMatchObject({ state: 'closed', isOver: true });
    }
  });

  it('criticises only what is overdue: the last day itself is in time', () => {
    const open = first.slice(0, 2);
    const criticise = (at: string) => refusalOf(open, step('criticise', at, 'government', { reason: '整改不力' }));
    expect([criticise('2026-08-31 23:59'), criticise('2026-09-01 00:00')]).toEqual(['condition', null]);
    const ongoing = through(itemFacts[5]).slice(0, 2);
    expect(refusalOf(ongoing, step('criticise', '2026-12-01 09:00', 'government', { reason: '整改不力' }))).toBe('cannot-determine');
  });

  it.each([
    ['an item without a unit in charge', [], step('list', '2026-06-15 09:00', 'government', { ...itemFacts[0], lead: [] }), 'condition'],
    ['an item with neither a day nor 长期坚持', [], step('list', '2026-06-15 09:00', 'government', { ...itemFacts[5], isOngoing: false }), 'condition'],
    ['an item without measures', [], step('list', '2026-06-15 09:00', 'government', { ...itemFacts[0], measures: null }), 'cannot-determine'],
    ['the unit in charge checking itself', first, step('verify', '2026-07-10 09:00', 'government', { checkedBy: '市人社局', isSettled: true }), 'condition'],
    ['closing what is not settled', first, step('verify', '2026-07-10 09:00', 'government', { checkedBy: '市联席会议办公室', isSettled: false }), 'condition'],
    ['closing by the department', first, step('verify', '2026-07-10 09:00', 'department', { checkedBy: '市联席会议办公室', isSettled: true }), 'not-yours'],
    ['a submission without evidence', first.slice(0, 2), step('submit', '2026-07-08 09:00', 'department'), 'cannot-determine'],
  ] as const)('refuses %s', (_why, history, asked, code) => expect(refusalOf(history, asked)).toBe(code));

  it('begins again when the look-back finds a rebound', () => {
    const verified = through(itemFacts[0]).slice(0, 5);
    expect(refusalOf(verified, step('look-back', '2026-10-12 09:00', 'government', { rebounded: true }))).toBe('condition');
    expect(refusalOf(verified, step('rebound', '2026-10-12 09:00', 'government', { rebounded: true }))).toBeNull();
    expect(refusalOf(first, step('send-back', '2026-07-10 09:00', 'government', { reason: '证据不足' }))).toBeNull();
  });
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(rectification)).toMatchSnapshot());
