import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Party } from '#law/parties.ts';
import { knownAt, standing, take } from '#law/procedure-run.ts';
import type { Taken } from '#law/procedure.ts';
import { national } from '#profiles/index.ts';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { inspectionCase } from './inspection-case.ts';

const setting = { calendar: nationalCalendar, place: national };
const step = (code: string, happened: string, by: Party = 'authority', facts: unknown = {}, recorded = happened): Taken => ({
  step: code,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(recorded),
  facts,
});
const refusalOf = (history: readonly Taken[], asked: Taken) => {
  const result = take(inspectionCase, history, asked, setting);
  return result.ok ? null : result.refusal;
};
const at = (history: readonly Taken[], moment: string) => standing(inspectionCase, history, { ...setting, at: civilMoment(moment) });
const due = (history: readonly Taken[], moment: string, code: string) => at(history, moment)?.open.find((one) => one.step.code === code)?.due;
const run = (history: readonly Taken[]) => {
  let taken: readonly Taken[] = [];
  for (const asked of history) {
    const result = take(inspectionCase, taken, asked, setting);
    expect([asked.step, result.ok ? 'taken' : result.refusal.says]).toEqual([asked.step, 'taken']);
    if (result.ok) taken = result.value;
  }
  return taken;
};

const direct = { manner: 'direct', proof: '回证 1 号' };
const two = { officers: 2, shown: true, tied: false };
const heard = { statement: 'heard', additional: true, remedies: true };

const received = [step('receive', '2026-01-05 09:00')];
const filed = [...received, step('accept', '2026-01-12 10:00'), step('file', '2026-01-12 16:00', 'authority-head')];
const investigating = [...filed, step('start', '2026-01-13 09:00', 'inspector', two)];
const ordered = [
  ...investigating,
  step('order', '2026-01-20 09:00', 'authority', { orderDueOn: '2026-01-27' }),
  step('serve-order', '2026-01-20 15:00', 'authority', direct),
];
const overdue = [...ordered, step('record-overdue', '2026-01-28 09:00', 'inspector', { corrected: false })];
const concluded = [...overdue, step('conclude', '2026-02-10 09:00', 'inspector')];
const noticed = [...concluded, step('notify', '2026-02-11 09:00', 'authority', direct)];
const decided = [...noticed, step('decide', '2026-02-25 09:00', 'authority-head', heard), step('serve-decision', '2026-02-26 09:00', 'authority', direct)];

describe('劳动保障监察案件流程', () => {
  it('goes from the complaint to the closing, every step lawful', () => {
    const history = run([
      ...decided.slice(0, 8),
      step('open-penalty', '2026-02-10 09:30', 'authority-head', { violation: '55-2' }),
      step('open-transfer-review', '2026-02-10 10:00'),
      step('open-listing-review', '2026-02-10 10:30'),
      ...decided.slice(8),
      step('perform', '2026-03-05 09:00', 'employer', { inFull: true }),
      step('close', '2026-03-12 09:00', 'authority-head'),
    ]);
    expect(at(history, '2026-03-13 09:00')).toMatchObject({ state: 'closed', isOver: true, open: [] });
  });

  it.each([
    [
      'a finding that is corrected in time',
      ['performed'],
      [
        step('find', '2026-01-12 09:00', 'system'),
        step('file', '2026-01-12 16:00', 'authority-head'),
        ...ordered.slice(3),
        step('correct', '2026-01-27 18:00', 'employer'),
      ],
    ],
    [
      'a complaint that had to be supplemented and is refused in writing',
      ['refused'],
      [
        ...received,
        step('request-supplement', '2026-01-06 09:00'),
        step('supply', '2026-02-12 09:00', 'worker'),
        step('refuse', '2026-02-26 09:00', 'authority', { ground: 'barred', written: true }),
      ],
    ],
    [
      'a complaint that is still unclear after its supplement',
      ['refused'],
      [
        ...received,
        step('request-supplement', '2026-01-06 09:00'),
        step('supply', '2026-02-12 09:00', 'worker'),
        step('refuse', '2026-02-26 09:00', 'authority', { ground: 'vague', written: true }),
      ],
    ],
    ['a dispute that is shown the way', ['guided'], [...received, step('guide', '2026-01-07 09:00', 'authority', { ground: 'dispute', where: '仲裁委员会' })]],
    [
      'a trifle, corrected: the filing is withdrawn',
      ['withdrawn'],
      [...investigating, step('withdraw', '2026-01-20 09:00', 'authority-head', { ground: 'minor', corrected: true })],
    ],
    ['no violation', ['withdrawn'], [...investigating, step('withdraw', '2026-01-20 09:00', 'authority-head', { ground: 'unfounded' })]],
    ['another department', ['transferred'], [...investigating, step('transfer', '2026-01-20 09:00', 'authority', { where: '住建部门', why: 'competence' })]],
    ['no arrears, a fine only', ['penalty'], [...concluded, step('go-to-penalty', '2026-02-11 09:00', 'authority-head', { violation: '56-4' })]],
    ['not performed', ['enforcement'], [...decided, step('go-to-court', '2026-10-09 09:00')]],
  ] as const)('ends well: %s', (_why, [state], history) => {
    expect(at(run(history), '2026-12-01 09:00')?.state).toBe(state);
  });

  it.each([
    ['one officer', filed, step('start', '2026-01-13 09:00', 'inspector', { ...two, officers: 1 }), 'condition', '不得少于 2 人'],
    ['no badge shown', filed, step('start', '2026-01-13 09:00', 'inspector', { ...two, shown: false }), 'condition', '出示证件'],
    ['somebody who should stand aside', filed, step('start', '2026-01-13 09:00', 'inspector', { ...two, tied: true }), 'condition', '应当回避'],
    ['nobody counted the officers', filed, step('start', '2026-01-13 09:00', 'inspector'), 'cannot-determine', '持证执法人员人数'],
    ['a refusal by word of mouth', received, step('refuse', '2026-01-06 09:00', 'authority', { ground: 'barred', written: false }), 'condition', '书面决定'],
    [
      'a refusal of what is only unclear, before it could be supplemented',
      received,
      step('refuse', '2026-01-06 09:00', 'authority', { ground: 'vague', written: true }),
      'condition',
      '先告知投诉人补正',
    ],
    [
      'an extension of a plain case',
      investigating,
      step('extend-investigation', '2026-02-02 09:00', 'authority-head', { complex: false }),
      'condition',
      '情况复杂',
    ],
    [
      'an extension approved by the inspector',
      investigating,
      step('extend-investigation', '2026-02-02 09:00', 'inspector', { complex: true }),
      'not-yours',
      '人社部门负责人',
    ],
    [
      'an order whose time is over when it is made',
      investigating,
      step('order', '2026-01-20 09:00', 'authority', { orderDueOn: '2026-01-20' }),
      'condition',
      '之后',
    ],
    ['overdue on the last day of the order', ordered, step('record-overdue', '2026-01-27 18:00', 'inspector', { corrected: false }), 'condition', '期满之后'],
    ['overdue although it was corrected', ordered, step('record-overdue', '2026-01-28 09:00', 'inspector', { corrected: true }), 'condition', '已经改正'],
    ['overdue without service', ordered.slice(0, -1), step('record-overdue', '2026-01-28 09:00', 'inspector', { corrected: false }), 'condition', '还没有送达'],
    ['corrected a day late', ordered, step('correct', '2026-01-28 09:00', 'employer'), 'condition', '按逾期处理'],
    [
      'a trifle that goes on',
      investigating,
      step('withdraw', '2026-01-20 09:00', 'authority-head', { ground: 'minor', corrected: false }),
      'condition',
      '没有改正',
    ],
    ['a decision without notice', concluded, step('decide', '2026-02-11 09:00', 'authority-head', heard), 'condition', '没有事先告知，不得作出决定'],
    [
      'a decision over an unheard party',
      noticed,
      step('decide', '2026-02-12 09:00', 'authority-head', { ...heard, statement: 'refused' }),
      'condition',
      '拒绝听取',
    ],
    ['a decision silent on remedies', noticed, step('decide', '2026-02-12 09:00', 'authority-head', { ...heard, remedies: false }), 'condition', '复议'],
    ['a decision by the inspector', noticed, step('decide', '2026-02-12 09:00', 'inspector', heard), 'not-yours', '负责人'],
    ['half performed', decided, step('perform', '2026-03-05 09:00', 'employer', { inFull: false }), 'condition', '一部分'],
    ['to court before service', decided.slice(0, -1), step('go-to-court', '2026-03-05 09:00'), 'condition', '还没有送达'],
    ['a fine without an order', investigating, step('open-penalty', '2026-01-20 09:00', 'authority-head', { violation: '55-2' }), 'condition', '不得罚款'],
    ['a fine while the order runs', ordered, step('open-penalty', '2026-01-26 09:00', 'authority-head', { violation: '55-2' }), 'condition', '不得罚款'],
    ['a fine for what knows none', overdue, step('open-penalty', '2026-01-28 10:00', 'authority-head', { violation: '30-4' }), 'condition', '没有罚款'],
    ['a second receipt', received, step('receive', '2026-01-06 09:00'), 'not-from-here', '收到投诉'],
    ['a suspension without a reason', investigating, step('suspend', '2026-01-20 09:00', 'authority-head'), 'cannot-determine', '原因'],
    ['a resumption of what runs', investigating, step('resume', '2026-01-20 09:00', 'authority-head'), 'condition', '没有中止'],
  ] as const)('refuses %s', (_why, history, asked, code, says) => {
    const refusal = refusalOf(history, asked);
    expect([refusal?.code, refusal?.says.includes(says)]).toEqual([code, true]);
  });

  it('extra compensation needs an order to pay that was not obeyed', () => {
    const unordered = [...investigating, step('conclude', '2026-02-10 09:00', 'inspector'), step('notify', '2026-02-11 09:00', 'authority', direct)];
    expect(refusalOf(unordered, step('decide', '2026-02-12 09:00', 'authority-head', heard))?.says).toContain('加付赔偿金');
    expect(refusalOf(unordered, step('decide', '2026-02-12 09:00', 'authority-head', { ...heard, additional: false }))).toBeNull();
  });

  it('obstruction may be fined without an order that has passed', () => {
    expect(refusalOf(investigating, step('open-penalty', '2026-01-20 09:00', 'authority-head', { violation: '30-1' }))).toBeNull();
  });

  it('a violation corrected in time leads to no penalty', () => {
    const corrected = [...ordered, step('correct', '2026-01-27 18:00', 'employer')];
    expect(at(corrected, '2026-01-28 09:00')?.open.map(({ step: { code } }) => code)).toEqual(['close']);
  });
});

describe('《劳动保障监察条例》第十七条「60个工作日内完成……可以延长30个工作日」', () => {
  it('runs across 春节 and ends on the sixtieth working day', () => {
    // From 2026-01-12: 60 working days end on 4月13日 (清明 4月6日 off), 30 more on 5月27日.
    expect(due(investigating, '2026-04-13 23:59', 'conclude')).toMatchObject({ on: '2026-04-13', isOver: false });
    expect(due(investigating, '2026-04-14 00:00', 'conclude')).toMatchObject({ on: '2026-04-13', isOver: true });
  });

  it('is prolonged only before it ends, once, by the head', () => {
    const extend = (happened: string) => step('extend-investigation', happened, 'authority-head', { complex: true });
    expect(refusalOf(investigating, extend('2026-04-14 09:00'))).toMatchObject({ code: 'lapsed' });
    const extended = run([...investigating, extend('2026-04-13 17:00')]);
    expect(due(extended, '2026-04-14 09:00', 'conclude')).toMatchObject({ on: '2026-05-27', isOver: false });
    expect(due(extended, '2026-05-28 00:00', 'conclude')).toMatchObject({ isOver: true });
    expect(refusalOf(extended, extend('2026-04-13 18:00'))).toMatchObject({ code: 'not-from-here' });
  });

  it('stands still while suspended, across 国庆', () => {
    const autumn = run([
      step('find', '2026-08-03 09:00', 'inspector'),
      step('file', '2026-08-03 16:00', 'authority-head'),
      step('start', '2026-08-04 09:00', 'inspector', two),
    ]);
    expect(due(autumn, '2026-08-05 09:00', 'conclude')?.on).toBe('2026-10-30');
    const stopped = run([...autumn, step('suspend', '2026-09-24 09:00', 'authority-head', { reason: '等待鉴定' })]);
    expect(at(stopped, '2026-09-25 09:00')?.isStopped).toBe(true);
    expect(due(stopped, '2026-12-01 09:00', 'conclude')).toBeNull();
    expect(refusalOf(stopped, step('conclude', '2026-09-28 09:00', 'inspector'))?.says).toContain('先恢复调查');
    expect(refusalOf(stopped, step('suspend', '2026-09-28 09:00', 'authority-head', { reason: '又' }))?.says).toContain('已经中止');
    // Suspended for six working days: 9月28、29、30日, 10月8、9、10日.
    const again = run([...stopped, step('resume', '2026-10-10 09:00', 'authority-head')]);
    expect(due(again, '2026-10-12 09:00', 'conclude')?.on).toBe('2026-11-09');
  });
});

describe('《关于实施〈劳动保障监察条例〉若干规定》第十八条、第三十七条', () => {
  it('accepts within five working days, anew from the supplement', () => {
    expect(due(received, '2026-01-12 23:59', 'accept')).toMatchObject({ on: '2026-01-12', isOver: false });
    expect(due(received, '2026-01-13 00:00', 'accept')).toMatchObject({ isOver: true });
    const supplied = run([...received, step('request-supplement', '2026-01-06 09:00'), step('supply', '2026-02-12 09:00', 'worker')]);
    expect(due(supplied, '2026-02-26 12:00', 'accept')).toMatchObject({ on: '2026-02-26', isOver: false });
  });

  it('files on the very day of acceptance, even a late one is taken and shows', () => {
    const accepted = run(filed.slice(0, 2));
    expect(due(accepted, '2026-01-12 20:00', 'file')).toMatchObject({ on: '2026-01-12', isOver: false });
    expect(due(accepted, '2026-01-13 00:00', 'file')).toMatchObject({ isOver: true });
    expect(refusalOf(accepted, step('file', '2026-01-13 09:00', 'authority-head'))).toBeNull();
  });

  it('decides within fifteen working days after the investigation, prolonged in time', () => {
    expect(due(noticed, '2026-03-09 23:59', 'decide')).toMatchObject({ on: '2026-03-09', isOver: false });
    expect(due(noticed, '2026-03-10 00:00', 'decide')).toMatchObject({ isOver: true });
    expect(refusalOf(noticed, step('extend-decision', '2026-03-10 09:00', 'authority-head'))).toMatchObject({ code: 'lapsed' });
    const extended = run([...noticed, step('extend-decision', '2026-03-09 09:00', 'authority-head')]);
    expect(due(extended, '2026-03-10 09:00', 'decide')).toMatchObject({ on: '2026-03-30', isOver: false });
  });
});

describe('送达', () => {
  it('公告送达 takes effect thirty days later: an order that ends before is given anew', () => {
    const published = run([...ordered.slice(0, 5), step('serve-order', '2026-01-20 15:00', 'authority', { manner: 'publication', proof: '公告 1 号' })]);
    expect(refusalOf(published, step('record-overdue', '2026-03-02 09:00', 'inspector', { corrected: false }))?.says).toBe(
      '责令的期限 2026-01-27 早于送达生效的 2026-02-19，应当重新责令。',
    );
    const anew = run([
      ...published,
      step('order-again', '2026-01-28 09:00'),
      step('order', '2026-01-28 10:00', 'authority', { orderDueOn: '2026-03-06' }),
      step('serve-order', '2026-01-28 15:00', 'authority', { manner: 'publication', proof: '公告 2 号' }),
    ]);
    expect(refusalOf(anew, step('record-overdue', '2026-03-06 09:00', 'inspector', { corrected: false }))?.code).toBe('condition');
    expect(refusalOf(anew, step('record-overdue', '2026-03-07 09:00', 'inspector', { corrected: false }))).toBeNull();
  });

  it('a notice that was published binds only when it has taken effect', () => {
    const published = run([...concluded, step('notify', '2026-02-11 09:00', 'authority', { manner: 'publication', proof: '公告 3 号' })]);
    expect(refusalOf(published, step('decide', '2026-03-12 09:00', 'authority-head', heard))?.says).toContain('2026-03-13');
    expect(refusalOf(published, step('decide', '2026-03-13 09:00', 'authority-head', heard))).toBeNull();
  });

  it('an order until a Saturday lasts to the Monday after it', () => {
    const open = run([
      ...investigating,
      step('order', '2026-03-02 09:00', 'authority', { orderDueOn: '2026-03-14' }),
      step('serve-order', '2026-03-02 15:00', 'authority', direct),
    ]);
    expect(refusalOf(open, step('correct', '2026-03-16 18:00', 'employer'))).toBeNull();
    expect(refusalOf(open, step('record-overdue', '2026-03-16 09:00', 'inspector', { corrected: false }))?.says).toContain('2026-03-16 为止');
    expect(refusalOf(open, step('record-overdue', '2026-03-17 09:00', 'inspector', { corrected: false }))).toBeNull();
  });

  it('serves the decision within seven working days', () => {
    const open = decided.slice(0, -1);
    expect(due(open, '2026-03-05 23:59', 'serve-decision')).toMatchObject({ on: '2026-03-05', isOver: false });
    expect(due(open, '2026-03-06 00:00', 'serve-decision')).toMatchObject({ isOver: true });
  });
});

describe('发生与登记', () => {
  it('clocks run from what happened; what was not yet recorded was not known', () => {
    const late = run(received.map((taken) => ({ ...taken, recorded: civilMoment('2026-01-09 09:00') })));
    expect(due(late, '2026-01-10 09:00', 'accept')?.on).toBe('2026-01-12');
    expect(knownAt(late, civilMoment('2026-01-08 09:00'))).toEqual([]);
    expect(refusalOf([], step('receive', '2026-01-05 09:00', 'authority', {}, '2026-01-05 08:59'))).toMatchObject({ code: 'recorded-before-happened' });
    expect(refusalOf(filed, step('start', '2026-01-11 09:00', 'inspector', two))).toMatchObject({ code: 'before-last-step' });
  });
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(inspectionCase)).toMatchSnapshot());
