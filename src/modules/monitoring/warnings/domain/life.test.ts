import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, weekdayOf } from '#kernel/civil-date.ts';
import type { Permission, Role } from '#modules/office/accounts/domain/index.ts';
import { jiayuguan, national } from '#profiles/index.ts';
import { byClock } from './by-clock.ts';
import { byData, type Found } from './by-data.ts';
import { type Actor, byPerson, type Command, closeReasonsFor, mayTake, nextStepOf } from './by-person.ts';
import { ladderOf } from './ladder.ts';
import { type CivilMoment, dayOf, momentOf } from '#kernel/civil-moment.ts';
import { lastMinute, type OfficeDays } from './moment.ts';
import type { Change, Setting, Warning } from './warning.ts';
import type { StepKind, WarningState } from './wire.ts';

/** Weekdays are worked; no holiday in these tests' weeks. */
const days: OfficeDays = { isWorking: (on) => weekdayOf(on) <= 5 };
const at = (text: string) => text as CivilMoment;
const settingAt = (now: string): Setting => ({ now: at(now), ladder: ladderOf(national), days });
// A Monday.
const MONDAY = settingAt('2026-03-02 09:00');

const ALL_PERMISSIONS: readonly Permission[] = ['warning.acknowledge', 'warning.handle', 'warning.verify', 'warning.close', 'warning.reopen', 'warning.assign'];
const ROLES: readonly Role[] = [
  'wage-officer',
  'enterprise-manager',
  'grid-worker',
  'town-specialist',
  'inspector',
  'inspection-chief',
  'industry-regulator',
  'leader',
  'auditor',
  'administrator',
];
const STATES: readonly WarningState[] = ['raised', 'acknowledged', 'handled', 'verified', 'closed'];
const STEPS: readonly StepKind[] = ['acknowledge', 'handle', 'return', 'verify', 'close', 'reopen', 'assign', 'comment'];

const actor = (role: Role, accountId: string = role): Actor => ({ accountId, role, permissions: ALL_PERMISSIONS });
const command = (step: StepKind, more: Partial<Command> = {}): Command => ({
  step,
  note: '已核对',
  reason: step === 'close' ? 'other' : null,
  assignee: step === 'assign' ? { accountId: '9', role: 'inspector' } : null,
  evidenceCount: 1,
  ...more,
});
const found = (more: Partial<Found> = {}): Found => ({ level: 2, amountFen: 100_00n, people: 3, isData: false, ...more });

function raised(more: Partial<Found> = {}, setting = MONDAY): Warning {
  const change = byData(null, found(more), setting);
  if (change === null) throw new Error('nothing was raised');
  return change.warning;
}
function taken(warning: Warning, step: StepKind, by: Actor, more: Partial<Command> = {}, setting = MONDAY): Warning {
  const result = byPerson(warning, command(step, more), by, setting);
  if (!result.ok) throw new Error(result.refusal.says);
  return result.value.warning;
}
function inState(state: WarningState): Warning {
  const first = raised();
  if (state === 'raised') return first;
  const acknowledged = taken(first, 'acknowledge', actor('town-specialist', 'a'));
  if (state === 'acknowledged') return acknowledged;
  const handled = taken(acknowledged, 'handle', actor('wage-officer', 'h'));
  if (state === 'handled') return handled;
  const verified = taken(handled, 'verify', actor('town-specialist', 'v'));
  return state === 'verified' ? verified : taken(verified, 'close', actor('inspector', 'c'));
}
const refusedWith = (warning: Warning, asked: Command, by: Actor, setting = MONDAY) => {
  const result = byPerson(warning, asked, by, setting);
  return result.ok ? null : result.refusal.code;
};

describe('谁在哪一步能做什么：步骤 × 状态 × 岗位，没有列出的一律不行', () => {
  const enterprise: Role[] = ['wage-officer', 'enterprise-manager'];
  const officials: Role[] = ['town-specialist', 'inspector', 'inspection-chief', 'industry-regulator'];
  const everybody: Role[] = [...enterprise, 'grid-worker', ...officials, 'leader'];
  const allowed: Record<StepKind, Partial<Record<WarningState, readonly Role[]>>> = {
    acknowledge: { raised: everybody },
    handle: { raised: [...enterprise, 'grid-worker', ...officials], acknowledged: [...enterprise, 'grid-worker', ...officials] },
    return: { handled: officials, verified: officials },
    verify: { handled: officials },
    close: { handled: ['inspection-chief'], verified: ['town-specialist', 'inspector', 'inspection-chief'] },
    reopen: { closed: ['town-specialist', 'inspector', 'inspection-chief'] },
    assign: Object.fromEntries(STATES.slice(0, 4).map((state) => [state, ['inspector', 'inspection-chief', 'leader']])),
    comment: Object.fromEntries(STATES.map((state) => [state, everybody])),
  };
  for (const step of STEPS) {
    it(step, () => {
      for (const state of STATES) {
        for (const role of ROLES) {
          const may = byPerson(inState(state), command(step), actor(role), MONDAY).ok;
          expect(`${state} ${role} ${may}`).toBe(`${state} ${role} ${allowed[step][state]?.includes(role) ?? false}`);
        }
      }
    });
  }

  it('岗位对但账号没有这项权限，不能做', () => {
    expect(mayTake('verify', inState('handled'), { ...actor('inspector'), permissions: ['warning.close'] }).ok).toBe(false);
  });
});

describe('处置与核实须两人', () => {
  it('处置人自己不能核实，别人可以', () => {
    const handled = taken(raised(), 'handle', actor('town-specialist', '7'));
    expect(refusedWith(handled, command('verify'), actor('town-specialist', '7'))).toBe('step-second-person');
    expect(refusedWith(handled, command('verify'), actor('town-specialist', '8'))).toBeNull();
  });

  it('队长自己处置的不能自己直接销号', () => {
    const handled = taken(raised(), 'handle', actor('inspection-chief', '7'));
    expect(refusedWith(handled, command('close'), actor('inspection-chief', '7'))).toBe('step-second-person');
  });

  it('退回后另一人处置，原处置人可以核实', () => {
    const returned = taken(taken(raised(), 'handle', actor('inspector', '7')), 'return', actor('inspector', '8'));
    expect(returned).toMatchObject({ state: 'acknowledged', ownerAccountId: '7', ownerRole: 'inspector' });
    const again = taken(returned, 'handle', actor('inspector', '8'));
    expect(refusedWith(again, command('verify'), actor('inspector', '7'))).toBeNull();
  });
});

describe('说明、证明材料和销号原因', () => {
  it('企业回复 2 级工资预警要附材料，1 级和数据预警不用', () => {
    const reply = command('handle', { evidenceCount: 0 });
    expect(refusedWith(raised({ level: 2 }), reply, actor('wage-officer'))).toBe('step-needs-evidence');
    expect(refusedWith(raised({ level: 1 }), reply, actor('wage-officer'))).toBeNull();
    expect(refusedWith(raised({ level: 2, isData: true }), reply, actor('wage-officer'))).toBeNull();
    expect(refusedWith(raised({ level: 2 }), reply, actor('inspector'))).toBeNull();
  });

  it('数据仍显示欠薪，按“已发清”销号是虚假销号', () => {
    const verified = inState('verified');
    for (const reason of ['paid', 'data-corrected'] as const) {
      expect(refusedWith(verified, command('close', { reason }), actor('inspector'))).toBe('step-still-standing');
      expect(refusedWith({ ...verified, standing: false }, command('close', { reason }), actor('inspector'))).toBeNull();
    }
    expect(closeReasonsFor(verified)).toEqual(['false-alarm', 'transferred', 'other']);
  });

  it('没有核实的，队长也不能按“已发清”销号', () => {
    expect(refusedWith({ ...inState('handled'), standing: false }, command('close', { reason: 'paid' }), actor('inspection-chief'))).toBe('step-needs-chief');
  });

  it('误报、转办、其他要写情况；没有原因不能销号', () => {
    for (const reason of ['false-alarm', 'transferred', 'other'] as const) {
      expect(refusedWith(inState('verified'), command('close', { reason, note: '' }), actor('inspector'))).toBe('step-needs-note');
    }
    expect(refusedWith(inState('verified'), command('close', { reason: null }), actor('inspector'))).toBe('step-needs-reason');
    expect(refusedWith(raised(), command('assign', { assignee: null }), actor('inspector'))).toBe('step-needs-assignee');
    expect(refusedWith(raised(), command('handle', { note: '' }), actor('inspector'))).toBe('step-needs-note');
  });
});

describe('数据怎样改变预警', () => {
  const step = (warning: Warning, now: Found | null, setting = MONDAY) => byData(warning, now, setting);

  it('金额或级别上升是加重，下降是减轻，一样就什么都不发生', () => {
    const warning = raised();
    expect(step(warning, found())).toBeNull();
    expect(step(warning, found({ amountFen: 100_01n }))?.happening).toBe('grown');
    expect(step(warning, found({ amountFen: 99_99n }))?.happening).toBe('eased');
    expect(step(warning, found({ level: 3, amountFen: 1n }))).toMatchObject({ happening: 'grown', warning: { level: 3, ownerRole: 'inspector' } });
    expect(step(warning, found({ level: 1 }))).toMatchObject({ happening: 'eased', warning: { level: 1 } });
    expect(step(warning, found({ people: 4 }))?.happening).toBe('grown');
  });

  it('升级过的预警不会因为数据没变而降回去', () => {
    const late = settingAt('2026-03-04 09:00');
    const escalated = byClock(raised(), late)?.warning;
    expect(escalated).toMatchObject({ level: 3, foundLevel: 2 });
    expect(step(escalated ?? raised(), found(), late)).toBeNull();
  });

  it('1 级和数据预警消除就销号，2 级工资预警消除后还要人核实', () => {
    expect(step(raised({ level: 1 }), null)?.warning).toMatchObject({ state: 'closed', closeReason: 'paid', verifiedBy: null });
    expect(step(raised({ level: 1, amountFen: 0n }), null)?.warning).toMatchObject({ state: 'closed', closeReason: 'data-corrected' });
    expect(step(raised({ level: 4, isData: true }), null)?.warning).toMatchObject({ state: 'closed', closeReason: 'data-corrected' });
    expect(step(raised({ level: 2 }), null)?.warning).toMatchObject({ state: 'handled', standing: false, handledBy: null, ownerRole: 'town-specialist' });
  });

  it('当天发出、不涉金额、没人动过的，当天补齐资料就销号；隔天、涉金额或有人签收的，仍要核实', () => {
    const withoutMoney = raised({ amountFen: 0n });
    expect(step(withoutMoney, null)?.warning).toMatchObject({ state: 'closed', closeReason: 'data-corrected' });
    const nextDay = settingAt('2026-03-03 09:00');
    expect(byData(withoutMoney, null, nextDay)?.warning).toMatchObject({ state: 'handled', standing: false });
    expect(step(raised({ amountFen: 1n }), null)?.warning).toMatchObject({ state: 'handled', standing: false });
    const acknowledged = taken(withoutMoney, 'acknowledge', actor('town-specialist', 'a'));
    expect(step(acknowledged, null)?.warning).toMatchObject({ state: 'handled', standing: false });
  });

  it('企业已回复的，消除后仍等核实；核实过的，消除就销号', () => {
    expect(step(inState('handled'), null)?.warning).toMatchObject({ state: 'handled', handledBy: 'h', standing: false });
    expect(step(inState('verified'), null)?.warning).toMatchObject({ state: 'closed', closeReason: 'paid' });
  });

  it('消除后又出现：数据答复的和核实过的退回处置，企业答复的仍等核实', () => {
    const clearedByData = step(raised(), null)?.warning ?? raised();
    expect(step(clearedByData, found())).toMatchObject({ happening: 'stands-again', fromState: 'handled', warning: { state: 'acknowledged', standing: true } });
    expect(step({ ...inState('handled'), standing: false }, found())?.warning).toMatchObject({ state: 'handled', handledBy: 'h' });
    expect(step({ ...inState('verified'), standing: false }, found())?.warning).toMatchObject({ state: 'acknowledged', verifiedBy: null });
  });

  it('核实后又加重的，要重新处置', () => {
    expect(step(inState('verified'), found({ amountFen: 200_00n }))?.warning).toMatchObject({ state: 'acknowledged', verifiedBy: null });
  });

  it('按误报销号的，数据没变就不再打扰；级别更高才重新打开', () => {
    const closed = taken(inState('verified'), 'close', actor('inspector'), { reason: 'false-alarm' });
    expect(step(closed, found({ amountFen: 500_00n }))).toBeNull();
    expect(step(closed, found({ level: 3 }))).toMatchObject({ happening: 'reopened', warning: { state: 'raised', level: 3, reopened: 1 } });
    expect(step(closed, null)).toMatchObject({ happening: 'cleared', warning: { state: 'closed', standing: false } });
  });

  describe('反弹：销号后 30 日内同一规则、同一对象再现，升 1 级 (W-OPS-03)', () => {
    const closed = byData(raised({ level: 1 }), null, MONDAY)?.warning ?? raised();
    it.each([
      ['第 29 日', '2026-03-31 10:00', 'reopened', 2],
      ['第 30 日', '2026-04-01 23:59', 'reopened', 2],
      ['第 31 日是新的一条', '2026-04-02 00:00', 'raised', 1],
    ])('%s', (_why, now, happening, level) => {
      expect(byData(closed, found({ level: 1 }), settingAt(now))).toMatchObject({ happening, warning: { level, state: 'raised' } });
    });
  });
});

describe('时限', () => {
  const limit = (from: string, unit: 'working-hours' | 'working-days' | 'natural-days', n: number) =>
    lastMinute(at(from), { unit, n }, days, ladderOf(national).officeHours);
  it.each([
    ['上午开始 2 小时', '2026-03-02 09:00', 'working-hours', 2, '2026-03-02 11:00'],
    ['跨午休', '2026-03-02 11:00', 'working-hours', 2, '2026-03-02 15:00'],
    ['周五下班前到周一', '2026-03-06 17:00', 'working-hours', 2, '2026-03-09 10:00'],
    ['周末开始从周一算', '2026-03-07 12:00', 'working-hours', 4, '2026-03-09 15:00'],
    ['1 个工作日到次日 24 时', '2026-03-02 09:00', 'working-days', 1, '2026-03-03 23:59'],
    ['周五的 1 个工作日是周一', '2026-03-06 09:00', 'working-days', 1, '2026-03-09 23:59'],
    ['0 个工作日是当天', '2026-03-02 09:00', 'working-days', 0, '2026-03-02 23:59'],
    ['周六的 0 个工作日是周一', '2026-03-07 09:00', 'working-days', 0, '2026-03-09 23:59'],
    ['日历日不跳周末', '2026-03-02 09:00', 'natural-days', 7, '2026-03-09 23:59'],
  ] as const)('%s', (_why, from, unit, n, until) => expect(limit(from, unit, n)).toBe(until));
});

describe('超期升级 (W-OPS-01 未签收，W-OPS-02 逾期未处置)', () => {
  it('红色 2 个办公小时没签收：最后一分钟不升，过一分钟升', () => {
    const red = raised({ level: 4 });
    expect(red.actUntil).toBe('2026-03-02 11:00');
    expect(byClock(red, settingAt('2026-03-02 11:00'))).toBeNull();
    expect(byClock(red, settingAt('2026-03-02 11:01'))).toMatchObject({ happening: 'escalated', warning: { level: 4, ownerRole: 'inspection-chief' } });
  });

  it('其他级别 1 个工作日没签收，升 1 级并交上一级岗位，每级只升一次', () => {
    let warning = raised({ level: 1 });
    const seen: string[] = [];
    for (let n = 0; n < 10; n += 1) {
      const change = byClock(warning, settingAt(momentOf(civilDate('2026-12-01'), n)));
      // Each escalation sets a new limit; here that limit is made to have passed again.
      if (change !== null) seen.push(`${change.warning.level} ${change.warning.ownerRole}`);
      warning = { ...(change?.warning ?? warning), actUntil: at('2026-03-02 00:00') };
    }
    expect(seen).toEqual(['2 town-specialist', '3 inspector', '4 inspection-chief', '4 leader']);
  });

  it('提示不升级：过了期限也留在原处；一级的照常升级', () => {
    const late = settingAt('2026-04-30 09:00');
    expect(byClock(raised({ level: 0 }), late)).toBeNull();
    expect(byClock(raised({ level: 1 }), late)).toMatchObject({ happening: 'escalated', warning: { level: 2 } });
  });

  it('等官员核实时超期：换上一级的人，不升级别', () => {
    expect(byClock(inState('handled'), settingAt('2026-03-20 09:00'))?.warning).toMatchObject({ level: 2, ownerRole: 'inspector', state: 'handled' });
  });
});

describe('各地的处置阶梯来自地区设置', () => {
  it('嘉峪关只有黄橙红三色：别处的蓝是这里的黄，市监察员直接管', () => {
    const ladder = ladderOf(jiayuguan);
    expect(ladder.gradeOf).toEqual({ 0: 0, 1: 2, 2: 2, 3: 3, 4: 4 });
    expect(ladder.rungs[2]).toMatchObject({ firstHandler: 'inspector', verifier: 'inspector' });
    expect(byClock({ ...raised(), ownerRole: 'wage-officer' }, { ...settingAt('2026-03-10 09:00'), ladder })?.warning.ownerRole).toBe('inspector');
  });

  it('全国缺省：镇里核实 2 级及以下，县里核实 3 级起', () => {
    const { rungs } = ladderOf(national);
    expect([rungs[0], rungs[1], rungs[2], rungs[3], rungs[4]].map((rung) => rung.verifier)).toEqual([
      'town-specialist',
      'town-specialist',
      'town-specialist',
      'inspector',
      'inspector',
    ]);
  });
});

describe('下一步只给该办的人', () => {
  it.each([
    ['raised', actor('wage-officer', 'x'), 'handle'],
    ['raised', actor('town-specialist', 'x'), 'acknowledge'],
    ['raised', actor('inspector', 'x'), null],
    ['acknowledged', actor('town-specialist', 'a'), 'handle'],
    ['acknowledged', actor('town-specialist', 'x'), null],
    ['handled', actor('town-specialist', 'x'), 'verify'],
    ['handled', actor('wage-officer', 'h'), null],
    ['verified', actor('town-specialist', 'v'), 'close'],
    ['closed', actor('inspector', 'c'), null],
  ] as const)('%s %o', (state, by, expected) => expect(nextStepOf(inState(state), by)).toBe(expected));
});

describe('不变的道理：随便怎样的经过', () => {
  const event = fc.oneof(
    fc.record({
      kind: fc.constant('data' as const),
      found: fc.option(fc.record({ level: fc.constantFrom(0, 1, 2, 3, 4), amountFen: fc.bigInt(0n, 5n), people: fc.nat(3), isData: fc.constant(false) })),
    }),
    fc.record({ kind: fc.constant('time' as const), hours: fc.integer({ min: 1, max: 400 }) }),
    fc.record({
      kind: fc.constant('person' as const),
      step: fc.constantFrom(...STEPS),
      role: fc.constantFrom(...ROLES),
      who: fc.constantFrom('1', '2'),
      reason: fc.constantFrom('paid', 'data-corrected', 'false-alarm', 'transferred', 'other', null),
    }),
  );

  it('销号的都有第二人核实或由数据消除；每级最多升一次；级别等于数据级别加升级数；每一步都真的改变了什么', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(event, { maxLength: 60 }), (isData, events) => {
        let warning: Warning | null = null;
        let minute = 0;
        let escalations = new Set<number>();
        const apply = (change: Change | null) => {
          if (change === null) return;
          if (change.happening === 'reopened' || change.happening === 'raised') escalations = new Set();
          if (change.happening === 'escalated') {
            expect(escalations.has(change.levelFrom ?? -1)).toBe(false);
            escalations.add(change.levelFrom ?? -1);
          }
          const next = change.warning;
          expect(next.level).toBe(Math.min(4, next.foundLevel + next.levelsAdded));
          if (next.verifiedBy !== null) expect(next.verifiedBy).not.toBe(next.handledBy);
          if (next.state === 'closed' && change.fromState !== 'closed') {
            expect(next.closeReason).not.toBeNull();
            const byItself = change.happening === 'cleared';
            expect(byItself || next.verifiedBy !== null).toBe(true);
            if (next.closeReason === 'paid' || next.closeReason === 'data-corrected') expect(next.standing).toBe(false);
          }
          if (next.state !== 'closed') expect(next.closedOn).toBeNull();
          // A step without a state change is one of those that never change it, or changes something else.
          if (change.fromState === next.state && !['commented', 'assigned'].includes(change.happening)) expect(next).not.toEqual(warning);
          warning = next;
        };
        for (const happened of events) {
          const setting = settingAt(momentOf(civilDate('2026-03-02'), 0));
          const day = civilDate(new Date(Date.UTC(2026, 2, 2) + Math.floor(minute / 1440) * 86_400_000).toISOString().slice(0, 10));
          const now: Setting = { ...setting, now: momentOf(day, minute % 1440) };
          if (happened.kind === 'time') {
            minute += happened.hours * 60;
            if (warning !== null) apply(byClock(warning, now));
          } else if (happened.kind === 'data') {
            apply(byData(warning, happened.found === null ? null : ({ ...happened.found, isData } as Found), now));
          } else if (warning !== null) {
            const result = byPerson(warning, command(happened.step, { reason: happened.reason as Command['reason'] }), actor(happened.role, happened.who), now);
            if (result.ok) apply(result.value);
          }
          expect(dayOf(now.now)).toBe(day);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
