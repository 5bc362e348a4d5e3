import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { regionCode } from '#kernel/region-code.ts';
import { isParameterId, PARAMETERS, type ParameterId, valueOn } from '#law/parameters/index.ts';
import { gradeAt, nextInChain, type Profile } from '#law/profile.ts';
import { chengdu, findProfile, gaotang, guangxi, jiayuguan, jilin, national, PROFILES, profileOf } from './index.ts';

const on = civilDate('2026-11-22');

describe('地区设置', () => {
  it('is chosen by the smallest place that contains the region', () => {
    expect(profileOf(regionCode('371526001'))).toBe(gaotang);
    expect(profileOf(regionCode('6202'))).toBe(jiayuguan);
    expect(profileOf(regionCode('620201001'))).toBe(jiayuguan);
    expect(profileOf(regionCode('4501'))).toBe(guangxi);
    expect(profileOf(regionCode('510104'))).toBe(chengdu);
    expect(profileOf(regionCode('5102'))).toBe(national);
    expect(profileOf(regionCode('2201'))).toBe(jilin);
    // 广东一类地区 have their own amounts of the crime: none may fall back to those of the other cities.
    expect(['4401', '4403', '4404', '4406', '4419', '4420'].map((city) => profileOf(regionCode(city)).name)).toEqual([
      '广州市',
      '深圳市',
      '珠海市',
      '佛山市',
      '东莞市',
      '中山市',
    ]);
    expect(findProfile('gaotang-371526')).toBe(gaotang);
    expect(findProfile('nowhere')).toBeNull();
  });

  it('嘉峪关「按照黄、橙、红三级预警」: blue is yellow there', () => {
    expect(gradeAt(gaotang, 1)).toBe(1);
    expect(gradeAt(jiayuguan, 1)).toBe(2);
    expect(jiayuguan.levels.map(({ name }) => name)).toEqual(['提示', '黄色', '黄色', '橙色', '红色']);
  });

  it('takes the numbers of 嘉峪关 from its plan, item by item', () => {
    const value = (id: 'contract.sign.target' | 'labour-cost.min-share' | 'deposit.before-permit' | 'wage.full-rate.government') => valueOn(id, jiayuguan, on);
    expect(value('contract.sign.target')).toMatchObject({ inForce: { value: 8500, evidence: 'L', setBy: '嘉峪关市' } });
    expect(value('labour-cost.min-share')).toMatchObject({ inForce: { value: 3000 } });
    expect(value('deposit.before-permit')).toMatchObject({ inForce: { value: true, words: '是' } });
    expect(value('wage.full-rate.government')).toMatchObject({ inForce: { value: 10_000, words: '100%' } });
    expect(valueOn('labour-cost.min-share', jiayuguan, civilDate('2018-12-30')).ok).toBe(false);
  });

  it('hands a warning up the chain and stops at its end', () => {
    expect(nextInChain(gaotang, 'wage-officer')).toBe('town-specialist');
    expect(nextInChain(gaotang, 'town-specialist')).toBe('inspector');
    expect(nextInChain(jiayuguan, 'wage-officer')).toBe('inspector');
    expect(nextInChain(gaotang, 'leader')).toBeNull();
  });

  it('never asks the milder level to act sooner than the graver', () => {
    const days = { 'working-hours': 0.1, 'working-days': 1.4, 'natural-days': 1 } as const;
    for (const { id, handling } of PROFILES) {
      const handle = handling.map((ladder) => ladder.handle.n * days[ladder.handle.unit]);
      // Blue goes to the contractor, who has it in hand; from yellow on every level is quicker than the one before.
      expect([id, handle.slice(2)]).toEqual([id, handle.slice(2).sort((a, b) => b - a)]);
    }
  });
});

describe('各地自己的数', () => {
  const words = (id: string, parameter: ParameterId, day = on) => {
    const profile = findProfile(id);
    const answer = profile === null ? null : valueOn(parameter, profile, day);
    return answer?.ok === true ? `${answer.inForce.words}（${answer.inForce.setBy}）` : '未设定';
  };

  it.each<[string, ParameterId, string]>([
    ['jiayuguan-620200', 'target.case-closing', '96%（嘉峪关市）'],
    ['jiayuguan-620200', 'target.recovery', '92%（嘉峪关市）'],
    ['jiayuguan-620200', 'contract.sign.target', '85%（嘉峪关市）'],
    ['jilin-220000', 'target.model-projects', '300 个项目（吉林省）'],
    ['jilin-220000', 'target.model-share', '20%（吉林省）'],
    ['jilin-220000', 'target.new-arrears.months', '1 个月（吉林省）'],
    ['chengdu-510100', 'routine.visit.months', '1 个月（成都市）'],
    ['chengdu-510100', 'routine.bulletin.months', '3 个月（成都市）'],
    ['chengdu-510100', 'routine.evaluation.months', '12 个月（成都市）'],
    ['chengdu-510100', 'routine.unannounced-bulletin.days', '7 日（成都市）'],
    ['gaotang-371526', 'routine.ranking.months', '6 个月（高唐县）'],
    ['gaotang-371526', 'routine.random-check.months', '1 个月（高唐县）'],
    ['guizhou-520000', 'crime.one-worker.amount', '10,000 元（贵州省）'],
    ['guizhou-520000', 'crime.many-workers.amount', '50,000 元（贵州省）'],
    ['hunan-430000', 'crime.one-worker.amount', '6,000 元（湖南省）'],
    ['henan-410000', 'crime.one-worker.amount', '8,000 元（河南省）'],
    ['zhongshan-442000', 'crime.one-worker.amount', '20,000 元（中山市）'],
    ['zhongshan-442000', 'crime.many-workers.amount', '100,000 元（中山市）'],
    ['guangzhou-440100', 'crime.one-worker.amount', '20,000 元（广州市）'],
    ['shenzhen-440300', 'crime.many-workers.amount', '100,000 元（深圳市）'],
    ['foshan-440600', 'crime.one-worker.amount', '20,000 元（佛山市）'],
    ['dongguan-441900', 'crime.many-workers.amount', '100,000 元（东莞市）'],
    ['zhuhai-440400', 'crime.many-workers.amount', '100,000 元（珠海市）'],
    ['huizhou-441300', 'crime.one-worker.amount', '10,000 元（广东省）'],
    ['wuxi-320200', 'crime.many-workers.amount', '60,000 元（江苏省）'],
    ['zhongshan-442000', 'deposit.store-days', '10 个工作日（中山市）'],
    ['fujian-350000', 'deposit.small-amount', '4,000,000 元（福建省）'],
    ['zhuhai-440400', 'labour-cost.building.contract-share', '19%（珠海市）'],
    ['zhuhai-440400', 'labour-cost.water.progress-share', '15%（珠海市）'],
    ['jinan-370100', 'inspection.sample-share', '5%（济南市）'],
    ['gaotang-371526', 'inspection.routine-cap.times', '2 次（山东省）'],
    ['gaotang-371526', 'emergency-fund.county', '5,000,000 元（高唐县）'],
    ['gaotang-371526', 'emergency-fund.town', '800,000 元（高唐县）'],
    ['jiayuguan-620200', 'incident.group-people', '10、20、50（嘉峪关市）'],
    ['chongqing-500000', 'assessment.grade-a.top', '15 名（重庆市）'],
    ['baotou-150200', 'clue.close', '15 日（包头市）'],
    ['anhui-340000', 'deposit.small-amount', '3,000,000 元（全国）'],
  ])('%s %s is %s', (id, parameter, expected) => expect(words(id, parameter)).toBe(expected));

  it.each(['guangxi-450000', 'gaotang-371526', 'chengdu-510100', 'jilin-220000', 'jiayuguan-620200'])(
    '%s has not entered the amounts of the crime: a gap, never a guess',
    (id) => {
      expect([words(id, 'crime.one-worker.amount'), words(id, 'crime.many-workers.amount'), words(id, 'deposit.rate')]).toEqual(['未设定', '未设定', '未设定']);
    },
  );

  it('gives a source and the local mark to every value a place sets', () => {
    for (const { id, parameters } of PROFILES)
      for (const [name, series] of Object.entries(parameters))
        for (const { basis, evidence } of series) expect([id, name, basis.length > 5, evidence]).toEqual([id, name, true, 'L']);
  });

  it('never falls back in silence: whatever a place answers says who set it, and before its first value the place above answers', () => {
    for (const profile of PROFILES) {
      for (const name of Object.keys(PARAMETERS)) {
        if (!isParameterId(name)) continue;
        const own = profile.parameters[name];
        const answer = valueOn(name, profile, on);
        const speaks = own?.some(({ from }) => from <= on) === true;
        if (speaks) expect([profile.id, name, answer.ok && answer.inForce.setBy]).toEqual([profile.id, name, profile.name]);
        else expect([profile.id, name, answer]).toEqual([profile.id, name, expectedAbove(profile, name)]);
      }
    }
  });

  /** What the place above answers, under its own name where it has something and under this place's where nobody has. */
  function expectedAbove(profile: Profile, name: ParameterId) {
    const above = profile.above ?? { name: '全国', parameters: {}, above: null };
    const answer = valueOn(name, above, on);
    return answer.ok ? answer : { ok: false, missing: answer.missing.replace(above.name, profile.name) };
  }
});
