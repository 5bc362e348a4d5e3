import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Party } from '#law/parties.ts';
import { standing, take } from '#law/procedure-run.ts';
import type { Taken } from '#law/procedure.ts';
import { national } from '#profiles/index.ts';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { crimeTransfer } from './crime-transfer.ts';

const setting = { calendar: nationalCalendar, place: national };
const step = (code: string, happened: string, by: Party = 'authority', facts: unknown = {}): Taken => ({
  step: code,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(happened),
  facts,
});
const refusalOf = (history: readonly Taken[], asked: Taken) => {
  const result = take(crimeTransfer, history, asked, setting);
  return result.ok ? null : result.refusal;
};
const due = (history: readonly Taken[], at: string, code: string) =>
  standing(crimeTransfer, history, { ...setting, at: civilMoment(at) })?.open.find((one) => one.step.code === code)?.due;

const file = { letter: true, report: true, approval: true, order: true, interviews: true, debtor: true, evidence: true, isCopied: true };
const screened = [step('screen', '2026-02-26 09:00', 'inspector', { amount: 'many' })];
const ordered = [...screened, step('serve-order', '2026-02-27 09:00', 'authority', { manner: 'direct', proof: '回证 1 号' })];
const overdueFacts = { payBy: '2026-03-06', isPaid: false, excused: false };
const overdue = [...ordered, step('find-overdue', '2026-03-09 09:00', 'inspector', overdueFacts)];
const team = [...overdue, step('form-team', '2026-03-09 10:00', 'authority', { officers: 2, conduct: 'evades' })];
const reported = [...team, step('report', '2026-03-10 09:00', 'inspector')];
const approved = [...reported, step('approve', '2026-03-11 16:00', 'authority-head')];
const sent = [...approved, step('send', '2026-03-12 15:00', 'authority', file)];
const refused = [...sent, step('refuse', '2026-03-13 09:00', 'police', { reason: '没有犯罪事实' })];

describe('涉嫌犯罪移送流程', () => {
  it('goes from the amount to the judgment, every step lawful', () => {
    let history: readonly Taken[] = [];
    const after = [
      step('file', '2026-03-13 09:00', 'police'),
      step('pay', '2026-03-20 09:00', 'employer'),
      step('indict', '2026-06-01 09:00', 'procuratorate'),
      step('judge', '2026-07-01 09:00', 'court'),
    ];
    for (const asked of [...sent, ...after]) {
      const result = take(crimeTransfer, history, asked, setting);
      expect(result).toMatchObject({ ok: true });
      if (result.ok) history = result.value;
    }
    expect(standing(crimeTransfer, history, { ...setting, at: civilMoment('2026-07-02 09:00') })).toMatchObject({ state: 'judged', isOver: true });
  });

  it.each([
    ['an amount below the standard', [], step('screen', '2026-03-02 09:00', 'inspector', { amount: 'neither' }), 'condition'],
    ['an amount nobody checked', [], step('screen', '2026-03-02 09:00', 'inspector'), 'cannot-determine'],
    [
      '张贴而没有拍照录像: posting without a picture',
      screened,
      step('post-order', '2026-03-02 09:00', 'authority', { undeliverable: true, places: '工地', filmed: false }),
      'condition',
    ],
    [
      'posting what could be handed over',
      screened,
      step('post-order', '2026-03-02 09:00', 'authority', { undeliverable: false, places: '工地', filmed: true }),
      'condition',
    ],
    [
      '没有送达的责令支付就不能确认逾期: overdue without service',
      screened,
      step('find-overdue', '2026-03-09 09:00', 'inspector', overdueFacts),
      'not-from-here',
    ],
    ['overdue on the last day', ordered, step('find-overdue', '2026-03-06 17:00', 'inspector', overdueFacts), 'condition'],
    ['overdue although paid', ordered, step('find-overdue', '2026-03-09 09:00', 'inspector', { ...overdueFacts, isPaid: true }), 'condition'],
    ['overdue with a good cause', ordered, step('find-overdue', '2026-03-09 09:00', 'inspector', { ...overdueFacts, excused: true }), 'condition'],
    ['a period before service', ordered, step('find-overdue', '2026-03-09 09:00', 'inspector', { ...overdueFacts, payBy: '2026-02-26' }), 'condition'],
    ['a team of one', overdue, step('form-team', '2026-03-09 10:00', 'authority', { officers: 1, conduct: 'evades' }), 'condition'],
    ['neither evasion nor ability', overdue, step('form-team', '2026-03-09 10:00', 'authority', { officers: 2, conduct: 'neither' }), 'condition'],
    ['evasion nobody judged', overdue, step('form-team', '2026-03-09 10:00', 'authority', { officers: 2 }), 'cannot-determine'],
    ['a refusal to transfer without its reason', reported, step('reject', '2026-03-11 09:00', 'authority-head'), 'cannot-determine'],
    ['an incomplete file', approved, step('send', '2026-03-12 15:00', 'authority', { ...file, order: false }), 'condition'],
    ['a file nobody looked through', approved, step('send', '2026-03-12 15:00', 'authority', { ...file, debtor: null }), 'cannot-determine'],
    ['no copy to the procuratorate', approved, step('send', '2026-03-12 15:00', 'authority', { ...file, isCopied: false }), 'condition'],
    ['an officer approving', reported, step('approve', '2026-03-11 16:00', 'inspector'), 'not-yours'],
  ] as const)('refuses %s', (_why, history, asked, code) => expect(refusalOf(history, asked)).toMatchObject({ code }));

  it('an order to pay until a rest day lasts to the next working day, as CRIM-03 counts it', () => {
    const facts = { ...overdueFacts, payBy: '2026-03-14' };
    expect(refusalOf(ordered, step('find-overdue', '2026-03-16 17:00', 'inspector', facts))?.says).toContain('2026-03-16 为止');
    expect(refusalOf(ordered, step('find-overdue', '2026-03-17 09:00', 'inspector', facts))).toBeNull();
  });

  it('payment after the period is no obedience', () => {
    const facts = { payBy: '2026-03-14' };
    expect(refusalOf(ordered, step('pay-in-time', '2026-03-16 23:59', 'employer', facts))).toBeNull();
    expect(refusalOf(ordered, step('pay-in-time', '2026-03-17 00:00', 'employer', facts))).toMatchObject({ code: 'condition' });
    expect(refusalOf(ordered, step('pay-in-time', '2026-03-16 09:00', 'employer'))).toMatchObject({ code: 'cannot-determine' });
  });

  it('an order served by publication takes effect thirty days later, and no period may end before', () => {
    const open = [...screened, step('serve-order', '2026-02-27 09:00', 'authority', { manner: 'publication', proof: '公告 1 号' })];
    expect(refusalOf(open, step('find-overdue', '2026-04-20 09:00', 'inspector', overdueFacts))?.says).toContain('2026-03-29');
    expect(refusalOf(open, step('find-overdue', '2026-04-20 09:00', 'inspector', { ...overdueFacts, payBy: '2026-04-10' }))).toBeNull();
  });

  it('lets a posted and filmed order stand for service', () => {
    expect(refusalOf(screened, step('post-order', '2026-03-02 09:00', 'authority', { undeliverable: true, places: '住所地、工地', filmed: true }))).toBeNull();
  });

  it('counts three days for the head and 24 hours from the minute of approval', () => {
    expect(due(reported, '2026-03-13 23:59', 'approve')).toMatchObject({ on: '2026-03-13', isOver: false });
    expect(due(reported, '2026-03-14 00:00', 'approve')).toMatchObject({ isOver: true });
    expect(due(approved, '2026-03-12 16:00', 'send')).toMatchObject({ moment: '2026-03-12 16:00', isOver: false });
    expect(due(approved, '2026-03-12 16:01', 'send')).toMatchObject({ isOver: true });
    // Late is late, but a transfer is owed all the same.
    expect(refusalOf(approved, step('send', '2026-03-20 09:00', 'authority', file))).toBeNull();
  });

  it('counts the police from acceptance, and anew from the supplement', () => {
    // 2026-03-12 + 3 = Sunday 03-15, moved to Monday.
    expect(due(sent, '2026-03-12 16:00', 'file')).toMatchObject({ on: '2026-03-16' });
    expect(due(sent, '2026-03-12 16:00', 'ask-supplement')).toMatchObject({ moment: '2026-03-13 15:00' });
    const asked = [...sent, step('ask-supplement', '2026-03-13 10:00', 'police')];
    expect(due(asked, '2026-03-13 11:00', 'supplement')).toMatchObject({ on: '2026-03-16' });
    expect(due([...asked, step('supplement', '2026-03-16 10:00')], '2026-03-16 11:00', 'refuse')).toMatchObject({ on: '2026-03-19' });
  });

  it('lets reconsideration lapse after three days, supervision not', () => {
    // 2026-03-13 + 3 = Monday 03-16.
    expect(refusalOf(refused, step('ask-reconsideration', '2026-03-16 23:59'))).toBeNull();
    expect(refusalOf(refused, step('ask-reconsideration', '2026-03-17 00:00'))).toMatchObject({ code: 'lapsed', says: expect.stringContaining('立案监督') });
    const supervised = [...refused, step('ask-supervision', '2026-04-01 09:00'), step('demand-reasons', '2026-04-08 09:00', 'procuratorate')];
    expect(take(crimeTransfer, refused, supervised.at(-2) ?? step('', '2026-04-01 09:00'), setting).ok).toBe(true);
    expect(due(supervised, '2026-04-08 10:00', 'explain')).toMatchObject({ on: '2026-04-15' });
    const directed = [...supervised, step('explain', '2026-04-15 09:00', 'police'), step('direct-filing', '2026-04-20 09:00', 'procuratorate')];
    // 2026-04-20 + 15 = 05-05, a day off of 劳动节; 05-06 is the next working day.
    expect(due(directed, '2026-04-20 10:00', 'file-as-directed')).toMatchObject({ on: '2026-05-06' });
  });
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(crimeTransfer)).toMatchSnapshot());
