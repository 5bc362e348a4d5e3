import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar, naturalDays, workingDays } from './calendars/index.ts';
import { cite } from './citation.ts';
import { facts, yesNo } from './facts.ts';
import type { Party } from './parties.ts';
import { diagramOf, stepTable } from './procedure-diagram.ts';
import { knownAt, standing, take } from './procedure-run.ts';
import { guarded, procedure, type Taken, unmet } from './procedure.ts';
import { service } from './service.ts';

const basis = [cite('工资条例', 12)] as const;
const plain = { basis, evidence: 'VF', produces: [] } as const;
const form = facts({ paid: yesNo('是否已付清') });

/** A small procedure with each kind of limit. */
const small = procedure({
  code: 'small',
  title: '小流程',
  states: { filed: { name: '已立案' }, ordered: { name: '已责令' }, waiting: { name: '催告期' }, done: { name: '办结', ends: true } },
  steps: [
    { code: 'file', title: '立案', from: [], to: 'filed', by: ['authority'], ...plain },
    {
      code: 'order',
      title: '责令改正',
      from: ['filed'],
      to: 'ordered',
      by: ['authority'],
      within: { period: workingDays(60), from: 'state', kind: 'soft' },
      ...plain,
      produces: ['限期改正指令书'],
      ...service(),
    },
    {
      code: 'extend',
      title: '延长调查期限',
      from: ['filed'],
      to: 'same',
      by: ['authority-head'],
      extends: { steps: ['order'], by: workingDays(30) },
      ...plain,
    },
    { code: 'suspend', title: '中止调查', from: ['filed'], to: 'same', by: ['authority'], clock: 'stops', ...plain },
    { code: 'resume', title: '恢复调查', from: ['filed'], to: 'same', by: ['authority'], clock: 'goes-on', ...plain },
    {
      code: 'perform',
      title: '改正',
      from: ['ordered'],
      to: 'done',
      by: ['employer'],
      within: { period: naturalDays(15), from: ['order'], kind: 'hard', missed: '转入催告。' },
      ...plain,
      ...guarded(form, (given) => {
        const certain = form.certain(given, 'paid');
        if (!certain.ok) return certain.answer;
        return certain.facts.paid ? null : unmet('还没有付清。');
      }),
    },
    { code: 'demand', title: '催告', from: ['ordered'], to: 'waiting', by: ['authority'], ...plain },
    {
      code: 'apply',
      title: '申请强制执行',
      from: ['waiting'],
      to: 'done',
      by: ['authority'],
      within: { period: workingDays(10), from: ['demand'], kind: 'not-before' },
      ...plain,
    },
    {
      code: 'hear',
      title: '听证',
      from: ['waiting'],
      to: 'same',
      by: ['authority'],
      within: { period: workingDays(7), from: ['demand'], kind: 'notice' },
      ...plain,
    },
    {
      code: 'report',
      title: '报告',
      from: ['waiting'],
      to: 'same',
      by: ['authority'],
      within: { period: { unit: 'hours', n: 24 }, from: 'state', kind: 'soft' },
      ...plain,
    },
  ],
});

const place = { name: '某县', parameters: {}, above: null };
const setting = { calendar: nationalCalendar, place };
const taken = (step: string, happened: string, by: Party = 'authority', given: unknown = {}, recorded = happened): Taken => ({
  step,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(recorded),
  facts: given,
});
const direct = { manner: 'direct', proof: '回证 1 号' };
const at = (history: readonly Taken[], moment: string) => standing(small, history, { ...setting, at: civilMoment(moment) });
const due = (history: readonly Taken[], moment: string, step: string) => at(history, moment)?.open.find((one) => one.step.code === step);

const filed = [taken('file', '2026-01-05 09:00')];
const ordered = [...filed, taken('order', '2026-03-02 10:00', 'authority', direct)];

describe('a procedure', () => {
  it('has not begun without its first step', () => expect(at([], '2026-01-05 09:00')).toBeNull());

  it('《劳动保障监察条例》第十七条「自立案之日起60个工作日内完成」: counts working days across 春节', () => {
    // 2026: days off 02-16..02-20 and 02-23, make-up days 02-14 and 02-28.
    expect(due(filed, '2026-04-04 00:00', 'order')?.due).toMatchObject({ on: '2026-04-03', isOver: true });
    expect(due(filed, '2026-04-03 23:59', 'order')?.due).toMatchObject({ on: '2026-04-03', isOver: false });
  });

  it('prolongs a limit once, and only while it runs', () => {
    const extended = take(small, filed, taken('extend', '2026-04-03 17:00', 'authority-head'), setting);
    expect(extended.ok).toBe(true);
    if (!extended.ok) return;
    expect(due(extended.value, '2026-04-04 09:00', 'order')?.due).toMatchObject({ on: '2026-05-20', isOver: false });
    expect(take(small, extended.value, taken('extend', '2026-04-04 09:00', 'authority-head'), setting)).toMatchObject({
      ok: false,
      refusal: { code: 'not-from-here' },
    });
    expect(take(small, filed, taken('extend', '2026-04-04 09:00', 'authority-head'), setting)).toMatchObject({ ok: false, refusal: { code: 'lapsed' } });
  });

  it('stands still while it is suspended', () => {
    const stopped = [...filed, taken('suspend', '2026-01-12 09:00')];
    expect(at(stopped, '2026-01-13 09:00')?.isStopped).toBe(true);
    expect(due(stopped, '2026-06-13 09:00', 'order')).toMatchObject({ due: null, undetermined: '自 2026-01-12 起中止，恢复后继续计算' });
    const again = [...stopped, taken('resume', '2026-01-19 09:00')];
    expect(at(again, '2026-01-20 09:00')?.isStopped).toBe(false);
    expect(due(again, '2026-01-20 09:00', 'order')?.due).toMatchObject({ on: '2026-04-13' });
  });

  it('counts from the day of service; 公告送达 takes effect 30 days later', () => {
    expect(due(ordered, '2026-03-02 11:00', 'perform')?.due).toMatchObject({ on: '2026-03-17' });
    const published = [...filed, taken('order', '2026-03-02 10:00', 'authority', { manner: 'publication', proof: '公告 1 号' })];
    expect(due(published, '2026-03-02 11:00', 'perform')?.due).toMatchObject({ on: '2026-04-16' });
  });

  it('refuses what comes after a right has lapsed, and what comes too early', () => {
    expect(take(small, ordered, taken('perform', '2026-03-17 23:59', 'employer', { paid: true }), setting).ok).toBe(true);
    expect(take(small, ordered, taken('perform', '2026-03-18 00:00', 'employer', { paid: true }), setting)).toMatchObject({ refusal: { code: 'lapsed' } });
    const demanded = [...ordered, taken('demand', '2026-03-18 09:00')];
    expect(take(small, demanded, taken('apply', '2026-04-01 23:59'), setting)).toMatchObject({ refusal: { code: 'too-early' } });
    expect(take(small, demanded, taken('apply', '2026-04-02 00:00'), setting).ok).toBe(true);
  });

  it('leaves time for a notice: 七日前 lets the seventh working day be the day itself', () => {
    const demanded = [...ordered, taken('demand', '2026-03-18 09:00')];
    expect(take(small, demanded, taken('hear', '2026-03-26 23:59'), setting)).toMatchObject({ refusal: { code: 'too-early' } });
    expect(take(small, demanded, taken('hear', '2026-03-27 00:00'), setting).ok).toBe(true);
  });

  it('counts hours from the minute', () => {
    const demanded = [...ordered, taken('demand', '2026-03-18 09:00')];
    expect(due(demanded, '2026-03-19 09:00', 'report')?.due).toMatchObject({ moment: '2026-03-19 09:00', isOver: false });
    expect(due(demanded, '2026-03-19 09:01', 'report')?.due).toMatchObject({ isOver: true });
  });

  it.each([
    ['an unknown step', filed, taken('fly', '2026-01-06 09:00'), 'no-such-step'],
    ['a step of another state', filed, taken('demand', '2026-01-06 09:00'), 'not-from-here'],
    ['a second beginning', filed, taken('file', '2026-01-06 09:00'), 'not-from-here'],
    ['somebody else’s step', filed, taken('order', '2026-01-06 09:00', 'employer', direct), 'not-yours'],
    ['an earlier day than the last step', filed, taken('order', '2026-01-05 08:59', 'authority', direct), 'before-last-step'],
    ['a record before the fact', filed, taken('order', '2026-01-06 09:00', 'authority', direct, '2026-01-06 08:59'), 'recorded-before-happened'],
    ['facts that are none', ordered, taken('perform', '2026-03-03 09:00', 'employer', { paid: 'yes' }), 'facts'],
    ['a condition that is not met', ordered, taken('perform', '2026-03-03 09:00', 'employer', { paid: false }), 'condition'],
    ['a fact that is missing', ordered, taken('perform', '2026-03-03 09:00', 'employer'), 'cannot-determine'],
    ['electronic service without consent', filed, taken('order', '2026-01-06 09:00', 'authority', { manner: 'electronic', proof: '1' }), 'condition'],
  ] as const)('refuses %s', (_why, history, asked, code) => {
    expect(take(small, history, asked, setting)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('tells what was known on a day from what had happened by then', () => {
    const late = [...filed, taken('order', '2026-01-06 09:00', 'authority', direct, '2026-01-20 09:00')];
    expect(knownAt(late, civilMoment('2026-01-19 09:00'))).toHaveLength(1);
    expect(at(knownAt(late, civilMoment('2026-01-20 09:00')), '2026-01-20 09:00')).toMatchObject({ state: 'ordered', since: '2026-01-06 09:00' });
  });

  it('is drawn and listed from the same data', () => {
    expect(diagramOf(small)).toContain('s0 --> s1 : 责令改正（60 个工作日内）');
    expect(diagramOf(small)).toContain('s2 --> s3 : 申请强制执行（满 10 个工作日 后）');
    expect(stepTable(small)).toContain('| 已立案 | 责令改正 | 已责令 | 主管部门 | 60 个工作日内 | 《限期改正指令书》 | 工资条例第十二条 | VF |');
  });
});
