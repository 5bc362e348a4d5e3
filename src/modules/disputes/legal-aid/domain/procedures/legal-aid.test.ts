import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Party } from '#law/parties.ts';
import { standing, take } from '#law/procedure-run.ts';
import type { Taken } from '#law/procedure.ts';
import { national } from '#profiles/index.ts';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { legalAid } from './legal-aid.ts';

const setting = { calendar: nationalCalendar, place: national };
const centre = 'legal-aid-centre';
const step = (code: string, happened: string, by: Party = centre, facts: unknown = {}): Taken => ({
  step: code,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(happened),
  facts,
});
const refusalOf = (history: readonly Taken[], asked: Taken) => {
  const result = take(legalAid, history, asked, setting);
  return result.ok ? null : result.refusal.code;
};
const due = (history: readonly Taken[], code: string, place = national) =>
  standing(legalAid, history, { ...setting, place, at: civilMoment('2026-03-20 18:00') })?.open.find((one) => one.step.code === code)?.due?.on;

const who = { isMigrantWorker: true, claimsWages: true };
const applied = [step('apply', '2026-03-02 09:00', 'worker', who)];
const granted = [...applied, step('grant', '2026-03-09 09:00')];
const refused = [...applied, step('refuse', '2026-03-09 09:00', centre, { reason: '不属于援助范围', forMeans: false })];
const objected = [...refused, step('object', '2026-03-10 09:00', 'worker')];
const urgent = { expires: '2026-03-08', needsUrgentStep: false };

describe('法律援助流程', () => {
  it('goes from the application to the closed file, every step lawful', () => {
    let history: readonly Taken[] = [];
    const rest = [
      step('assign', '2026-03-12 09:00', centre, { lawyer: '某律师事务所' }),
      step('handle', '2026-06-01 09:00', centre, { report: '调解结案' }),
      step('close', '2026-06-02 09:00'),
    ];
    for (const asked of [...granted, ...rest]) {
      const result = take(legalAid, history, asked, setting);
      expect(result).toMatchObject({ ok: true });
      if (result.ok) history = result.value;
    }
    expect(standing(legalAid, history, { ...setting, at: civilMoment('2026-06-03 09:00') })).toMatchObject({ state: 'closed', isOver: true });
  });

  it.each([
    ['grant', applied, '2026-03-09'],
    ['assign', granted, '2026-03-12'],
    ['uphold', objected, '2026-03-16'],
  ] as const)('%s is due %s in natural days', (code, history, expected) => expect(due(history, code)).toBe(expected));

  it('counts working days where the place does', () => {
    const place = {
      ...national,
      name: '某县',
      parameters: {
        'legal-aid.decide': [{ from: civilDate('2026-01-01'), value: { n: 7, unit: 'working-days' as const }, basis: '文件', evidence: 'L' as const }],
      },
    };
    expect(due(applied, 'grant', place)).toBe('2026-03-11');
  });

  it('grants first when six days are left, and assigns in three', () => {
    expect(refusalOf(applied, step('first-grant', '2026-03-02 10:00', centre, urgent))).toBeNull();
    expect(refusalOf(applied, step('first-grant', '2026-03-02 10:00', centre, { ...urgent, expires: '2026-03-09' }))).toBe('condition');
    expect(refusalOf(applied, step('first-grant', '2026-03-02 10:00', centre, { expires: 'not-yet', needsUrgentStep: true }))).toBeNull();
    expect(due([...applied, step('first-grant', '2026-03-02 10:00', centre, urgent)], 'assign')).toBe('2026-03-05');
  });

  it('may look at the means of others', () => {
    const other = [step('apply', '2026-03-02 09:00', 'worker', { isMigrantWorker: false, claimsWages: true })];
    expect(refusalOf(other, step('refuse', '2026-03-09 09:00', centre, { reason: '不符合经济困难标准', forMeans: true }))).toBeNull();
  });

  it.each([
    [
      'to turn a wage claim away for want of proof of hardship',
      applied,
      step('refuse', '2026-03-09 09:00', centre, { reason: '未提交材料', forMeans: true }),
      'condition',
    ],
    ['a refusal without reasons', applied, step('refuse', '2026-03-09 09:00'), 'cannot-determine'],
    ['an objection to a grant', granted, step('object', '2026-03-10 09:00', 'worker'), 'not-from-here'],
    ['the centre reviewing its own refusal', objected, step('uphold', '2026-03-12 09:00', centre, { reason: '维持' }), 'not-yours'],
  ] as const)('refuses %s', (_why, history, asked, code) => expect(refusalOf(history, asked)).toBe(code));
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(legalAid)).toMatchSnapshot());
