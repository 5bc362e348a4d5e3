import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { withMinimumWage } from '../../../../../../test/builders/wages.ts';
import { wagesDue } from './wages-due.ts';

const october = {
  month: '2026-10',
  wageKind: 'month',
  rate: 600_000,
  isFullMonth: true,
  absentDays: 0,
  isNormalWork: true,
  minimumWage: 200_000,
  overtime: [],
  deductions: [],
  payments: [],
};
const due = (facts: object, on?: string) => reckoned(wagesDue, facts, on).byLabel;
const gross = (facts: object) => due(facts)['应发工资'];

describe('《劳动法》第四十四条「支付高于劳动者正常工作时间工资的工资报酬」 and 《工时折算通知》（大意）「日工资为月工资收入除以月计薪天数21.75天」', () => {
  it('a month with overtime on a working day, a Sunday, a statutory day, a shifted rest day and a make-up Saturday', () => {
    const overtime = [
      { on: '2026-10-12', minutes: 120 }, // 103.45 at 150 %
      { on: '2026-10-11', minutes: 480, timeOff: false }, // 551.72 at 200 %
      { on: '2026-10-01', minutes: 480 }, // 827.59 at 300 %, beside the monthly wage
      { on: '2026-10-05', minutes: 480, timeOff: false }, // 551.72: inside the golden week, but 200 %
      { on: '2026-10-10', minutes: 120 }, // 103.45: a Saturday, but 150 %
    ];
    const sheet = reckoned(wagesDue, { ...october, overtime, payments: [{ on: '2026-11-13', amount: 500_000, isToWorker: true }] });
    expect(sheet.byLabel).toEqual({
      尚欠工资: 313_793n,
      应发工资: 813_793n,
      可以扣除: 0n,
      应付给本人: 813_793n,
      已付: 500_000n,
      最低工资核对: '不低于最低工资标准',
    });
    expect(sheet.provisional).toBe(false);
    const line = sheet.steps.find(({ label }) => label === '2026-10-01 法定节假日加班工资');
    expect(line).toMatchObject({
      value: 82_759n,
      reckoned: '6,000 元 ÷ 21.75 ÷ 8 × 8 小时 × 300%',
      basis: { instrument: '劳动法', article: 44, part: '(三)' },
    });
    expect(sheet.steps.find(({ label }) => label === '2026-10-05 休息日加班工资')).toMatchObject({ value: 55_172n });
  });

  it('rounds once at the end: three hours at 43.1034… 元 are 129.31 元, not three times 43.10', () => {
    const overtime = [12, 13, 14].map((one) => ({ on: `2026-10-${one}`, minutes: 60 }));
    expect(gross({ ...october, rate: 500_000, overtime })).toBe(512_931n);
  });

  it.each([
    ['two days missed: 6,000 − 2 × 275.862… 元', { ...october, absentDays: 2 }, 544_828n],
    ['more days missed than there are', { ...october, absentDays: 31, isNormalWork: false }, 0n],
    ['ten and a half days of a month', { ...october, isFullMonth: false, days: 10, halfDays: 1, isNormalWork: false }, 289_655n],
    ['22 days are never more than the month', { ...october, isFullMonth: false, days: 22 }, 600_000n],
    [
      'day wage 320 元, 21.5 days, three hours more',
      { ...october, wageKind: 'day', rate: 32_000, days: 21, halfDays: 1, overtime: [{ on: '2026-10-12', minutes: 180 }] },
      706_000n,
    ],
    ['hour wage 25.33 元, 176 hours and ten minutes', { ...october, wageKind: 'hour', rate: 2533, minutes: 10_570 }, 446_230n],
    [
      'piece price 1.35 元, 1,234 pieces, 101 more on a statutory day',
      { ...october, wageKind: 'piece', rate: 135, pieces: 1234, isNormalWork: false, overtime: [{ on: '2026-10-02', pieces: 101 }] },
      207_495n,
    ],
    [
      'piece price, 101 more on a working day: 204.525 元, half up',
      { ...october, wageKind: 'piece', rate: 135, pieces: 1234, isNormalWork: false, overtime: [{ on: '2026-10-12', pieces: 101 }] },
      187_043n,
    ],
    ['time off for a Sunday', { ...october, overtime: [{ on: '2026-10-11', minutes: 480, timeOff: true }] }, 600_000n],
    ['time off does not replace a statutory day', { ...october, overtime: [{ on: '2026-10-01', minutes: 480, timeOff: true }] }, 682_759n],
    ['irregular hours earn no overtime', { ...october, workSystem: 'irregular', overtime: [{ on: '2026-10-01', minutes: 480 }] }, 600_000n],
  ])('%s', (_why, facts, expected) => expect(gross(facts)).toBe(expected));

  it('is provisional in a year without a published calendar, and says that a festival would be worth 300 %', () => {
    const sheet = reckoned(wagesDue, { ...october, month: '2027-02', overtime: [{ on: '2027-02-08', minutes: 480 }] }, '2027-03-20');
    expect(sheet.provisional).toBe(true);
    expect(sheet.byLabel['应发工资']).toBe(641_379n);
    expect(sheet.steps.find(({ label }) => label === '加班之日')?.reckoned).toBe(
      '2027年放假安排尚未录入，按周一至周五为工作日暂计；如为法定节假日，应按300%计付',
    );
  });

  it.each([
    [{ ...october, month: null }, '工资所属月份'],
    [{ ...october, rate: null }, '劳动合同规定的月薪、日薪、时薪或者计件单价'],
    [{ ...october, isFullMonth: null }, '是否整月在职'],
    [{ ...october, absentDays: null }, '因本人原因未出勤的计薪日数'],
    [{ ...october, wageKind: 'day' }, '正常出勤日数'],
    [{ ...october, wageKind: 'hour' }, '正常工作时长'],
    [{ ...october, wageKind: 'piece' }, '正常工作时间完成的合格件数'],
    [{ ...october, overtime: [{ minutes: 60 }] }, '加班之日'],
    [{ ...october, overtime: [{ on: '2026-10-12' }] }, '加班时长'],
    [{ ...october, overtime: [{ on: '2026-09-12', minutes: 60 }] }, '2026-09-12 的加班不在2026年10月，属于哪个月的工资'],
    [{ ...october, deductions: [{ amount: 1 }] }, '扣款名目'],
    [{ ...october, payments: [{ on: '2026-11-01', amount: 1 }] }, '是否支付给农民工本人或者其委托的人'],
  ])('asks for what is missing: %#', (facts, missing) => expect(reckon(wagesDue, facts)).toEqual({ answer: 'cannot-determine', missing: [missing] }));

  it('says what was not stated and how it was taken', () => {
    const { notes } = reckoned(wagesDue, { ...october, overtime: null, deductions: null, payments: null });
    expect(notes).toEqual(['没有填写加班记录，按没有加班计算。', '没有填写扣款，按没有扣款计算。', '没有填写已付工资，按没有支付计算。']);
  });
});

describe('《最低工资规定》第十二条「用人单位应支付给劳动者的工资在剔除下列各项以后，不得低于当地最低工资标准」', () => {
  it.each([
    ['the figure itself is enough', { ...october, rate: 200_000 }, 200_000n, '不低于最低工资标准'],
    ['a fen below: the difference is owed', { ...october, rate: 199_999 }, 200_000n, '低于最低工资标准，差额已计入应发'],
    [
      'overtime does not count: 1,800 元 and 8 hours of a Sunday',
      { ...october, rate: 180_000, overtime: [{ on: '2026-10-11', minutes: 480, timeOff: false }] },
      216_552n,
      '低于最低工资标准，差额已计入应发',
    ],
    ['an ordinary bonus counts', { ...october, rate: 180_000, allowances: 20_000 }, 200_000n, '不低于最低工资标准'],
    [
      'a high-temperature allowance does not',
      { ...october, rate: 180_000, allowances: 20_000, excluded: 20_000 },
      220_000n,
      '低于最低工资标准，差额已计入应发',
    ],
    // 2,000 ÷ 21.75 × 10 = 919.54; 1,800 ÷ 21.75 × 10 = 827.59.
    [
      'part of a month against that part of the minimum, not the whole',
      { ...october, rate: 180_000, isFullMonth: false, days: 10 },
      91_954n,
      '低于最低工资标准，差额已计入应发',
    ],
    ['part of a month at the minimum', { ...october, rate: 200_000, isFullMonth: false, days: 10 }, 91_954n, '不低于最低工资标准'],
    // 2,000 × (1 − 2 ÷ 21.75) = 1,816.09.
    ['days missed lower the minimum too', { ...october, rate: 200_000, absentDays: 2 }, 181_609n, '不低于最低工资标准'],
    ['no normal work was given', { ...october, rate: 180_000, isNormalWork: false }, 180_000n, '不适用'],
    ['nobody says whether it was', { ...october, rate: 180_000, isNormalWork: null }, 180_000n, '不能判断'],
  ])('%s', (_why, facts, expected, says) => {
    expect(due(facts)['应发工资']).toBe(expected);
    expect(due(facts)['最低工资核对']).toBe(says);
  });

  it('takes the figure of the place in the work month, not of the day asked about', () => {
    const place = withMinimumWage({ from: '2024-01-01', yuan: 2100 }, { from: '2026-11-01', yuan: 2300 });
    expect(reckoned(wagesDue, { ...october, rate: 200_000, minimumWage: null }, '2026-11-22', place).byLabel['应发工资']).toBe(210_000n);
    expect(reckoned(wagesDue, { ...october, month: '2026-11', rate: 200_000, minimumWage: null }, '2026-11-22', place).byLabel['应发工资']).toBe(230_000n);
  });

  it('where no place has set a figure the check cannot be made, and the rest is reckoned', () => {
    const sheet = reckoned(wagesDue, { ...october, minimumWage: null, deductions: [{ kind: 'loss', amount: 200_000, hasPaper: true }] });
    expect(sheet.byLabel).toMatchObject({ 应发工资: 600_000n, 可以扣除: 120_000n, 最低工资核对: '不能判断' });
    expect(sheet.notes[0]).toBe('最低工资核对不能判断，缺少：全国未设定“当地月最低工资标准”；其余照算。');
    expect(sheet.notes[1]).toContain('可能偏高');
  });
});

describe('《工资支付暂行规定》第十五条「用人单位不得克扣劳动者工资」、第十六条「每月扣除的部分不得超过劳动者当月工资的20%」', () => {
  const taken = (...deductions: readonly unknown[]) => due({ ...october, deductions })['可以扣除'];

  it.each([
    [
      'tax and social insurance in full',
      [
        { kind: 'income-tax', amount: 5000 },
        { kind: 'social-insurance', amount: 60_000 },
      ],
      65_000n,
    ],
    ['losses up to a fifth', [{ kind: 'loss', amount: 120_000, hasPaper: true }], 120_000n],
    ['losses above a fifth', [{ kind: 'loss', amount: 120_001, hasPaper: true }], 120_000n],
    ['losses without a paper', [{ kind: 'loss', amount: 50_000, hasPaper: false }], 0n],
    ['a fine', [{ kind: 'penalty', amount: 50_000, hasPaper: true }], 0n],
  ])('%s', (_why, deductions, expected) => expect(taken(...deductions)).toBe(expected));

  it('days missed are not deducted a second time as personal leave', () => {
    const leave = { deductions: [{ kind: 'personal-leave', amount: 55_172 }] };
    expect(due({ ...october, ...leave, absentDays: 2 })).toMatchObject({ 应发工资: 544_828n, 可以扣除: 0n });
    expect(due({ ...october, ...leave })).toMatchObject({ 应发工资: 600_000n, 可以扣除: 55_172n });
  });

  it('of two limits the smaller, never below 0', () => {
    const loss = [{ kind: 'loss', amount: 100_000, hasPaper: true }];
    expect(due({ ...october, rate: 210_000, deductions: loss })['可以扣除']).toBe(10_000n);
    expect(due({ ...october, rate: 200_000, deductions: loss })['可以扣除']).toBe(0n);
    expect(due({ ...october, rate: 150_000, isNormalWork: false, deductions: loss })['可以扣除']).toBe(0n);
  });
});

describe('《保障农民工工资支付条例》第十一条「支付给农民工本人」', () => {
  it('payment to the wrong person is not payment', () => {
    const sheet = reckoned(wagesDue, { ...october, payments: [{ on: '2026-11-13', amount: 600_000, isToWorker: false }] });
    expect(sheet.byLabel).toMatchObject({ 已付: 0n, 尚欠工资: 600_000n });
    expect(sheet.notes).toEqual(['2026-11-13 的 6,000 元 付给了他人，不算支付给农民工本人。']);
  });

  it('what is paid after the day asked about is not paid yet, and more than is due leaves nothing owed', () => {
    const payments = [{ on: '2026-11-13', amount: 600_000, isToWorker: true }];
    expect(due({ ...october, payments }, '2026-11-12')['尚欠工资']).toBe(600_000n);
    expect(due({ ...october, payments }, '2026-11-13')['尚欠工资']).toBe(0n);
    expect(due({ ...october, payments: [{ on: '2026-11-13', amount: 600_001, isToWorker: true }] })['尚欠工资']).toBe(0n);
  });
});

const amounts = fc.integer({ min: 0, max: 2_000_000 });
const payments = fc.array(
  fc.record({ on: fc.integer({ min: 1, max: 22 }).map((one) => `2026-11-${String(one).padStart(2, '0')}`), amount: amounts, isToWorker: fc.boolean() }),
  { maxLength: 5 },
);
const overtime = fc.array(
  fc.record({
    on: fc.integer({ min: 1, max: 31 }).map((one) => `2026-10-${String(one).padStart(2, '0')}`),
    minutes: fc.integer({ min: 0, max: 600 }),
    timeOff: fc.boolean(),
  }),
  { maxLength: 6 },
);
const deductions = fc.array(fc.record({ kind: fc.constantFrom('income-tax', 'loss', 'penalty', 'contract'), amount: amounts, hasPaper: fc.boolean() }), {
  maxLength: 4,
});
const months = fc
  .record({ rate: fc.integer({ min: 1, max: 3_000_000 }), absentDays: fc.integer({ min: 0, max: 22 }), overtime, deductions, payments })
  .map((one) => ({ ...october, ...one }));
const owed = (facts: object) => BigInt(String(due(facts)['尚欠工资']));

describe('whatever the month', () => {
  it('paying more never raises what is owed', () => {
    fc.assert(
      fc.property(months, amounts, (facts, amount) => {
        const more = { ...facts, payments: [...facts.payments, { on: '2026-11-20', amount, isToWorker: true }] };
        const [before, after] = [owed(facts), owed(more)];
        expect(after <= before).toBe(true);
        // Nor does it lower it by more than was paid.
        expect(before - after <= BigInt(amount)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('the order of entries does not matter', () => {
    fc.assert(
      fc.property(months, (facts) => {
        const turned = {
          ...facts,
          overtime: [...facts.overtime].reverse(),
          deductions: [...facts.deductions].reverse(),
          payments: [...facts.payments].reverse(),
        };
        expect(due(turned)).toEqual(due(facts));
      }),
      { numRuns: 200 },
    );
  });

  it('more overtime never lowers the gross wage, and the net is gross less deductions', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 600 }), (facts, minutes) => {
        const more = due({ ...facts, overtime: [...facts.overtime, { on: '2026-10-12', minutes }] });
        const one = due(facts);
        expect(BigInt(String(more['应发工资'])) >= BigInt(String(one['应发工资']))).toBe(true);
        const net = BigInt(String(one['应发工资'])) - BigInt(String(one['可以扣除']));
        expect(one['应付给本人']).toBe(net > 0n ? net : 0n);
      }),
      { numRuns: 200 },
    );
  });
});
