import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { civilMoment } from '#kernel/civil-moment.ts';
import { fen } from '#kernel/fen.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { PlaceParameters } from '#law/parameters/index.ts';
import type { Party } from '#law/parties.ts';
import { knownAt, standing, take } from '#law/procedure-run.ts';
import type { Taken } from '#law/procedure.ts';
import { national } from '#profiles/index.ts';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { penalty } from './penalty.ts';

/** An invented place where 60,000 yuan is a large fine for a unit. */
const local: PlaceParameters = {
  name: '某市',
  above: national,
  parameters: { 'penalty.hearing.large-fine.unit': [{ from: civilDate('2022-01-01'), value: fen(6_000_000), basis: '地方听证规定', evidence: 'L' }] },
};
const step = (code: string, happened: string, by: Party = 'authority', facts: unknown = {}, recorded = happened): Taken => ({
  step: code,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(recorded),
  facts,
});
const setting = (place: PlaceParameters = local) => ({ calendar: nationalCalendar, place });
const refusalOf = (history: readonly Taken[], asked: Taken, place?: PlaceParameters) => {
  const result = take(penalty, history, asked, setting(place));
  return result.ok ? null : result.refusal;
};
const at = (history: readonly Taken[], moment: string) => standing(penalty, history, { ...setting(), at: civilMoment(moment) });
const due = (history: readonly Taken[], moment: string, code: string) => at(history, moment)?.open.find((one) => one.step.code === code)?.due;
const run = (history: readonly Taken[]) => {
  let taken: readonly Taken[] = [];
  for (const asked of history) {
    const result = take(penalty, taken, asked, setting());
    expect([asked.step, result.ok ? 'taken' : result.refusal.says]).toEqual([asked.step, 'taken']);
    if (result.ok) taken = result.value;
  }
  return taken;
};

const direct = (n: number) => ({ manner: 'direct', proof: `回证 ${n} 号` });
const published = { manner: 'publication', proof: '公告 1 号' };
/** 未设告示牌 (第五十六条), ordered until 2 February, not corrected; 50,000 yuan, below the place's large fine. */
const small = {
  violation: '56-4',
  orderServedOn: '2026-01-20',
  orderDueOn: '2026-02-02',
  correctedOn: 'not-yet',
  officers: 2,
  fine: '5000000',
  stopWork: false,
  qualification: false,
  reviewGround: 'none',
  grave: false,
  evaluated: true,
};
/** 未存保证金 (第五十五条) with stop-work: a hearing type. */
const large = { ...small, violation: '55-2', fine: '8000000', stopWork: true, grave: true };
const usual = { statement: 'heard', fine: '5000000', outcome: 'usual', heavier: false, remedies: true };
const usualLarge = { ...usual, fine: '8000000' };
const held = { presiderInvestigated: false, isPublic: true, recorded: true };

const filed = [step('file', '2026-02-03 09:00', 'authority-head')];
const proposed = [...filed, step('propose', '2026-02-04 09:00', 'inspector', small)];
const noticed = [...proposed, step('notify', '2026-02-05 09:00', 'authority', direct(1))];
const decided = [...noticed, step('decide', '2026-02-10 09:00', 'authority-head', usual)];
const served = [...decided, step('serve', '2026-02-11 09:00', 'authority', direct(2))];

const proposedLarge = [...filed, step('propose', '2026-02-04 09:00', 'inspector', large)];
const noticedLarge = [...proposedLarge, step('notify', '2026-02-05 09:00', 'authority', direct(1))];
const set = [...noticedLarge, step('request-hearing', '2026-02-12 17:00', 'party-concerned'), step('set-hearing', '2026-02-13 09:00', 'authority', direct(3))];
const heard = [...set, step('hold-hearing', '2026-03-03 09:00', 'authority', held)];

describe('行政处罚流程', () => {
  it('goes from filing to the closing without a hearing, every step lawful', () => {
    const history = run([
      ...served,
      step('publish', '2026-02-24 09:00', 'authority', { impact: true, masked: true }),
      step('pay', '2026-02-26 09:00', 'party-concerned', { inFull: true, surchargePaid: true }),
      step('close', '2026-03-02 09:00', 'authority-head'),
    ]);
    expect(at(history, '2026-03-03 09:00')).toMatchObject({ state: 'closed', isOver: true });
  });

  it('goes the long way: hearing, legal review, collective discussion, late, to the court', () => {
    const history = run([
      ...heard,
      step('review', '2026-03-05 09:00', 'authority', { passed: true }),
      step('discuss', '2026-03-09 09:00', 'authority-head'),
      step('decide', '2026-03-10 09:00', 'authority-head', usualLarge),
      step('serve', '2026-03-12 09:00', 'authority', direct(4)),
      step('record-late', '2026-03-28 09:00', 'system'),
      step('go-to-court', '2026-09-20 09:00'),
    ]);
    expect(at(history, '2026-09-21 09:00')).toMatchObject({ state: 'enforcement', isOver: true });
  });

  it.each([
    ['must not be punished', 'spared', [...noticed, step('spare', '2026-02-06 09:00', 'authority-head', { ground: 'minor', educated: true })]],
    ['first time, may go unpunished', 'spared', [...proposed, step('spare', '2026-02-05 09:00', 'authority-head', { ground: 'first', educated: true })]],
    ['no violation: nobody to educate', 'spared', [...noticed, step('spare', '2026-02-06 09:00', 'authority-head', { ground: 'unfounded', educated: false })]],
    [
      'below the range because it must be mitigated',
      'decided',
      [...noticed, step('decide', '2026-02-10 09:00', 'authority-head', { ...usual, fine: '3000000', outcome: 'reduced' })],
    ],
    ['lighter within the range', 'decided', [...noticed, step('decide', '2026-02-10 09:00', 'authority-head', { ...usual, outcome: 'lighter' })]],
    ['a crime', 'transferred', [...noticed, step('transfer', '2026-02-06 09:00', 'authority-head')]],
    ['a hearing waived', 'ended', [...noticedLarge, step('waive-hearing', '2026-02-06 09:00', 'party-concerned', { proof: '声明 1 号' })]],
    ['a party that did not come', 'ended', [...set, step('end-hearing', '2026-03-03 09:00')]],
    [
      'a fine paid late with its surcharge',
      'paid',
      [...served, step('record-late', '2026-02-27 09:00', 'system'), step('pay', '2026-03-05 09:00', 'party-concerned', { inFull: true, surchargePaid: true })],
    ],
    [
      'upheld after reconsideration, to the court',
      'enforcement',
      [
        ...served,
        step('record-late', '2026-02-27 09:00', 'system'),
        step('reconsider', '2026-04-13 09:00', 'party-concerned'),
        step('uphold', '2026-06-10 09:00', 'government'),
        step('go-to-court', '2026-09-20 09:00'),
      ],
    ],
  ] as const)('branches: %s', (_why, state, history) => expect(at(run(history), '2026-12-01 09:00')?.state).toBe(state));

  it.each([
    ['a fine without an order', { orderServedOn: 'not-yet' }, 'condition', '没有责令限期改正，不得罚款'],
    ['a fine on the last day of the order', { orderDueOn: '2026-02-04' }, 'condition', '才满，不得罚款'],
    ['a fine for what was corrected in time', { correctedOn: '2026-02-02' }, 'condition', '在责令的期限内改正，不得罚款'],
    ['one officer', { officers: 1 }, 'condition', '不得少于 2 人'],
    ['stop-work where the article knows none', { stopWork: true }, 'condition', '没有责令停工'],
    ['qualification where the article knows none', { qualification: true }, 'condition', '不涉及资质'],
    ['more than the range', { fine: '10000001' }, 'condition', '上限'],
    ['no look at leniency', { evaluated: false }, 'condition', '从轻'],
    ['retaliation, which knows no fine', { violation: '30-4' }, 'condition', '没有罚款'],
    ['nobody knows whether it was corrected', { correctedOn: null }, 'cannot-determine', '改正之日'],
    ['nobody said how grave it is', { grave: null }, 'cannot-determine', '情节复杂'],
  ] as const)('refuses to propose %s', (_why, change, code, says) => {
    const refusal = refusalOf(filed, step('propose', '2026-02-04 09:00', 'inspector', { ...small, ...change }));
    expect([refusal?.code, refusal?.says.includes(says)]).toEqual([code, true]);
  });

  it('proposes the upper end, and a day after the order ended', () => {
    expect(refusalOf(filed, step('propose', '2026-02-04 09:00', 'inspector', { ...small, fine: '10000000', orderDueOn: '2026-02-03' }))).toBeNull();
  });

  it('asks whether the fine is large where the place has set no amount', () => {
    expect(refusalOf(filed, step('propose', '2026-02-04 09:00', 'inspector', small), national)).toMatchObject({ code: 'cannot-determine' });
    expect(refusalOf(filed, step('propose', '2026-02-04 09:00', 'inspector', { ...small, largeFine: false }), national)).toBeNull();
  });

  it.each([
    ['a decision without notice', proposed, step('decide', '2026-02-05 09:00', 'authority-head', usual), '没有事先告知'],
    ['a decision over an unheard party', noticed, step('decide', '2026-02-10 09:00', 'authority-head', { ...usual, statement: 'refused' }), '拒绝听取'],
    ['a heavier fine because it spoke up', noticed, step('decide', '2026-02-10 09:00', 'authority-head', { ...usual, heavier: true }), '更重'],
    ['a decision silent on remedies', noticed, step('decide', '2026-02-10 09:00', 'authority-head', { ...usual, remedies: false }), '行政复议'],
    ['more than the range', noticed, step('decide', '2026-02-10 09:00', 'authority-head', { ...usual, fine: '10000001' }), '上限'],
    ['less than the range without mitigation', noticed, step('decide', '2026-02-10 09:00', 'authority-head', { ...usual, fine: '4999999' }), '下限'],
    [
      'a decision while a hearing may still be asked for',
      noticedLarge,
      step('decide', '2026-02-12 09:00', 'authority-head', usualLarge),
      '要求听证的期限到 2026-02-12',
    ],
    ['a decision after a hearing without legal review', heard, step('decide', '2026-03-04 09:00', 'authority-head', usualLarge), '法制审核'],
    [
      'a decision on a grave case without discussion',
      [...heard, step('review', '2026-03-05 09:00', 'authority', { passed: true })],
      step('decide', '2026-03-06 09:00', 'authority-head', usualLarge),
      '集体讨论',
    ],
    ['a review that did not pass', heard, step('review', '2026-03-05 09:00', 'authority', { passed: false }), '没有通过'],
    ['a hearing for a small fine', noticed, step('request-hearing', '2026-02-06 09:00', 'party-concerned'), '不属于应当组织听证'],
    ['an investigator who presides', set, step('hold-hearing', '2026-03-03 09:00', 'authority', { ...held, presiderInvestigated: true }), '非本案调查人员'],
    ['a secret hearing', set, step('hold-hearing', '2026-03-03 09:00', 'authority', { ...held, isPublic: false }), '公开举行'],
    ['a hearing without minutes', set, step('hold-hearing', '2026-03-03 09:00', 'authority', { ...held, recorded: false }), '笔录'],
    ['no education of whoever is spared', noticed, step('spare', '2026-02-06 09:00', 'authority-head', { ground: 'minor', educated: false }), '教育'],
    ['half a payment', served, step('pay', '2026-02-26 09:00', 'party-concerned', { inFull: false, surchargePaid: true }), '没有缴清'],
    ['a payment without its surcharge', served, step('pay', '2026-03-26 09:00', 'party-concerned', { inFull: true, surchargePaid: false }), '加处'],
    ['a deferral nobody asked for', served, step('defer', '2026-02-12 09:00', 'authority-head', { applied: false, deferredTo: '2026-06-30' }), '当事人申请'],
    ['publication with private data', served, step('publish', '2026-02-24 09:00', 'authority', { impact: true, masked: false }), '个人隐私'],
    ['publication of what touches nobody', served, step('publish', '2026-02-24 09:00', 'authority', { impact: false, masked: true }), '社会影响'],
  ] as const)('refuses %s', (_why, history, asked, says) => {
    const refusal = refusalOf(history, asked);
    expect([refusal?.code, refusal?.says.includes(says)]).toEqual(['condition', true]);
  });

  it('refuses what is not theirs', () => {
    expect(refusalOf(noticed, step('decide', '2026-02-10 09:00', 'inspector', usual))).toMatchObject({ code: 'not-yours' });
    expect(refusalOf(noticed, step('request-hearing', '2026-02-06 09:00', 'authority'))).toMatchObject({ code: 'not-yours' });
  });
});

describe('《行政处罚法》第六十四条「在行政机关告知后五日内提出」「举行听证的七日前」', () => {
  it('a hearing is asked for within five working days, across 春节', () => {
    // Told on 2月11日: 12、13、14日 (worked), 24、25日.
    const told = [...proposedLarge, step('notify', '2026-02-11 09:00', 'authority', direct(1))];
    expect(refusalOf(told, step('request-hearing', '2026-02-25 23:59', 'party-concerned'))).toBeNull();
    expect(refusalOf(told, step('request-hearing', '2026-02-26 00:00', 'party-concerned'))).toMatchObject({ code: 'lapsed' });
    expect(refusalOf(told, step('decide', '2026-02-26 09:00', 'authority-head', { ...usualLarge }))?.says).toContain('集体讨论');
  });

  it('a hearing is not earlier than seven working days after its notice, across 春节', () => {
    // Notice on 2月13日: 14日 (worked), 24-27日, 28日 (worked), 3月2日.
    expect(refusalOf(set, step('hold-hearing', '2026-02-28 09:00', 'authority', held))).toMatchObject({ code: 'too-early' });
    expect(refusalOf(set, step('hold-hearing', '2026-03-02 09:00', 'authority', held))).toBeNull();
    expect(refusalOf(set, step('end-hearing', '2026-02-28 09:00'))).toMatchObject({ code: 'too-early' });
  });
});

describe('《行政处罚法》第六十条、第六十一条、第六十七条', () => {
  it('decides within ninety natural days from filing', () => {
    // 90 days from 2026-02-03 end on 5月4日, in 劳动节; the next working day is 5月6日.
    expect(due(noticed, '2026-05-06 23:59', 'decide')).toMatchObject({ on: '2026-05-06', isOver: false });
    expect(due(noticed, '2026-05-07 00:00', 'decide')).toMatchObject({ isOver: true });
    expect(refusalOf(noticed, step('decide', '2026-05-07 09:00', 'authority-head', usual))).toBeNull();
  });

  it('stands still while suspended', () => {
    const stopped = run([...noticed, step('suspend', '2026-02-09 09:00', 'authority-head', { reason: '等待鉴定' })]);
    expect(due(stopped, '2026-03-01 09:00', 'decide')).toBeNull();
    expect(refusalOf(stopped, step('suspend', '2026-02-10 09:00', 'authority-head', { reason: '又' }))).toMatchObject({ code: 'condition' });
    expect(refusalOf(noticed, step('resume', '2026-02-10 09:00', 'authority-head'))).toMatchObject({ code: 'condition' });
    // Eleven natural days, 9 to 20 February, from 4 May on: 15 May.
    const again = run([...stopped, step('resume', '2026-02-20 09:00', 'authority-head')]);
    expect(due(again, '2026-03-01 09:00', 'decide')).toMatchObject({ on: '2026-05-15' });
  });

  it('serves within seven working days, across 春节', () => {
    // Decided on 2月10日: 11-14日 (14日 worked), 24-26日.
    expect(due(decided, '2026-02-26 23:59', 'serve')).toMatchObject({ on: '2026-02-26', isOver: false });
    expect(due(decided, '2026-02-27 00:00', 'serve')).toMatchObject({ isOver: true });
  });

  it('pays within fifteen natural days; only then is it late', () => {
    expect(due(served, '2026-02-26 23:59', 'pay')).toMatchObject({ on: '2026-02-26', isOver: false });
    expect(refusalOf(served, step('record-late', '2026-02-26 23:59', 'system'))).toMatchObject({ code: 'too-early' });
    expect(refusalOf(served, step('record-late', '2026-02-27 00:00', 'system'))).toBeNull();
  });

  it('a last day to pay in 国庆 moves on', () => {
    const autumn = [...decided, step('serve', '2026-09-18 09:00', 'authority', direct(2))];
    expect(due(autumn, '2026-10-08 12:00', 'pay')).toMatchObject({ on: '2026-10-08', isOver: false });
    expect(refusalOf(autumn, step('record-late', '2026-10-08 23:59', 'system'))).toMatchObject({ code: 'too-early' });
    expect(refusalOf(autumn, step('record-late', '2026-10-09 00:00', 'system'))).toBeNull();
  });

  it('a deferral keeps it from being late', () => {
    const deferred = run([...served, step('defer', '2026-02-25 09:00', 'authority-head', { applied: true, deferredTo: '2026-06-30' })]);
    expect(refusalOf(deferred, step('record-late', '2026-06-30 09:00', 'system'))?.says).toContain('2026-06-30');
    expect(refusalOf(deferred, step('record-late', '2026-07-01 09:00', 'system'))).toBeNull();
  });

  it('公告送达 takes effect thirty days later, and the fifteen days run from then', () => {
    const posted = run([...decided, step('serve', '2026-02-11 09:00', 'authority', published)]);
    // Effective on 3月13日; fifteen days end on Saturday 3月28日.
    expect(due(posted, '2026-03-14 09:00', 'pay')).toMatchObject({ on: '2026-03-30' });
    const toldByPaper = run([...proposed, step('notify', '2026-02-05 09:00', 'authority', published)]);
    expect(refusalOf(toldByPaper, step('decide', '2026-03-06 09:00', 'authority-head', usual))?.says).toContain('2026-03-07');
    expect(refusalOf(toldByPaper, step('decide', '2026-03-07 09:00', 'authority-head', usual))).toBeNull();
  });
});

describe('救济、公开与撤回', () => {
  it('reconsideration within sixty days, a lawsuit within six months, from service', () => {
    // Served on 2月11日: 4月12日 is a Sunday; 8月11日.
    expect(refusalOf(served, step('reconsider', '2026-04-13 23:59', 'party-concerned'))).toBeNull();
    expect(refusalOf(served, step('reconsider', '2026-04-14 00:00', 'party-concerned'))).toMatchObject({ code: 'lapsed' });
    expect(refusalOf(served, step('sue', '2026-08-11 23:59', 'party-concerned'))).toBeNull();
    expect(refusalOf(served, step('sue', '2026-08-12 00:00', 'party-concerned'))).toMatchObject({ code: 'lapsed' });
  });

  it('no way to the court while the decision is contested', () => {
    const contested = run([...served, step('record-late', '2026-02-27 09:00', 'system'), step('sue', '2026-03-02 09:00', 'party-concerned')]);
    expect(refusalOf(contested, step('go-to-court', '2026-09-20 09:00'))).toMatchObject({ code: 'condition' });
    expect(refusalOf(served, step('uphold', '2026-03-02 09:00', 'court'))).toMatchObject({ code: 'condition' });
  });

  it('retracts what was published within three working days, with the reasons', () => {
    const changed = run([
      ...served,
      step('publish', '2026-02-24 09:00', 'authority', { impact: true, masked: true }),
      step('change', '2026-09-29 09:00', 'court', { outcome: 'revoked' }),
    ]);
    // 30日, 10月8日, 9日.
    expect(due(changed, '2026-10-09 23:59', 'retract')).toMatchObject({ on: '2026-10-09', isOver: false });
    expect(due(changed, '2026-10-10 00:00', 'retract')).toMatchObject({ isOver: true });
    expect(refusalOf(changed, step('retract', '2026-10-08 09:00', 'authority', { explained: false }))).toMatchObject({ code: 'condition' });
    expect(refusalOf(changed, step('close', '2026-10-08 09:00', 'authority-head'))).toMatchObject({ code: 'condition' });
    expect(refusalOf(changed, step('retract', '2026-10-08 09:00', 'authority', { explained: true }))).toBeNull();
    expect(refusalOf(changed, step('publish', '2026-10-08 09:00', 'authority', { impact: true, masked: true }))).toMatchObject({ code: 'not-from-here' });
  });

  it('what was never published is closed without retraction', () => {
    const changed = run([...served, step('change', '2026-09-29 09:00', 'government', { outcome: 'changed' })]);
    expect(refusalOf(changed, step('retract', '2026-10-08 09:00', 'authority', { explained: true }))).toMatchObject({ code: 'condition' });
    expect(refusalOf(changed, step('close', '2026-10-08 09:00', 'authority-head'))).toBeNull();
  });
});

describe('发生与登记', () => {
  it('clocks run from what happened, whenever it was written down', () => {
    const late = run([...decided, step('serve', '2026-02-11 09:00', 'authority', direct(2), '2026-02-28 09:00')]);
    expect(due(late, '2026-02-28 10:00', 'pay')).toMatchObject({ on: '2026-02-26', isOver: true });
    expect(knownAt(late, civilMoment('2026-02-27 09:00')).at(-1)?.step).toBe('decide');
    expect(refusalOf(decided, step('serve', '2026-02-11 09:00', 'authority', direct(2), '2026-02-10 09:00'))).toMatchObject({
      code: 'recorded-before-happened',
    });
    expect(refusalOf(decided, step('serve', '2026-02-09 09:00', 'authority', direct(2)))).toMatchObject({ code: 'before-last-step' });
  });
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(penalty)).toMatchSnapshot());
