import { describe, expect, it } from 'vitest';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { limitationCalculator } from './limitation.ts';

const ended = { claim: 'wages', employmentEnded: '2025-06-10', interruptions: [], suspensions: [] };
const all = { ...ended, violationEnded: '2025-06-10', reported: 'not-yet', performBy: 'not-yet', hasIou: false };
const on = (day: string, facts: object = all) => reckoned(limitationCalculator, facts, day).byLabel;

describe('《劳动争议调解仲裁法》第二十七条、《劳动保障监察条例》第二十条、《民事诉讼法》第二百五十条', () => {
  it('says each way and its last day', () => {
    expect(on('2026-06-10')).toEqual({
      今天还可以走的途径: '申请仲裁、向劳动保障监察投诉',
      申请仲裁: '至2026年6月10日（今天是最后一日）',
      向劳动保障监察投诉: '至2027年6月10日（还有 365 日）',
      申请法院执行: '还没有生效的裁决、判决或者调解书',
    });
    expect(on('2026-06-11')).toMatchObject({ 今天还可以走的途径: '向劳动保障监察投诉', 申请仲裁: '已于2026年6月10日届满' });
  });

  it('在职期间不计时效', () => {
    expect(on('2026-06-11', { ...all, employmentEnded: 'not-yet', violationEnded: 'not-yet' })).toMatchObject({
      申请仲裁: '劳动关系存续期间，拖欠劳动报酬的不受时效限制',
      向劳动保障监察投诉: '欠薪仍在继续，不受二年限制',
    });
  });

  it('向监察投诉使时效重新计算', () => {
    const complained = { ...all, interruptions: [{ on: '2026-03-10', by: 'relief' }], reported: '2026-03-10' };
    const sheet = reckoned(limitationCalculator, complained, '2026-06-11');
    expect(sheet.byLabel).toMatchObject({ 申请仲裁: '至2027年3月10日（还有 272 日）', 向劳动保障监察投诉: '2026年3月10日已经投诉，在二年之内' });
    expect(sheet.provisional).toBe(true);
    expect(sheet.steps[1]).toMatchObject({ label: '时效中断：向有关部门请求权利救济（投诉、申请调解等）', value: '2026-03-10' });
  });

  it('closes every way when all have run out', () => {
    const old = { ...all, employmentEnded: '2022-06-10', violationEnded: '2022-06-10', performBy: '2023-06-09' };
    expect(on('2026-06-11', old)).toEqual({
      今天还可以走的途径: '没有',
      申请仲裁: '已于2023年6月12日届满',
      // 2024-06-10 was 端午节.
      向劳动保障监察投诉: '已于2024年6月11日届满',
      申请法院执行: '已于2025年6月9日届满',
    });
    expect(on('2026-06-11', { ...old, hasIou: true })['今天还可以走的途径']).toBe('持工资欠条直接起诉');
  });

  it('counts enforcement from the last day of performance', () => {
    expect(on('2026-03-31', { ...all, performBy: '2026-03-31' })['申请法院执行']).toBe('履行期限到2026年3月31日，届满后才能申请');
    expect(on('2026-04-01', { ...all, performBy: '2024-04-01' })['申请法院执行']).toBe('至2026年4月1日（今天是最后一日）');
    expect(on('2026-04-02', { ...all, performBy: '2024-04-01' })['申请法院执行']).toBe('已于2026年4月1日届满');
  });

  it('a year and two years from a leap day end on 28 February', () => {
    expect(on('2025-02-28', { ...all, employmentEnded: '2024-02-29', violationEnded: '2024-02-29' })).toMatchObject({
      申请仲裁: '至2025年2月28日（今天是最后一日）',
      // A make-up Saturday: a working day.
      向劳动保障监察投诉: '至2026年2月28日（还有 365 日）',
    });
  });

  it('reckons what it can and names what it was not told', () => {
    const sheet = reckoned(limitationCalculator, ended, '2026-01-05');
    expect(Object.keys(sheet.byLabel)).toEqual(['今天还可以走的途径', '申请仲裁']);
    expect(sheet.notes).toEqual(['没有填欠薪行为终了之日，不判断投诉期限', '没有填生效文书的履行期限，不判断申请执行的期限']);
    expect(reckoned(limitationCalculator, { ...ended, interruptions: null, suspensions: null }, '2026-01-05').notes).toContain(
      '没有填中断情况，按没有中断计算',
    );
    expect(reckon(limitationCalculator, { ...ended, employmentEnded: null, leftProject: '2025-01-31' }, '2026-01-05')).toMatchObject({
      answer: 'cannot-determine',
      missing: [expect.stringContaining('离开项目')],
    });
  });

  it('stands still while suspended, and notes a claim that came too late', () => {
    expect(on('2026-06-11', { ...all, suspensions: [{ from: '2026-01-01', until: 'not-yet' }] })['申请仲裁']).toBe('自2026年1月1日起中止，原因消除后继续计算');
    expect(reckoned(limitationCalculator, { ...all, interruptions: [{ on: '2026-06-11', by: 'consent' }] }, '2026-06-11').notes).toContain(
      '2026年6月11日的主张在时效届满之后，不使时效重新计算；对方届时同意履行的，由仲裁庭认定',
    );
  });
});
