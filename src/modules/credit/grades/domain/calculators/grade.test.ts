import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { grade } from './grade.ts';

const clean = { punished: 0, incident: false, grave: false, defied: false, obstructed: false, criminal: false } as const;

describe('诚信等级办法第七条至第十四条: 等级、理由、后果和期限', () => {
  it('an A: reason and consequence', () => {
    expect(reckoned(grade, clean).byLabel).toEqual({ 等级: 'A级', 理由: '没有因劳动保障违法行为被查处', 后果: '适当减少日常巡视检查频次' });
  });

  it('a B: punished, no item', () => {
    expect(reckoned(grade, { ...clean, punished: 2 }).byLabel).toMatchObject({ 等级: 'B级', 理由: '被查处 2 次，没有C级情形' });
  });

  it('a C by new facts: both days and the change', () => {
    const sheet = reckoned(grade, { ...clean, punished: 3, defied: true, before: 'B', found: '2026-03-02', graded: '2026-03-02' });
    expect(sheet.byLabel).toEqual({
      等级: 'C级',
      理由: '被查处 3 次，达到 3 次以上；拒不履行限期改正指令、行政处理决定或者行政处罚决定',
      后果: '列为重点监察对象，强化日常巡视检查，约谈主要负责人，与有关部门共享信息、实施联合惩戒',
      约谈并列为重点监察对象的最后一日: '2026-04-01',
      评价结果至少保存到: '2029-03-02',
      动态调整: '由B级调整为C级',
      调整等级的最后一日: '2026-03-16',
    });
    expect(sheet.steps.map(({ label }) => label)).toContain('理由 2');
  });

  it('a grade that stays', () => {
    expect(reckoned(grade, { ...clean, before: 'A', found: '2026-03-02' }).byLabel).toMatchObject({ 动态调整: '维持A级' });
  });

  it('names the items that could still change it', () => {
    expect(reckon(grade, { ...clean, grave: null })).toEqual({ answer: 'cannot-determine', missing: ['是否使用童工、强迫劳动或者有其他严重违法行为'] });
  });

  it('more punishments never make a better grade', () => {
    const items = fc.record({ incident: fc.boolean(), grave: fc.boolean(), defied: fc.boolean(), obstructed: fc.boolean(), criminal: fc.boolean() });
    fc.assert(
      fc.property(items, fc.nat(6), fc.nat(6), (record, punished, more) => {
        const gradeFor = (times: number) => String(reckoned(grade, { ...record, punished: times }).byLabel['等级']);
        expect(gradeFor(punished + more) >= gradeFor(punished)).toBe(true);
      }),
    );
  });
});
