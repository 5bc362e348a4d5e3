import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { months, nationalCalendar, naturalDays, workingDays } from './calendars/index.ts';
import { cite } from './citation.ts';
import { facts, yesNo } from './facts.ts';
import type { Party } from './parties.ts';
import { diagramOf, limitInWords, stepTable } from './procedure-diagram.ts';
import { periodInWords, standing, take } from './procedure-run.ts';
import { onlyIf, procedure, stated, type StepLimit, type Taken } from './procedure.ts';

const basis = [cite('工资条例', 12)] as const;
const plain = { by: ['authority'], basis, evidence: 'VF', produces: [] } as const;
const paid = facts({ paid: yesNo('是否已付清'), heard: yesNo('是否已听取意见') });
const soft = (period: StepLimit['period'], from: StepLimit['from'] = 'state') => ({ within: { period, from, kind: 'soft' } }) as const;
const inTheState = { from: ['open'], to: 'same', ...plain } as const;

/** A matter that stays in one state, with a step for each way to count. */
const clock = procedure({
  code: 'clock',
  title: '计时流程',
  states: { open: { name: '办理中' }, second: { name: '第二阶段' }, done: { name: '办结', ends: true } },
  steps: [
    { code: 'begin', title: '开始', from: [], to: 'open', ...plain },
    { code: 'begin-again', title: '重新开始', from: ['open', 'second'], to: 'open', ...plain },
    { code: 'note', title: '记录', ...inTheState },
    { code: 'ask', title: '请示', ...inTheState },
    { code: 'stop', title: '中止', ...inTheState, clock: 'stops' },
    { code: 'go-on', title: '恢复', ...inTheState, clock: 'goes-on' },
    { code: 'by-days', title: '按日', ...inTheState, ...soft(naturalDays(10)) },
    { code: 'by-plain-days', title: '按日不顺延', ...inTheState, ...soft(naturalDays(10, 'none')) },
    { code: 'by-months', title: '按月', ...inTheState, ...soft(months(1)) },
    { code: 'by-plain-months', title: '按月不顺延', ...inTheState, ...soft(months(1, 'none')) },
    { code: 'by-working-days', title: '按工作日', ...inTheState, ...soft(workingDays(5)) },
    { code: 'by-hours', title: '按小时', ...inTheState, ...soft({ unit: 'hours', n: 24 }) },
    { code: 'from-either', title: '自记录或者请示', ...inTheState, ...soft(naturalDays(3), ['note', 'ask']) },
    { code: 'set-working-days', title: '设定工作日', ...inTheState, ...soft({ parameter: 'case.accept.days' }) },
    { code: 'set-days', title: '设定日', ...inTheState, ...soft({ parameter: 'transfer.review.days' }) },
    { code: 'set-plain-days', title: '设定日不顺延', ...inTheState, ...soft({ parameter: 'transfer.review.days', roll: 'none' }) },
    { code: 'set-months', title: '设定月', ...inTheState, ...soft({ parameter: 'remedy.sue.months' }) },
    { code: 'set-hours', title: '设定小时', ...inTheState, ...soft({ parameter: 'transfer.send.hours' }) },
    { code: 'set-nowhere', title: '没有设定', ...inTheState, ...soft({ parameter: 'target.new-arrears.months' }) },
    { code: 'prolong', title: '延长', ...inTheState, extends: { steps: ['by-days', 'by-working-days', 'by-hours'], by: naturalDays(5) } },
    { code: 'prolong-again', title: '再延长', ...inTheState, extends: { steps: ['by-days'], by: workingDays(1) } },
    { code: 'prolong-nowhere', title: '延长没有设定', ...inTheState, extends: { steps: ['by-months'], by: { parameter: 'target.new-arrears.months' } } },
    { code: 'prolong-ghost', title: '延长没有的步骤', ...inTheState, extends: { steps: ['ghost'], by: naturalDays(5) } },
    {
      code: 'must-hurry',
      title: '限时办结',
      ...inTheState,
      to: 'done',
      by: ['authority', 'employer'],
      within: { period: { unit: 'hours', n: 24 }, from: ['note'], kind: 'hard', missed: '改走一般程序。' },
      ...onlyIf(paid, 'paid', true, '还没有付清。', cite('工资条例', 14, 1)),
    },
    {
      code: 'must-wait',
      title: '期满办结',
      ...inTheState,
      to: 'done',
      within: { period: { unit: 'hours', n: 48 }, from: 'state', kind: 'not-before' },
      ...stated(paid),
    },
    { code: 'must-wait-days', title: '满日办结', ...inTheState, to: 'done', within: { period: naturalDays(3), from: 'state', kind: 'not-before' } },
    {
      code: 'must-know',
      title: '依设定办结',
      ...inTheState,
      to: 'done',
      within: { period: { parameter: 'target.new-arrears.months' }, from: 'state', kind: 'hard' },
    },
    { code: 'by-day', title: '当日办结', ...inTheState, to: 'done', within: { period: naturalDays(3), from: 'state', kind: 'hard' } },
    { code: 'hear', title: '听证', ...inTheState, within: { period: workingDays(7), from: ['note'], kind: 'notice' } },
    { code: 'pass-on', title: '转入第二阶段', from: ['open'], to: 'second', ...plain },
  ],
});

const place = { name: '某县', parameters: {}, above: null };
const setting = { calendar: nationalCalendar, place };
const taken = (step: string, happened: string, by: Party = 'authority', given: unknown = {}): Taken => ({
  step,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(happened),
  facts: given,
});
const at = (history: readonly Taken[], moment: string) => standing(clock, history, { ...setting, at: civilMoment(moment) });
const limit = (history: readonly Taken[], step: string, moment = '2026-03-03 09:00') => at(history, moment)?.open.find((one) => one.step.code === step);
const due = (history: readonly Taken[], step: string, moment?: string) => limit(history, step, moment)?.due ?? null;
const refusal = (history: readonly Taken[], asked: Taken) => {
  const result = take(clock, history, asked, setting);
  return result.ok ? null : result.refusal;
};

// 2026-03-02 is a Monday; March has no day off but the weekends.
const begun = [taken('begin', '2026-03-02 09:00')];

describe('民法典第二百零一条、第二百零二条: 按照年、月、日计算期间的，开始的当日不计入；按照小时计算的，自约定的时间开始计算', () => {
  it.each([
    ['by-days', '2026-03-12', '2026-03-02 起（当日不计）10日，至 2026-03-12'],
    ['by-plain-days', '2026-03-12', '2026-03-02 起（当日不计）10日，至 2026-03-12'],
    ['by-months', '2026-04-02', '2026-03-02 起（当日不计）1个月，至 2026-04-02'],
    ['by-working-days', '2026-03-09', '2026-03-02 起（当日不计）5个工作日，至 2026-03-09'],
    ['set-working-days', '2026-03-09', '2026-03-02 起（当日不计）5个工作日，至 2026-03-09'],
    ['set-days', '2026-03-05', '2026-03-02 起（当日不计）3日，至 2026-03-05'],
    ['set-months', '2026-09-02', '2026-03-02 起（当日不计）6个月，至 2026-09-02'],
  ])('%s: the last day is %s', (step, on, trace) => {
    expect(due(begun, step)).toEqual({ on, moment: null, isOver: false, provisional: false, trace: [trace] });
    expect(limit(begun, step)?.undetermined).toBeNull();
  });

  it.each([
    ['by-hours', '2026-03-03 09:00'],
    ['set-hours', '2026-03-03 09:00'],
  ])('%s ends at the minute, and is over the minute after', (step, moment) => {
    const trace = ['2026-03-02 09:00 起 24 小时，至 2026-03-03 09:00'];
    expect(due(begun, step, moment)).toEqual({ on: '2026-03-03', moment, isOver: false, provisional: false, trace });
    expect(due(begun, step, '2026-03-03 09:01')?.isOver).toBe(true);
  });

  it('moves a last day that is a rest day, but for a term that simply runs out', () => {
    const saturday = [taken('begin', '2026-03-04 09:00')];
    expect(due(saturday, 'by-days')?.on).toBe('2026-03-16');
    expect(due(saturday, 'by-plain-days')?.on).toBe('2026-03-14');
    expect(due(saturday, 'set-days')?.on).toBe('2026-03-09');
    expect(due(saturday, 'set-plain-days')?.on).toBe('2026-03-07');
  });

  it('has no limit where none is set, and says which number a place has not set', () => {
    expect(limit(begun, 'note')).toMatchObject({ due: null, undetermined: null });
    expect(limit(begun, 'set-nowhere')).toMatchObject({ due: null, undetermined: '某县未设定“新增欠薪几个月内解决”' });
  });

  it('starts nothing by a step that was not taken, and by the latest of several', () => {
    expect(limit(begun, 'from-either')).toMatchObject({ due: null, undetermined: null });
    const asked = [...begun, taken('ask', '2026-03-03 09:00')];
    expect(due(asked, 'from-either')?.on).toBe('2026-03-06');
    const both = [...asked, taken('note', '2026-03-10 09:00')];
    expect(due(both, 'from-either')?.on).toBe('2026-03-13');
    const twice = [...begun, taken('note', '2026-03-03 09:00'), taken('ask', '2026-03-10 09:00'), taken('note', '2026-03-06 09:00')];
    expect(due(twice, 'from-either')?.on).toBe('2026-03-13');
  });

  it('is not moved by a step that leaves the state, and starts anew when the state is entered anew', () => {
    expect(due([...begun, taken('note', '2026-03-05 09:00')], 'by-days')?.on).toBe('2026-03-12');
    expect(due([...begun, taken('begin-again', '2026-03-05 09:00')], 'by-days')?.on).toBe('2026-03-16');
  });

  it('is provisional in a year whose working days nobody has published', () => {
    const late = [taken('begin', '2026-12-30 09:00')];
    expect(due(late, 'by-working-days')).toMatchObject({ on: '2027-01-07', provisional: true });
    expect(due([...late, taken('prolong', '2026-12-31 09:00')], 'by-working-days')).toMatchObject({ on: '2027-01-12', provisional: true });
    expect(due([taken('begin', '2026-12-18 09:00'), taken('prolong', '2026-12-20 09:00')], 'by-days')).toMatchObject({ on: '2027-01-04', provisional: true });
  });
});

describe('延长', () => {
  const once = [...begun, taken('prolong', '2026-03-05 09:00')];

  it('adds to the last day, before it is moved off a rest day, and shows how', () => {
    expect(due(once, 'by-days')).toMatchObject({
      on: '2026-03-17',
      trace: ['2026-03-02 起（当日不计）10日，至 2026-03-12', '延长', '2026-03-12 起（当日不计）5日，至 2026-03-17'],
    });
    const fromSaturday = [taken('begin', '2026-03-04 09:00'), taken('prolong', '2026-03-05 09:00')];
    expect(due(fromSaturday, 'by-days')?.on).toBe('2026-03-19');
  });

  it('adds another kind of day to each of its steps, and nothing to the others', () => {
    expect(due(once, 'by-working-days')?.on).toBe('2026-03-16');
    expect(due(once, 'by-months')?.on).toBe('2026-04-02');
    expect(due(once, 'by-hours')?.moment).toBe('2026-03-03 09:00');
    expect(due([...once, taken('prolong-again', '2026-03-06 09:00')], 'by-days')?.on).toBe('2026-03-18');
  });

  it('is given once, and is not offered again', () => {
    expect(at(begun, '2026-03-05 09:00')?.open.map(({ step }) => step.code)).toContain('prolong');
    expect(at(once, '2026-03-05 09:00')?.open.map(({ step }) => step.code)).not.toContain('prolong');
    expect(refusal(once, taken('prolong', '2026-03-06 09:00'))).toMatchObject({ code: 'not-from-here', says: '现在是“办理中”，不能“延长”。' });
  });

  it('needs every limit it prolongs still to run', () => {
    // The limit in hours ends on 3月3日 at nine.
    expect(refusal(begun, taken('prolong', '2026-03-03 09:00'))).toBeNull();
    expect(refusal(begun, taken('prolong', '2026-03-03 09:01'))).toEqual({
      code: 'lapsed',
      says: '原期限 2026-03-03 已过，不能再“延长”；延长要在期限届满前批准。',
      basis: basis[0],
    });
    expect(refusal(begun, taken('prolong-ghost', '2026-03-03 09:01'))).toBeNull();
  });

  it('leaves the day open while the place has not set its length', () => {
    expect(limit([...begun, taken('prolong-nowhere', '2026-03-05 09:00')], 'by-months')).toMatchObject({
      due: null,
      undetermined: '某县未设定“新增欠薪几个月内解决”',
    });
    expect(due(begun, 'by-months')?.on).toBe('2026-04-02');
  });
});

describe('中止', () => {
  const stopped = (...days: readonly string[]) => days.map((day, place) => taken(place % 2 === 0 ? 'stop' : 'go-on', `${day} 09:00`));

  it.each([
    ['by-days', '2026-03-17', '2026-03-12 起（当日不计）5日，至 2026-03-17'],
    ['by-months', '2026-04-07', '2026-04-02 起（当日不计）5日，至 2026-04-07'],
    ['by-working-days', '2026-03-16', '2026-03-09 起（当日不计）5个工作日，至 2026-03-16'],
  ])('%s: goes on for the days it stood still, until %s', (step, on, last) => {
    // Wednesday the 4th to Monday the 9th are five days and three working days; to Wednesday the 11th five working days.
    const until = step === 'by-working-days' ? '2026-03-11' : '2026-03-09';
    const counted = due([...begun, ...stopped('2026-03-04', until)], step, '2026-03-12 09:00');
    expect(counted).toMatchObject({ on, isOver: false });
    expect(counted?.trace.slice(1)).toEqual([`中止 2026-03-04 至 ${until}`, last]);
  });

  it('keeps a term off the next working day where it simply runs out, in months too', () => {
    const paused = [...begun, ...stopped('2026-03-04', '2026-03-06')];
    expect(due(paused, 'by-months', '2026-03-07 09:00')?.on).toBe('2026-04-07');
    expect(due(paused, 'by-plain-months', '2026-03-07 09:00')?.on).toBe('2026-04-04');
    expect(due(paused, 'by-days', '2026-03-07 09:00')?.on).toBe('2026-03-16');
  });

  it('counts every stop, and a second word of stopping or going on as nothing', () => {
    const twice = [...begun, ...stopped('2026-03-03', '2026-03-05', '2026-03-09', '2026-03-12')];
    expect(due(twice, 'by-days', '2026-03-12 10:00')?.on).toBe('2026-03-17');
    const doubled = [
      ...begun,
      taken('stop', '2026-03-03 09:00'),
      taken('stop', '2026-03-04 09:00'),
      taken('go-on', '2026-03-05 09:00'),
      taken('go-on', '2026-03-09 09:00'),
    ];
    expect(due(doubled, 'by-days', '2026-03-09 10:00')?.on).toBe('2026-03-16');
    expect(due(doubled, 'by-days', '2026-03-09 10:00')?.trace).toContain('中止 2026-03-03 至 2026-03-05');
    expect(due([...begun, taken('go-on', '2026-03-05 09:00')], 'by-days')?.on).toBe('2026-03-12');
  });

  it('leaves the day open while it stands still', () => {
    const still = [...begun, ...stopped('2026-03-12')];
    expect(at(still, '2026-03-13 09:00')?.isStopped).toBe(true);
    expect(limit(still, 'by-days', '2026-03-13 09:00')).toMatchObject({ due: null, undetermined: '自 2026-03-12 起中止，恢复后继续计算' });
    // What was over when the clock stopped is over.
    expect(due([...begun, ...stopped('2026-03-13')], 'by-days', '2026-03-13 09:00')).toMatchObject({ on: '2026-03-12', isOver: true });
  });

  it('does not touch a limit that began when the clock went on again, and touches one that began meanwhile from its beginning', () => {
    const before = [...begun, ...stopped('2026-03-03', '2026-03-05')];
    expect(due([...before, taken('note', '2026-03-05 10:00')], 'from-either')?.on).toBe('2026-03-09');
    const meanwhile = [...begun, taken('stop', '2026-03-03 09:00'), taken('note', '2026-03-04 10:00'), taken('go-on', '2026-03-05 09:00')];
    expect(due(meanwhile, 'from-either')?.trace).toContain('中止 2026-03-04 至 2026-03-05');
    expect(due(meanwhile, 'from-either')?.on).toBe('2026-03-09');
  });
});

describe('a step refused says why', () => {
  const noted = [...begun, taken('note', '2026-03-03 09:00')];
  const all = { paid: true, heard: true };

  it.each([
    ['no such step', begun, taken('fly', '2026-03-04 09:00'), { code: 'no-such-step', says: '“计时流程”没有“fly”这一步。' }],
    ['before the beginning', [], taken('note', '2026-03-04 09:00'), { code: 'not-from-here', says: '还没有开始，不能“记录”。', basis: basis[0] }],
    [
      'in another state',
      [...begun, taken('pass-on', '2026-03-03 09:00')],
      taken('note', '2026-03-04 09:00'),
      { code: 'not-from-here', says: '现在是“第二阶段”，不能“记录”。', basis: basis[0] },
    ],
    [
      'by somebody else',
      noted,
      taken('must-hurry', '2026-03-03 10:00', 'worker', all),
      { code: 'not-yours', says: '“限时办结”由主管部门、用人单位作出，不由农民工作出。', basis: basis[0] },
    ],
    [
      'before the last step',
      noted,
      taken('ask', '2026-03-03 08:59'),
      { code: 'before-last-step', says: '发生时间 2026-03-03 08:59 早于上一步 2026-03-03 09:00，请核对。' },
    ],
    [
      'written down too early',
      noted,
      { ...taken('ask', '2026-03-03 10:00'), recorded: civilMoment('2026-03-03 09:59') },
      { code: 'recorded-before-happened', says: '登记时间 2026-03-03 09:59 早于发生时间 2026-03-03 10:00，请核对。' },
    ],
    [
      'a minute late',
      noted,
      taken('must-hurry', '2026-03-04 09:01', 'employer', all),
      { code: 'lapsed', says: '“限时办结”的期限到 2026-03-04 09:00 为止，已经过了。改走一般程序。', basis: basis[0] },
    ],
    ['a day late', begun, taken('by-day', '2026-03-06 00:00'), { code: 'lapsed', says: '“当日办结”的期限到 2026-03-05 为止，已经过了。', basis: basis[0] }],
    [
      'on the last minute of waiting',
      begun,
      taken('must-wait', '2026-03-04 09:00', 'authority', all),
      { code: 'too-early', says: '“期满办结”要等到 2026-03-04 09:00 期满之后。', basis: basis[0] },
    ],
    [
      'on the last day of waiting',
      begun,
      taken('must-wait-days', '2026-03-05 23:59'),
      { code: 'too-early', says: '“满日办结”要等到 2026-03-05 期满之后。', basis: basis[0] },
    ],
    [
      'without the step that starts its limit',
      begun,
      taken('must-hurry', '2026-03-03 09:00', 'employer', all),
      { code: 'cannot-determine', says: '“限时办结”的期限不能判断：缺少起算的步骤。', basis: basis[0] },
    ],
    [
      'without a number of the place',
      begun,
      taken('must-know', '2026-03-03 09:00'),
      { code: 'cannot-determine', says: '“依设定办结”的期限不能判断：某县未设定“新增欠薪几个月内解决”。', basis: basis[0] },
    ],
    [
      'with too little notice',
      noted,
      taken('hear', '2026-03-11 09:00'),
      { code: 'too-early', says: '“听证”最早在 2026-03-12，之前的通知时间不够。', basis: basis[0] },
    ],
    [
      'with facts that are none',
      noted,
      taken('must-hurry', '2026-03-03 10:00', 'employer', { paid: '是', heard: 1 }),
      { code: 'facts', says: '是否已付清：应当是true 或 false，或者没有填；是否已听取意见：应当是true 或 false，或者没有填' },
    ],
    [
      'with the other answer',
      noted,
      taken('must-hurry', '2026-03-03 10:00', 'employer', { ...all, paid: false }),
      { code: 'condition', says: '还没有付清。', basis: cite('工资条例', 14, 1) },
    ],
    [
      'with no answer',
      noted,
      taken('must-hurry', '2026-03-03 10:00', 'employer'),
      { code: 'cannot-determine', says: '“限时办结”不能判断，缺少：是否已付清、是否已听取意见。', basis: basis[0] },
    ],
    [
      'with half an answer',
      begun,
      taken('must-wait', '2026-03-04 09:01', 'authority', { paid: false }),
      { code: 'cannot-determine', says: '“期满办结”不能判断，缺少：是否已听取意见。', basis: basis[0] },
    ],
  ] as const)('%s', (_why, history, asked, expected) => expect(refusal(history, asked)).toEqual(expected));

  it.each([
    ['on the last minute', noted, taken('must-hurry', '2026-03-04 09:00', 'employer', all)],
    ['by the other who may', noted, taken('must-hurry', '2026-03-04 09:00', 'authority', all)],
    ['on the last day', begun, taken('by-day', '2026-03-05 23:59')],
    ['a minute after the wait', begun, taken('must-wait', '2026-03-04 09:01', 'authority', { paid: false, heard: false })],
    ['the day after the wait', begun, taken('must-wait-days', '2026-03-06 00:00')],
    ['on the first day the notice allows', noted, taken('hear', '2026-03-12 00:00')],
    ['a soft limit long gone', begun, taken('by-days', '2026-06-01 09:00')],
    ['a soft limit nobody has set', begun, taken('set-nowhere', '2026-03-03 09:00')],
    ['at the minute of the last step', noted, taken('ask', '2026-03-03 09:00')],
  ] as const)('but not %s', (_why, history, asked) => {
    expect(take(clock, history, asked, setting)).toEqual({ ok: true, value: [...history, asked] });
  });

  it('takes a step without facts as one that states none', () => {
    const unsaid = { ...taken('must-hurry', '2026-03-03 10:00', 'employer'), facts: undefined };
    expect(refusal(noted, unsaid)?.code).toBe('cannot-determine');
  });

  it('knows that a matter is over, and when it came to stand where it stands', () => {
    const done = [...begun, taken('note', '2026-03-03 09:00'), taken('by-day', '2026-03-04 09:00')];
    expect(at(done, '2026-03-05 09:00')).toMatchObject({ state: 'done', since: '2026-03-04 09:00', isOver: true, isStopped: false, open: [] });
    expect(at(noted, '2026-03-05 09:00')).toMatchObject({ state: 'open', since: '2026-03-02 09:00', isOver: false });
    // A step of a procedure that has since lost it moves nothing.
    expect(at([...noted, taken('ghost', '2026-03-04 09:00')], '2026-03-05 09:00')).toMatchObject({ state: 'open', since: '2026-03-02 09:00' });
    expect(at([taken('note', '2026-03-02 09:00')], '2026-03-05 09:00')).toBeNull();
  });
});

describe('流程说明', () => {
  it.each([
    [workingDays(5), '5 个工作日'],
    [{ unit: 'hours', n: 24 }, '24 小时'],
    [{ parameter: 'case.investigate.days' }, '60 个工作日'],
    [{ parameter: 'remedy.sue.months' }, '6 个月'],
    [{ parameter: 'target.new-arrears.months' }, '新增欠薪几个月内解决'],
  ] as const)('%o is %s', (period, words) => expect(periodInWords(period)).toBe(words));

  it('says a limit by its kind', () => {
    const words = Object.fromEntries(clock.steps.map((step) => [step.code, limitInWords(step)]));
    expect(words).toMatchObject({ note: '', 'by-hours': '24 小时内', 'must-wait': '满 48 小时 后', hear: '提前 7 个工作日通知' });
  });

  it('draws and lists every step', () => {
    const few = { ...clock, steps: clock.steps.filter(({ code }) => ['begin', 'begin-again', 'note', 'must-hurry', 'pass-on', 'hear'].includes(code)) };
    expect(diagramOf(few)).toBe(
      [
        '```mermaid',
        'stateDiagram-v2',
        '  state "办理中" as s0',
        '  state "第二阶段" as s1',
        '  state "办结" as s2',
        '  [*] --> s0 : 开始',
        '  s0 --> s0 : 重新开始',
        '  s1 --> s0 : 重新开始',
        '  s0 --> s0 : 记录',
        '  s0 --> s2 : 限时办结（24 小时内）',
        '  s0 --> s0 : 听证（提前 7 个工作日通知）',
        '  s0 --> s1 : 转入第二阶段',
        '  s2 --> [*]',
        '```',
      ].join('\n'),
    );
    expect(stepTable(few).split('\n').slice(2)).toEqual([
      '| （起点） | 开始 | 办理中 | 主管部门 |  |  | 工资条例第十二条 | VF |',
      '| 办理中、第二阶段 | 重新开始 | 办理中 | 主管部门 |  |  | 工资条例第十二条 | VF |',
      '| 办理中 | 记录 | （不变） | 主管部门 |  |  | 工资条例第十二条 | VF |',
      '| 办理中 | 限时办结 | 办结 | 主管部门、用人单位 | 24 小时内 |  | 工资条例第十二条 | VF |',
      '| 办理中 | 听证 | （不变） | 主管部门 | 提前 7 个工作日通知 |  | 工资条例第十二条 | VF |',
      '| 办理中 | 转入第二阶段 | 第二阶段 | 主管部门 |  |  | 工资条例第十二条 | VF |',
    ]);
  });
});
