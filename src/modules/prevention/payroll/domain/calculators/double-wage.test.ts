import { describe, expect, it } from 'vitest';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { doubleWage } from './double-wage.ts';

const unsigned = { hiredOn: '2025-03-01', signedOn: 'not-yet', endedOn: 'not-yet', monthlyWage: 600_000 };
const due = (facts: object, on?: string) => reckoned(doubleWage, facts, on).byLabel;

describe('《劳动合同法实施条例》第六条第二款「起算时间为用工之日起满一个月的次日，截止时间为补订书面劳动合同的前一日」', () => {
  it.each([
    // April from the 2nd: 21 of 22 working days; May to February in full.
    ['a whole year unsigned: to the day before it is full', unsigned, undefined, { 另付的一倍工资: 6_572_727n, 起算日: '2025-04-02', 截止日: '2026-02-28' }],
    // 21 ÷ 22 of April, May, June, 10 ÷ 23 of July.
    [
      'signed after four months: to the day before',
      { ...unsigned, signedOn: '2025-07-15' },
      undefined,
      { 另付的一倍工资: 2_033_597n, 起算日: '2025-04-02', 截止日: '2025-07-14' },
    ],
    ['signed on the last day of the month', { ...unsigned, signedOn: '2025-04-01' }, undefined, { 另付的一倍工资: 0n }],
    ['signed the day after: the window is empty', { ...unsigned, signedOn: '2025-04-02' }, undefined, { 另付的一倍工资: 0n }],
    [
      'signed two days after: one day',
      { ...unsigned, signedOn: '2025-04-03' },
      undefined,
      { 另付的一倍工资: 27_273n, 起算日: '2025-04-02', 截止日: '2025-04-02' },
    ],
    ['the month is not over on the day asked', unsigned, '2025-04-01', { 另付的一倍工资: 0n }],
    ['up to the day asked', unsigned, '2025-04-02', { 另付的一倍工资: 27_273n, 起算日: '2025-04-02', 截止日: '2025-04-02' }],
    ['the employment ended', { ...unsigned, endedOn: '2025-04-30' }, undefined, { 另付的一倍工资: 572_727n, 起算日: '2025-04-02', 截止日: '2025-04-30' }],
    [
      'hired on 31 January: the month ends on 28 February, and 1 March is a Sunday',
      { ...unsigned, hiredOn: '2026-01-31', signedOn: '2026-03-02' },
      undefined,
      { 另付的一倍工资: 0n, 起算日: '2026-03-01', 截止日: '2026-03-01' },
    ],
    ['the last day is 1 May: signed on 6 May is in time', { ...unsigned, hiredOn: '2026-04-01', signedOn: '2026-05-06' }, undefined, { 另付的一倍工资: 0n }],
    [
      'signed on 7 May is not',
      { ...unsigned, hiredOn: '2026-04-01', signedOn: '2026-05-07' },
      undefined,
      { 另付的一倍工资: 31_579n, 起算日: '2026-05-02', 截止日: '2026-05-06' },
    ],
  ])('%s', (_why, facts, on, expected) => expect(due(facts, on)).toEqual(expected));

  it('never covers more than eleven months, and then the contract counts as concluded', () => {
    const sheet = reckoned(doubleWage, unsigned);
    expect(Number(sheet.byLabel['另付的一倍工资']) <= 11 * 600_000).toBe(true);
    expect(sheet.notes).toContain('2026-03-01 起视为已经订立无固定期限劳动合同，应当立即补订书面合同。');
    expect(reckoned(doubleWage, unsigned, '2026-02-28').notes.join('')).not.toContain('视为');
    expect(reckoned(doubleWage, unsigned, '2026-03-01').notes.join('')).toContain('视为');
  });

  it('《劳动争议解释二》第六条「不满一个月的，按该月实际工作日计算」: 国庆 and worked weekends count as the calendar says', () => {
    // October 2025 has 18 working days, 3 of them up to the 11th, the worked Saturday.
    expect(due({ ...unsigned, hiredOn: '2025-08-31', signedOn: '2025-10-12' })).toMatchObject({
      起算日: '2025-10-01',
      截止日: '2025-10-11',
      另付的一倍工资: 100_000n,
    });
  });

  it('is provisional where the calendar of the year is not published', () => {
    expect(reckoned(doubleWage, { ...unsigned, hiredOn: '2026-06-01' }, '2027-02-15').provisional).toBe(true);
    expect(reckoned(doubleWage, { ...unsigned, hiredOn: '2026-06-01' }, '2026-12-15').provisional).toBe(false);
  });

  it('the end of a project is not the end of employment', () => expect(reckoned(doubleWage, unsigned).notes[0]).toContain('项目结束不等于劳动关系终止'));

  it.each([
    ['hiredOn', '用工之日'],
    ['signedOn', '订立书面劳动合同之日'],
    ['endedOn', '劳动关系终止之日'],
    ['monthlyWage', '月工资'],
  ])('asks for %s', (name, missing) => expect(reckon(doubleWage, { ...unsigned, [name]: null })).toEqual({ answer: 'cannot-determine', missing: [missing] }));
});
