import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { civilMoment } from '#kernel/civil-moment.ts';
import { fen } from '#kernel/fen.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Party } from '#law/parties.ts';
import { standing, take } from '#law/procedure-run.ts';
import type { Taken } from '#law/procedure.ts';
import type { RulePlace } from '#law/prepare.ts';
import { national } from '#profiles/index.ts';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { arbitration } from './arbitration.ts';

const place: RulePlace = {
  ...national,
  name: '某县',
  parameters: { 'wage.minimum.monthly': [{ from: civilDate('2026-01-01'), value: fen(210_000), basis: '文件', evidence: 'L' as const }] },
};
const setting = { calendar: nationalCalendar, place };
const commission = 'arbitration-commission';
const step = (code: string, happened: string, by: Party = commission, facts: unknown = {}): Taken => ({
  step: code,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(happened),
  facts,
});
const refusalOf = (history: readonly Taken[], asked: Taken, at = setting) => {
  const result = take(arbitration, history, asked, at);
  return result.ok ? null : result.refusal.code;
};
const due = (history: readonly Taken[], at: string, code: string) =>
  standing(arbitration, history, { ...setting, at: civilMoment(at) })?.open.find((one) => one.step.code === code)?.due?.on;

const direct = { manner: 'direct', proof: '回证' };
const pay = (amount: string) => ({ items: [{ what: '工资', kind: 'pay', amount }] });
const applied = [step('apply', '2026-02-25 09:00', 'worker', { claims: '工资', employer: '某公司' })];
const accepted = [...applied, step('accept', '2026-03-02 09:00')];
const served = [...accepted, step('serve-copy', '2026-03-05 09:00', commission, direct)];
const heard = [...served, step('reply', '2026-03-12 09:00', 'employer'), step('set-hearing', '2026-03-20 09:00', commission, { hearingOn: '2026-03-25' })];
const final = [...heard, step('award-final', '2026-04-16 09:00', commission, pay('2520000'))];
const finalServed = [...final, step('serve-worker', '2026-04-17 09:00', commission, direct), step('serve-employer', '2026-04-20 09:00', commission, direct)];
const ordinary = [...heard, step('award', '2026-04-16 09:00', commission, { number: '裁字 1 号' })];
const ordinaryServed = [
  ...ordinary,
  step('serve-worker', '2026-04-17 09:00', commission, direct),
  step('serve-employer', '2026-04-20 09:00', commission, direct),
];
const performBy = { performBy: '2026-05-08' };

describe('劳动争议仲裁流程', () => {
  it('goes from the application to enforcement, every step lawful', () => {
    let history: readonly Taken[] = [];
    for (const asked of [...finalServed, step('enforce', '2026-05-11 09:00', 'worker', performBy), step('perform', '2026-06-01 09:00', 'employer')]) {
      const result = take(arbitration, history, asked, setting);
      expect(result).toMatchObject({ ok: true });
      if (result.ok) history = result.value;
    }
    expect(standing(arbitration, history, { ...setting, at: civilMoment('2026-06-02 09:00') })).toMatchObject({ state: 'performed', isOver: true });
  });

  it.each([
    ['accept', applied, '2026-03-02'],
    ['serve-copy', accepted, '2026-03-09'],
    ['tell-tribunal', accepted, '2026-03-09'],
    ['reply', served, '2026-03-16'],
    ['award', heard, '2026-04-16'],
    ['sue-final', finalServed, '2026-05-06'],
    ['ask-annulment', finalServed, '2026-05-20'],
    ['sue-as-worker', ordinaryServed, '2026-05-06'],
    ['sue-as-employer', ordinaryServed, '2026-05-06'],
  ] as const)('%s is due %s', (code, history, expected) => expect(due(history, '2026-04-20 10:00', code)).toBe(expected));

  it('prolongs the award by fifteen days, once, before it is over', () => {
    const extended = [...heard, step('extend', '2026-04-16 17:00', commission, { reason: '案情复杂' })];
    // The 60th day is 05-01; 劳动节 ends on 05-05.
    expect(due(extended, '2026-04-17 09:00', 'award')).toBe('2026-05-06');
    expect(refusalOf(heard, step('extend', '2026-04-17 09:00', commission, { reason: '案情复杂' }))).toBe('lapsed');
    expect(refusalOf(extended, step('extend', '2026-04-30 09:00', commission, { reason: '案情复杂' }))).toBe('not-from-here');
    expect(refusalOf(heard, step('sue-late', '2026-04-16 23:59', 'worker'))).toBe('too-early');
    expect(refusalOf(heard, step('sue-late', '2026-04-17 00:00', 'worker'))).toBeNull();
    expect(refusalOf(extended, step('sue-late', '2026-04-17 00:00', 'worker'))).toBe('too-early');
    expect(refusalOf(extended, step('sue-late', '2026-05-07 00:00', 'worker'))).toBeNull();
  });

  it.each([
    ['a hearing told four days ahead', served, step('set-hearing', '2026-03-21 09:00', commission, { hearingOn: '2026-03-25' }), 'condition'],
    ['an award called final with an item above the limit', heard, step('award-final', '2026-04-16 09:00', commission, pay('2520001')), 'condition'],
    [
      'advance enforcement without hardship',
      heard,
      step('enforce-in-advance', '2026-04-01 09:00', commission, { relationClear: true, hardship: false }),
      'condition',
    ],
    ['the worker’s suit on the 16th day', finalServed, step('sue-final', '2026-05-07 09:00', 'worker'), 'lapsed'],
    ['an employer’s suit against a final award', finalServed, step('sue-final', '2026-04-21 09:00', 'employer'), 'not-yours'],
    ['an annulment without a ground', finalServed, step('ask-annulment', '2026-05-07 09:00', 'employer'), 'cannot-determine'],
    ['effect before the days to sue are over', ordinaryServed, step('take-effect', '2026-05-06 23:59'), 'too-early'],
    ['enforcement before the day to perform', finalServed, step('enforce', '2026-05-08 09:00', 'worker', performBy), 'condition'],
    ['enforcement after two years', finalServed, step('enforce', '2028-05-09 09:00', 'worker', performBy), 'condition'],
    ['a suit before the five days are over', applied, step('sue-undecided', '2026-03-02 09:00', 'worker'), 'too-early'],
  ] as const)('refuses %s', (_why, history, asked, code) => expect(refusalOf(history, asked)).toBe(code));

  it('takes effect when the later of both has let the days pass', () => {
    expect(refusalOf(ordinaryServed, step('take-effect', '2026-05-07 00:00'))).toBeNull();
  });

  it('does not take effect while one side is unserved, nor before days that a publication begins', () => {
    const oneSide = [...ordinary, step('serve-worker', '2026-04-17 09:00', commission, direct)];
    expect(refusalOf(oneSide, step('take-effect', '2026-05-20 00:00'))).toBe('condition');
    // Published on 04-17: served on 05-17; fifteen days end on 06-01, a Monday.
    const published = [
      ...ordinary,
      step('serve-employer', '2026-04-17 09:00', commission, { manner: 'publication', proof: '公告 1 号' }),
      step('serve-worker', '2026-04-20 09:00', commission, direct),
    ];
    expect(refusalOf(published, step('take-effect', '2026-06-01 23:59'))).toBe('too-early');
    expect(refusalOf(published, step('take-effect', '2026-06-02 00:00'))).toBeNull();
  });

  it('解释一第二十一条: lets the worker sue in time also after the employer has asked for annulment', () => {
    const asked = [...finalServed, step('ask-annulment', '2026-04-21 09:00', 'employer', { ground: 'procedure' })];
    expect(refusalOf(asked, step('sue-final', '2026-05-06 09:00', 'worker'))).toBeNull();
    expect(refusalOf(asked, step('sue-final', '2026-05-07 09:00', 'worker'))).toBe('lapsed');
  });

  it('没有当地最低工资标准时不能称终局', () => {
    expect(refusalOf(heard, step('award-final', '2026-04-16 09:00', commission, pay('1')), { ...setting, place: national })).toBe('cannot-determine');
  });

  it('lets either side sue when a final award is annulled', () => {
    const annulled = [
      ...finalServed,
      step('ask-annulment', '2026-05-07 09:00', 'employer', { ground: 'procedure' }),
      step('annul', '2026-06-15 09:00', 'court', direct),
    ];
    expect(due(annulled, '2026-06-15 10:00', 'sue-annulled')).toBe('2026-06-30');
    expect(refusalOf(annulled, step('sue-annulled', '2026-06-30 09:00', 'worker'))).toBeNull();
  });
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(arbitration)).toMatchSnapshot());
