import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Party } from '#law/parties.ts';
import { knownAt, standing, take } from '#law/procedure-run.ts';
import type { Taken } from '#law/procedure.ts';
import { national } from '#profiles/index.ts';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { courtEnforcement } from './court-enforcement.ts';

const setting = { calendar: nationalCalendar, place: national };
const step = (code: string, happened: string, by: Party = 'authority', facts: unknown = {}, recorded = happened): Taken => ({
  step: code,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(recorded),
  facts,
});
const refusalOf = (history: readonly Taken[], asked: Taken) => {
  const result = take(courtEnforcement, history, asked, setting);
  return result.ok ? null : result.refusal;
};
const at = (history: readonly Taken[], moment: string) => standing(courtEnforcement, history, { ...setting, at: civilMoment(moment) });
const due = (history: readonly Taken[], moment: string, code: string) => at(history, moment)?.open.find((one) => one.step.code === code)?.due;
const run = (history: readonly Taken[]) => {
  let taken: readonly Taken[] = [];
  for (const asked of history) {
    const result = take(courtEnforcement, taken, asked, setting);
    expect([asked.step, result.ok ? 'taken' : result.refusal.says]).toEqual([asked.step, 'taken']);
    if (result.ok) taken = result.value;
  }
  return taken;
};

const direct = { manner: 'direct', proof: '回证 1 号' };
const published = { manner: 'publication', proof: '公告 1 号' };
const papers = { application: true, decision: true, opinion: true, object: true };

/** Served on 2026-03-02: the remedy ends on 9月2日, the window on 12月2日. Demanded on 9月24日: ten working days end on 10月15日. */
const served = [step('serve', '2026-03-02 09:00', 'authority', direct)];
const expired = [...served, step('expire', '2026-09-03 09:00', 'system', { expiredOn: '2026-09-02' })];
const demanded = [...expired, step('demand', '2026-09-24 09:00', 'authority', direct)];
const applied = [...demanded, step('apply', '2026-10-16 09:00', 'authority', papers)];
const accepted = [...applied, step('accept', '2026-10-21 09:00', 'court')];

describe('申请法院强制执行流程', () => {
  it('goes from service to execution, every step lawful', () => {
    const history = run([...accepted, step('rule', '2026-10-28 09:00', 'court'), step('execute', '2026-12-10 09:00', 'court')]);
    expect(at(history, '2026-12-11 09:00')).toMatchObject({ state: 'executed', isOver: true, open: [] });
  });

  it.each([
    ['the party sues', 'contested', [...served, step('contest', '2026-09-02 09:00', 'party-concerned', { channel: 'lawsuit' })]],
    ['the party performs after the demand', 'performed', [...demanded, step('perform', '2026-10-09 09:00', 'party-concerned', { inFull: true })]],
    ['three months pass', 'lapsed', [...demanded, step('lapse', '2026-12-03 00:00', 'system')]],
    [
      'the court does not accept; the authority objects and is accepted',
      'accepted',
      [
        ...applied,
        step('refuse', '2026-10-20 09:00', 'court', { reason: '材料不全' }),
        step('object', '2026-11-04 09:00'),
        step('accept-on-review', '2026-11-10 09:00', 'court'),
      ],
    ],
    [
      'the court does not accept and so be it',
      'ended',
      [...applied, step('refuse', '2026-10-20 09:00', 'court', { reason: '材料不全' }), step('accept-refusal', '2026-11-05 09:00')],
    ],
    [
      'the court hears the parties and allows it',
      'ruled',
      [...accepted, step('examine', '2026-10-22 09:00', 'court'), step('rule-after-hearing', '2026-11-20 09:00', 'court')],
    ],
    [
      'the court hears the parties and denies it',
      'denied',
      [...accepted, step('examine', '2026-10-22 09:00', 'court'), step('deny', '2026-11-20 09:00', 'court', { reason: '明显缺乏事实根据' })],
    ],
  ] as const)('branches: %s', (_why, state, history) => expect(at(run(history), '2026-12-31 09:00')?.state).toBe(state));

  it.each([
    ['an expiry that is not over', served, step('expire', '2026-09-02 23:59', 'system', { expiredOn: '2026-09-02' }), 'condition', '届满之后'],
    ['an expiry counted wrong', served, step('expire', '2026-09-03 09:00', 'system', { expiredOn: '2026-05-01' }), 'condition', '到 2026-09-02 届满'],
    ['an expiry nobody dated', served, step('expire', '2026-09-03 09:00', 'system'), 'cannot-determine', '届满之日'],
    ['an application without demand', expired, step('apply', '2026-10-16 09:00', 'authority', papers), 'condition', '没有催告'],
    ['an application on the tenth working day', demanded, step('apply', '2026-10-15 23:59', 'authority', papers), 'condition', '催告期到 2026-10-15'],
    [
      'an application without the party’s opinion',
      demanded,
      step('apply', '2026-10-16 09:00', 'authority', { ...papers, opinion: false }),
      'condition',
      '当事人的意见及催告情况',
    ],
    ['an application whose papers nobody checked', demanded, step('apply', '2026-10-16 09:00'), 'cannot-determine', '申请书'],
    ['an application after three months', demanded, step('apply', '2026-12-03 00:00', 'authority', papers), 'lapsed', '不能再申请'],
    ['a lapse on the last day', demanded, step('lapse', '2026-12-02 23:59', 'system'), 'too-early', '期满之后'],
    ['half a performance', demanded, step('perform', '2026-10-09 09:00', 'party-concerned', { inFull: false }), 'condition', '一部分'],
    [
      'reconsideration after sixty days',
      served,
      step('contest', '2026-05-07 00:00', 'party-concerned', { channel: 'reconsideration' }),
      'condition',
      '2026-05-06',
    ],
    ['a lawsuit after six months', served, step('contest', '2026-09-03 00:00', 'party-concerned', { channel: 'lawsuit' }), 'lapsed', '2026-09-02'],
    ['a demand while the remedy runs', served, step('demand', '2026-04-01 09:00', 'authority', direct), 'not-from-here', '救济期限内'],
    ['an acceptance by the authority', applied, step('accept', '2026-10-21 09:00'), 'not-yours', '人民法院'],
    [
      'an objection after fifteen days',
      [...applied, step('refuse', '2026-10-20 09:00', 'court', { reason: '材料不全' })],
      step('object', '2026-11-05 00:00'),
      'lapsed',
      '裁定生效',
    ],
    [
      'a denial without reasons',
      [...accepted, step('examine', '2026-10-22 09:00', 'court')],
      step('deny', '2026-11-20 09:00', 'court'),
      'cannot-determine',
      '理由',
    ],
    ['a resumption of what runs', accepted, step('resume', '2026-10-22 09:00', 'court'), 'condition', '没有中止'],
  ] as const)('refuses %s', (_why, history, asked, code, says) => {
    const refusal = refusalOf(history, asked);
    expect([refusal?.code, refusal?.says.includes(says)]).toEqual([code, true]);
  });

  it('takes each on its last lawful day', () => {
    expect(refusalOf(demanded, step('apply', '2026-10-16 00:00', 'authority', papers))).toBeNull();
    expect(refusalOf(demanded, step('apply', '2026-12-02 23:59', 'authority', papers))).toBeNull();
    expect(refusalOf(served, step('contest', '2026-05-06 23:59', 'party-concerned', { channel: 'reconsideration' }))).toBeNull();
    expect(refusalOf([...applied, step('refuse', '2026-10-20 09:00', 'court', { reason: '材料不全' })], step('object', '2026-11-04 23:59'))).toBeNull();
  });
});

describe('《行政强制法》第五十三条、第五十四条: 三个月与十日', () => {
  it('the window counts from the remedy’s end, not from the day somebody confirmed it', () => {
    const late = run([...served, step('expire', '2026-10-20 09:00', 'system', { expiredOn: '2026-09-02' })]);
    expect(due(late, '2026-10-21 09:00', 'apply')).toMatchObject({ on: '2026-12-02', isOver: false });
  });

  it('a remedy that ends in 国庆 ends on 10月8日, its window in a year without a calendar', () => {
    const spring = [step('serve', '2026-04-03 09:00', 'authority', direct)];
    expect(refusalOf(spring, step('expire', '2026-10-08 23:59', 'system', { expiredOn: '2026-10-08' }))).toMatchObject({ code: 'condition' });
    const over = run([...spring, step('expire', '2026-10-09 09:00', 'system', { expiredOn: '2026-10-08' })]);
    expect(due(over, '2026-10-10 09:00', 'apply')).toMatchObject({ on: '2027-01-08', provisional: true });
  });

  it('a demand served before 春节 waits longer', () => {
    const autumn = run([
      step('serve', '2025-07-01 09:00', 'authority', direct),
      step('expire', '2026-01-05 09:00', 'system', { expiredOn: '2026-01-04' }),
      step('demand', '2026-02-11 09:00', 'authority', direct),
    ]);
    expect(refusalOf(autumn, step('apply', '2026-03-03 23:59', 'authority', papers))).toMatchObject({ code: 'condition' });
    expect(refusalOf(autumn, step('apply', '2026-03-04 00:00', 'authority', papers))).toBeNull();
  });

  it('a deferral that ends later moves the window', () => {
    expect(refusalOf(served, step('expire', '2026-09-03 09:00', 'system', { expiredOn: '2026-09-02', deferredTo: '2026-10-30' }))).toMatchObject({
      code: 'condition',
    });
    const deferred = run([...served, step('expire', '2026-10-31 09:00', 'system', { expiredOn: '2026-10-30', deferredTo: '2026-10-30' })]);
    expect(due(deferred, '2026-11-01 09:00', 'apply')).toMatchObject({ on: '2027-02-01' });
  });

  it('公告送达: remedy and demand run from thirty days after publication', () => {
    const posted = [step('serve', '2026-03-02 09:00', 'authority', published)];
    // Effective on 4月1日: six months end on 10月1日, in 国庆, and so on 10月8日.
    expect(refusalOf(posted, step('expire', '2026-09-03 09:00', 'system', { expiredOn: '2026-09-02' }))?.says).toContain('2026-10-08');
    const byPaper = run([...expired, step('demand', '2026-09-24 09:00', 'authority', published)]);
    // Effective on 10月24日: ten working days end on 11月6日.
    expect(refusalOf(byPaper, step('apply', '2026-11-06 23:59', 'authority', papers))).toMatchObject({ code: 'condition' });
    expect(refusalOf(byPaper, step('apply', '2026-11-07 00:00', 'authority', papers))).toBeNull();
  });
});

describe('《行政强制法》第五十六条至第五十八条: 受理五日、裁定七日或者三十日', () => {
  it('accepts within five working days', () => {
    expect(due(applied, '2026-10-23 23:59', 'accept')).toMatchObject({ on: '2026-10-23', isOver: false });
    expect(due(applied, '2026-10-24 00:00', 'accept')).toMatchObject({ isOver: true });
  });

  it('the court above has fifteen days over an acceptance, thirty over a denial, natural days', () => {
    const objected = run([...applied, step('refuse', '2026-10-20 09:00', 'court', { reason: '材料不全' }), step('object', '2026-11-04 09:00')]);
    expect(due(objected, '2026-11-19 23:59', 'accept-on-review')).toMatchObject({ on: '2026-11-19', isOver: false });
    expect(due(objected, '2026-11-20 00:00', 'uphold-refusal')).toMatchObject({ on: '2026-11-19', isOver: true });
    expect(refusalOf(objected, step('accept', '2026-11-10 09:00', 'court'))).toMatchObject({ code: 'not-from-here' });
    expect(due(run([...objected, step('accept-on-review', '2026-11-10 09:00', 'court')]), '2026-11-11 09:00', 'rule')).toMatchObject({ on: '2026-11-19' });
    const denied = run([...accepted, step('examine', '2026-10-22 09:00', 'court'), step('deny', '2026-11-20 09:00', 'court', { reason: '缺乏依据' })]);
    const again = run([...denied, step('object-denial', '2026-12-01 09:00')]);
    expect(due(again, '2026-12-31 23:59', 'rule-on-review')).toMatchObject({ on: '2026-12-31', isOver: false });
    expect(at(run([...again, step('uphold-denial', '2026-12-31 09:00', 'court')]), '2026-12-31 10:00')?.state).toBe('ended');
    expect(refusalOf(denied, step('object-denial', '2026-12-06 00:00'))).toBeNull();
  });

  it('rules within seven working days, or thirty natural days where it hears the parties', () => {
    expect(due(accepted, '2026-10-30 23:59', 'rule')).toMatchObject({ on: '2026-10-30', isOver: false });
    expect(due(accepted, '2026-10-31 00:00', 'rule')).toMatchObject({ isOver: true });
    const examining = run([...accepted, step('examine', '2026-10-22 09:00', 'court')]);
    expect(due(examining, '2026-11-20 23:59', 'rule-after-hearing')).toMatchObject({ on: '2026-11-20', isOver: false });
  });

  it('stands still while the court has suspended', () => {
    const stopped = run([...accepted, step('suspend', '2026-10-22 09:00', 'court', { reason: '当事人申请破产' })]);
    expect(due(stopped, '2026-11-30 09:00', 'rule')).toBeNull();
    expect(refusalOf(stopped, step('suspend', '2026-10-23 09:00', 'court', { reason: '又' }))).toMatchObject({ code: 'condition' });
    // Four working days, 23 to 28 October, from 30 October on: 5 November.
    const again = run([...stopped, step('resume', '2026-10-28 09:00', 'court')]);
    expect(due(again, '2026-10-29 09:00', 'rule')).toMatchObject({ on: '2026-11-05' });
    const ruled = run([...accepted, step('rule', '2026-10-28 09:00', 'court'), step('suspend', '2026-10-29 09:00', 'court', { reason: '案外人异议' })]);
    expect(refusalOf(ruled, step('execute', '2026-11-02 09:00', 'court'))).toMatchObject({ code: 'condition' });
  });
});

describe('发生与登记', () => {
  it('what was recorded later was not known, and still counts from the day it happened', () => {
    const late = run([...expired, step('demand', '2026-09-24 09:00', 'authority', direct, '2026-10-12 09:00')]);
    expect(refusalOf(late, step('apply', '2026-10-16 00:00', 'authority', papers))).toBeNull();
    expect(knownAt(late, civilMoment('2026-10-11 09:00')).map((taken) => taken.step)).toEqual(['serve', 'expire']);
    expect(refusalOf(expired, step('demand', '2026-09-24 09:00', 'authority', direct, '2026-09-23 09:00'))).toMatchObject({ code: 'recorded-before-happened' });
    expect(refusalOf(expired, step('demand', '2026-09-02 09:00', 'authority', direct))).toMatchObject({ code: 'before-last-step' });
  });
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(courtEnforcement)).toMatchSnapshot());
