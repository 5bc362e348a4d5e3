import { describe, expect, it } from 'vitest';
import { civilDate, weekdayOf } from '#kernel/civil-date.ts';
import { civilMoment } from '#kernel/civil-moment.ts';
import type { Permission, Role } from '#modules/office/accounts/domain/index.ts';
import { gaotang, jiayuguan, national } from '#profiles/index.ts';
import { byClock } from './by-clock.ts';
import { byData, type Found } from './by-data.ts';
import { type Actor, byPerson, closeReasonsFor, type Command, isOnesStep, labelFor, mayTake, nextStepOf } from './by-person.ts';
import { ladderOf } from './ladder.ts';
import { lastMinute, type OfficeDays } from './moment.ts';
import type { Change, Setting, Warning } from './warning.ts';
import type { StepKind, WarningState } from './wire.ts';

/** Weekdays are worked; no holiday in these weeks. */
const days: OfficeDays = { isWorking: (on) => weekdayOf(on) <= 5 };
const settingAt = (now: string, profile = national): Setting => ({ now: civilMoment(now), ladder: ladderOf(profile), days });
const MONDAY = settingAt('2026-03-02 09:00');
const STATES: readonly WarningState[] = ['raised', 'acknowledged', 'handled', 'verified', 'closed'];
const STEPS: readonly StepKind[] = ['acknowledge', 'handle', 'return', 'verify', 'close', 'reopen', 'assign', 'comment'];
const ROLES: readonly Role[] = ['wage-officer', 'grid-worker', 'town-specialist', 'inspector', 'inspection-chief', 'industry-regulator', 'leader', 'auditor'];
const PERMISSIONS: readonly Permission[] = ['warning.acknowledge', 'warning.handle', 'warning.verify', 'warning.close', 'warning.reopen', 'warning.assign'];

const actor = (role: Role, accountId = 'me'): Actor => ({ accountId, role, permissions: PERMISSIONS });
const FOUND: Found = { level: 2, amountFen: 100_00n, people: 3, isData: false };

/** A warning as it stands in a state, handled by somebody else. */
function standing(state: WarningState, more: Partial<Warning> = {}): Warning {
  const isHandled = state === 'handled' || state === 'verified' || state === 'closed';
  const isVerified = state === 'verified' || state === 'closed';
  return {
    state,
    level: 2,
    foundLevel: 2,
    levelsAdded: 0,
    standing: true,
    isData: false,
    amountFen: FOUND.amountFen,
    people: FOUND.people,
    ownerRole: 'town-specialist',
    ownerAccountId: state === 'raised' ? null : 'owner',
    handledBy: isHandled ? 'handler' : null,
    handledByRole: isHandled ? 'inspector' : null,
    verifiedBy: isVerified ? 'verifier' : null,
    actUntil: civilMoment('2026-03-05 23:59'),
    escalatedFrom: 0,
    reopened: 0,
    raisedOn: civilDate('2026-02-27'),
    closedOn: state === 'closed' ? civilDate('2026-03-02') : null,
    closeReason: state === 'closed' ? 'other' : null,
    ...more,
  };
}

/** What a change left otherwise than it was. */
function told(before: Warning | null, change: Change | null): string {
  if (change === null) return '不变';
  const old = new Map<string, unknown>(Object.entries(before ?? {}));
  const fresh = Object.entries(change.warning).filter(([name, value]) => old.get(name) !== value);
  return `${change.happening}（${change.fromState ?? '无'} ${change.levelFrom ?? '无'}级）${fresh.map(([name, value]) => ` ${name}=${String(value)}`).join('')}`;
}

describe('人办的每一步：状态 × 步骤 × 岗位 × 填了什么', () => {
  const command = (step: StepKind, more: Partial<Command> = {}): Command => ({
    step,
    note: '已核对',
    reason: step === 'close' ? 'other' : null,
    assignee: step === 'assign' ? { accountId: 'next', role: 'inspector' } : null,
    evidenceCount: 1,
    ...more,
  });
  const tried = (warning: Warning, asked: Command, by: Actor, setting = MONDAY) => {
    const result = byPerson(warning, asked, by, setting);
    return result.ok ? told(warning, result.value) : `${result.refusal.code} ${result.refusal.says}`;
  };

  it.each(STATES)('%s', (state) => {
    const lines = STEPS.flatMap((step) => ROLES.map((role) => `${step} ${role}：${tried(standing(state), command(step), actor(role))}`));
    expect(lines.join('\n')).toMatchSnapshot();
  });

  it('自己处置的，自己能做什么', () => {
    const mine = (state: WarningState) => standing(state, { handledBy: 'me', verifiedBy: null, ownerAccountId: 'me' });
    const lines = STATES.flatMap((state) =>
      STEPS.flatMap((step) =>
        (['town-specialist', 'inspection-chief'] as const).map((role) => `${state} ${step} ${role}：${tried(mine(state), command(step), actor(role))}`),
      ),
    );
    expect(lines.join('\n')).toMatchSnapshot();
  });

  it('没有写说明、没有材料、没有选原因或者承办人', () => {
    const states = {
      acknowledge: 'raised',
      handle: 'acknowledged',
      return: 'handled',
      verify: 'handled',
      close: 'verified',
      reopen: 'closed',
      assign: 'raised',
      comment: 'raised',
    } as const;
    const lines = STEPS.flatMap((step) =>
      (['wage-officer', 'inspection-chief'] as const).flatMap((role) => [
        `${step} ${role} 没有说明：${tried(standing(states[step]), command(step, { note: '' }), actor(role))}`,
        ...([1, 2, 3] as const).map(
          (level) => `${step} ${role} ${level}级没有材料：${tried(standing(states[step], { level }), command(step, { evidenceCount: 0 }), actor(role))}`,
        ),
        `${step} ${role} 数据预警没有材料：${tried(standing(states[step], { isData: true }), command(step, { evidenceCount: 0 }), actor(role))}`,
        `${step} ${role} 没有原因、承办人：${tried(standing(states[step]), command(step, { reason: null, assignee: null }), actor(role))}`,
      ]),
    );
    expect(lines.join('\n')).toMatchSnapshot();
  });

  it('按每一种原因销号', () => {
    const lines = (['handled', 'verified'] as const).flatMap((state) =>
      [true, false].flatMap((isStanding) =>
        (['paid', 'data-corrected', 'false-alarm', 'transferred', 'other'] as const).flatMap((reason) =>
          ['已核对', ''].map((note) => {
            const warning = standing(state, { standing: isStanding });
            return `${state} ${isStanding ? '数据仍显示' : '数据已消除'} ${reason} ${note}：${tried(warning, command('close', { reason, note }), actor('inspection-chief'))}`;
          }),
        ),
      ),
    );
    expect(lines.join('\n')).toMatchSnapshot();
    const open = STATES.flatMap((state) =>
      [true, false].map((isStanding) => `${state} ${isStanding}：${closeReasonsFor(standing(state, { standing: isStanding })).join('、')}`),
    );
    expect(open.join('\n')).toMatchSnapshot();
  });

  it('退回时没有处置人记录的，回到首办岗位', () => {
    expect(tried(standing('handled', { handledBy: null, handledByRole: null, level: 3 }), command('return'), actor('inspector'))).toMatchSnapshot();
    expect(tried(standing('closed', { level: 4, reopened: 1 }), command('reopen'), actor('inspector'))).toMatchSnapshot();
  });

  it('按钮上写什么，该谁办，缺一项权限就不是他的事', () => {
    const labels = STEPS.flatMap((step) =>
      ROLES.map((role) => `${step} ${role}：${labelFor(step, role)} ${isOnesStep(step, actor(role))} ${isOnesStep(step, { ...actor(role), permissions: [] })}`),
    );
    expect(labels.join('\n')).toMatchSnapshot();
    const next = STATES.flatMap((state) =>
      [null, 'me', 'owner'].flatMap((ownerAccountId) =>
        ROLES.map((role) => `${state} 承办人 ${ownerAccountId ?? '未定'} ${role}：${nextStepOf(standing(state, { ownerAccountId }), actor(role)) ?? '无'}`),
      ),
    );
    expect(next.join('\n')).toMatchSnapshot();
    expect(mayTake('verify', standing('handled', { handledBy: 'me' }), actor('inspector'))).toMatchObject({
      ok: false,
      refusal: { code: 'step-second-person' },
    });
  });
});

describe('数据怎样改变预警：状态 × 级别、金额、人数', () => {
  const founds: readonly (Found | null)[] = [
    null,
    FOUND,
    { ...FOUND, level: 0 },
    { ...FOUND, level: 1 },
    { ...FOUND, level: 3 },
    { ...FOUND, level: 4, amountFen: 1n, people: 1 },
    { ...FOUND, amountFen: 100_01n, people: 1 },
    { ...FOUND, amountFen: 99_99n, people: 9 },
    { ...FOUND, people: 4 },
    { ...FOUND, people: 2 },
    { ...FOUND, amountFen: 0n },
  ];
  const said = (found: Found | null) => (found === null ? '消除' : `${found.level}级 ${found.amountFen}分 ${found.people}人`);
  const lines = (warning: Warning | null, setting: Setting) =>
    founds.map((found) => `${said(found)}：${told(warning, byData(warning, found, setting))}`).join('\n');

  it('没有预警的', () => expect(lines(null, MONDAY)).toMatchSnapshot());

  it.each(STATES)('%s，数据仍显示', (state) => expect(lines(standing(state), MONDAY)).toMatchSnapshot());
  it.each(STATES)('%s，数据曾消除', (state) => expect(lines(standing(state, { standing: false }), MONDAY)).toMatchSnapshot());

  it('升级过的、交给上级的、期限更近的', () => {
    expect(lines(standing('raised', { level: 3, levelsAdded: 1, ownerRole: 'inspection-chief' }), MONDAY)).toMatchSnapshot();
    expect(lines(standing('raised', { ownerRole: 'grid-worker', actUntil: civilMoment('2026-03-02 09:30') }), MONDAY)).toMatchSnapshot();
    expect(lines(standing('acknowledged', { level: 4, levelsAdded: 2 }), MONDAY)).toMatchSnapshot();
    expect(lines(standing('handled', { handledBy: null, handledByRole: null, standing: false }), MONDAY)).toMatchSnapshot();
  });

  it('1 级、数据预警、当天发出而不涉金额的', () => {
    expect(lines(standing('raised', { level: 1, foundLevel: 1 }), MONDAY)).toMatchSnapshot();
    expect(lines(standing('raised', { isData: true }), MONDAY)).toMatchSnapshot();
    const today = { amountFen: 0n, raisedOn: civilDate('2026-03-02') };
    for (const more of [today, { ...today, reopened: 1 }, { ...today, amountFen: 1n }, { ...today, raisedOn: civilDate('2026-03-01') }]) {
      expect(told(standing('raised', more), byData(standing('raised', more), null, MONDAY))).toMatchSnapshot();
    }
    expect(told(standing('acknowledged', today), byData(standing('acknowledged', today), null, MONDAY))).toMatchSnapshot();
  });

  it('销号后第 30 日和第 31 日又出现，没有销号日的算新的一条', () => {
    for (const now of ['2026-04-01 23:59', '2026-04-02 00:00']) expect(lines(standing('closed', { standing: false }), settingAt(now))).toMatchSnapshot();
    expect(lines(standing('closed', { standing: false, closedOn: null }), MONDAY)).toMatchSnapshot();
    expect(lines(standing('closed', { standing: false, levelsAdded: 1, reopened: 2 }), MONDAY)).toMatchSnapshot();
  });
});

describe('超期升级：状态 × 级别 × 岗位', () => {
  it.each(STATES)('%s', (state) => {
    const setting = settingAt('2026-03-06 00:00');
    const lines = ([0, 1, 2, 3, 4] as const).flatMap((level) =>
      ROLES.map((ownerRole) => {
        const warning = standing(state, { level, foundLevel: level, ownerRole });
        return `${level}级 ${ownerRole}：${told(warning, byClock(warning, setting))}`;
      }),
    );
    expect(lines.join('\n')).toMatchSnapshot();
  });

  it('每级只升一次，最后一分钟不升', () => {
    const escalated = standing('raised', { escalatedFrom: 0b100 });
    expect(byClock(escalated, settingAt('2026-03-06 00:00'))).toBeNull();
    expect(byClock({ ...escalated, level: 3 }, settingAt('2026-03-06 00:00'))?.warning.escalatedFrom).toBe(0b1100);
    expect(byClock(standing('raised'), settingAt('2026-03-05 23:59'))).toBeNull();
  });

  it('各地的阶梯', () => {
    for (const profile of [national, gaotang, jiayuguan]) expect(ladderOf(profile)).toMatchSnapshot();
  });
});

describe('办公时间内的期限', () => {
  const hours = ladderOf(national).officeHours;
  it.each([
    ['2026-03-02 08:00', 1, '2026-03-02 10:00'],
    ['2026-03-02 09:00', 3, '2026-03-02 12:00'],
    ['2026-03-02 12:00', 1, '2026-03-02 15:00'],
    ['2026-03-02 13:00', 4, '2026-03-02 18:00'],
    ['2026-03-02 11:59', 1, '2026-03-02 14:59'],
    ['2026-03-02 18:00', 1, '2026-03-03 10:00'],
    ['2026-03-02 20:00', 8, '2026-03-04 10:00'],
    ['2026-03-06 17:30', 1, '2026-03-09 09:30'],
    ['2026-03-02 09:00', 14, '2026-03-03 18:00'],
  ])('自 %s 起 %i 个办公小时到 %s', (from, n, until) => {
    expect(lastMinute(civilMoment(from), { n, unit: 'working-hours' }, days, hours)).toBe(until);
  });

  it.each([
    ['2026-03-06 10:00', 'working-days', 0, '2026-03-06 23:59'],
    ['2026-03-08 10:00', 'working-days', 0, '2026-03-09 23:59'],
    ['2026-03-05 10:00', 'working-days', 2, '2026-03-09 23:59'],
    ['2026-03-07 10:00', 'working-days', 1, '2026-03-09 23:59'],
    ['2026-03-06 10:00', 'natural-days', 0, '2026-03-06 23:59'],
    ['2026-03-06 10:00', 'natural-days', 1, '2026-03-07 23:59'],
  ] as const)('自 %s 起 %s %i 到 %s', (from, unit, n, until) => {
    expect(lastMinute(civilMoment(from), { n, unit }, days, hours)).toBe(until);
  });
});
