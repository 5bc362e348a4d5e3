import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { type Alarm, figuresOf, quantile, scoreOf, shuffledScoreOf } from './score.ts';
import type { World } from './types.ts';
import { worldOf } from './world.ts';

const world = worldOf({
  seed: 3,
  profile: 'gaotang-371526',
  sites: ['honest', 'late', 'outage', 'honest'],
  months: 6,
  until: civilDate('2026-11-20'),
  heads: [10, 14],
});
const [honest, late, outage] = world.sites;
const incident = world.incidents.find((each) => each.behaviour === 'late');

function alarm(project: string | undefined, change: Partial<Alarm> = {}): Alarm {
  return { project: project ?? '', rule: 'PAY-03', warns: ['W-PAY-02'], level: 2, isData: false, raisedOn: civilDate('2026-11-19'), ...change };
}

describe('检出的评分', () => {
  it('没有预警就没有检出，也没有误报', () => {
    expect(figuresOf(scoreOf(world, []))).toMatchObject({ detected: 0, recall: 0, precision: 0, falseAlarmsPerThousand: 0 });
  });

  it('问题开始之后的对症预警算检出，之前的不算', () => {
    const began = incident?.beganOn ?? civilDate('2026-11-01');
    expect(scoreOf(world, [alarm(late?.code, { raisedOn: began })]).behaviours.find((row) => row.behaviour === 'late')?.detected).toBe(1);
    expect(scoreOf(world, [alarm(late?.code, { raisedOn: civilDate('2026-06-02') })]).behaviours.find((row) => row.behaviour === 'late')?.detected).toBe(0);
  });

  it('不对症的预警是误报，提示级不计', () => {
    expect(scoreOf(world, [alarm(late?.code, { warns: ['W-DEP-01'] })])).toMatchObject({ right: 0, wrong: 1 });
    expect(scoreOf(world, [alarm(late?.code, { level: 0 })])).toMatchObject({ right: 0, wrong: 0 });
  });

  it('守法项目上的预警按每千工人月计为误报', () => {
    const score = scoreOf(world, [alarm(honest?.code), alarm(honest?.code, { level: 1 })]);
    expect(score.honestAlarms).toEqual({ 1: 2, 2: 1, 3: 0, 4: 0 });
    expect(figuresOf(score).falseAlarmsPerThousand).toBeCloseTo(2_000 / score.honestWorkerMonths);
  });

  it('断流只能由数据预警检出，工资预警在那里是误报', () => {
    const row = (alarms: Alarm[]) => scoreOf(world, alarms).behaviours.find((each) => each.behaviour === 'outage')?.detected;
    expect(row([alarm(outage?.code, { warns: ['W-OPS-05'], isData: true })])).toBe(1);
    expect(row([alarm(outage?.code, { warns: ['W-OPS-05'] })])).toBe(0);
  });

  it('把真相抽签换到别的项目，检出就落回碰运气', () => {
    const big: World = worldOf({ seed: 5, profile: 'gaotang-371526', sites: 40, months: 6, until: civilDate('2026-11-20'), heads: [8, 10] });
    const perfect = big.incidents.map(
      (each): Alarm => ({ project: each.project, rule: 'X', warns: each.answers, level: 3, isData: each.nature === 'data', raisedOn: each.harmedOn }),
    );
    expect(figuresOf(scoreOf(big, perfect))).toMatchObject({ recall: 1, precision: 1 });
    expect(figuresOf(shuffledScoreOf(big, perfect, 1)).recall).toBeLessThan(0.4);
  });

  it('分位数取最近的秩', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([9, 1, 5], 0.5)).toBe(5);
    expect(quantile([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.1)).toBe(10);
  });
});
