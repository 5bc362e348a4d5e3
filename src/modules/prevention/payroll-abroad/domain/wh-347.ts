import { addDays, type CivilDate, dayNumber } from '#kernel/civil-date.ts';
import { fen, scaleFen } from '#kernel/fen.ts';
import { decimal, hundredths, problemsOf, twice } from './supplement.ts';
import type { AbroadPayroll, AbroadProblem, Built, Supplement } from './types.ts';
import { isWeek, weekOf } from './week.ts';

/** WH-347 (Rev. January 2025) as pages of its columns: eight workers a page, two lines each, and the statement of compliance behind them. */
export interface Wh347 {
  readonly fileName: string;
  readonly block: readonly string[];
  readonly columns: readonly string[];
  /** Per page the lines of its workers. */
  readonly pages: readonly (readonly (readonly (string | null)[])[])[];
  readonly statement: readonly (readonly [string, string])[];
}

export const WORKERS_A_PAGE = 8;

export function wh347(payroll: AbroadPayroll, supplement: Supplement): Built<Wh347> {
  const asked = problemsOf('wh-347', payroll, supplement);
  const { weekEnding } = payroll;
  if (asked.length > 0 || weekEnding === null)
    return { ok: false, problems: asked.length > 0 ? asked : [{ worker: null, field: '周', says: '没有选周末日期。' }] };
  const { head } = supplement;
  const problems: AbroadProblem[] = [];
  const workers = payroll.workers.map((worker, at) => {
    const typed = supplement.workers.get(worker.id) ?? {};
    const week = weekOf(worker, weekEnding, head['hoursPerDay'] ?? '', typed);
    if (!isWeek(week)) {
      problems.push(...week);
      return [];
    }
    // 7A: what was earned with the cash in lieu of fringes of each hour worked.
    const hours = week.total.straight + week.total.overtime;
    const gross = week.grossThisProject + scaleFen(fen(hundredths(typed['fringeCash'])), hours, 100n, 'half-up');
    const all = hundredths(typed['grossAllWork']);
    const deductions = ['taxes', 'fica', 'otherDeductions'].map((key) => hundredths(typed[key]));
    const deducted = deductions.reduce((sum, part) => sum + part, 0n);
    if (all < gross) problems.push({ worker: worker.name, field: '本周全部工作总收入', says: `${decimal(all)} 少于本项目的 ${decimal(gross)}。` });
    if (deducted > all) problems.push({ worker: worker.name, field: '扣款', says: `合计 ${decimal(deducted)}，多于总收入 ${decimal(all)}。` });
    const who = [
      String(at + 1),
      typed['lastName'] ?? '',
      typed['firstName'] ?? '',
      typed['middleInitial'] ?? '',
      typed['ssnLast4'] ?? '',
      typed['status'] ?? '',
      typed['classification'] ?? '',
    ];
    const money = [gross, all, ...deductions, deducted, all - deducted].map(decimal);
    return [
      [
        ...who,
        'ST',
        ...week.days.map((day) => decimal(day.straight)),
        decimal(week.total.straight),
        typed['rate'] ?? '',
        typed['fringeCredit'] ?? '',
        typed['fringeCash'] ?? '',
        ...money,
      ],
      [
        ...who.map(() => null),
        'OT',
        ...week.days.map((day) => decimal(day.overtime)),
        decimal(week.total.overtime),
        typed['overtimeRate'] ?? '',
        null,
        null,
        ...money.map(() => null),
      ],
    ];
  });
  // The last four digits tell nobody apart; the same name with them does.
  const doubles = twice(
    payroll,
    { head, workers: new Map([...supplement.workers].map(([id, typed]) => [id, { who: `${typed['lastName']} ${typed['firstName']} ${typed['ssnLast4']}` }])) },
    'who',
    '姓名和 SSN 后四位',
  );
  if (problems.length > 0 || doubles.length > 0) return { ok: false, problems: [...problems, ...doubles] };
  const days = workers[0] === undefined ? [] : Array.from({ length: 7 }, (_, at) => dayTitle(weekEnding, at));
  const pages = Array.from({ length: Math.ceil(workers.length / WORKERS_A_PAGE) }, (_, page) =>
    workers.slice(page * WORKERS_A_PAGE, (page + 1) * WORKERS_A_PAGE).flat(),
  );
  return {
    ok: true,
    value: {
      fileName: `WH-347_${(head['contractNo'] ?? '').replace(/[^A-Za-z0-9-]/g, '')}_${head['payrollNo']}_${weekEnding}.xlsx`,
      block: [
        `${head['role'] === 'prime' ? '[X] Prime Contractor   [ ] Subcontractor' : '[ ] Prime Contractor   [X] Subcontractor'}    Business Name: ${head['businessName']}    Address: ${head['businessAddress']}`,
        `Project Name: ${head['projectName']}    Project Location: ${head['projectLocation']}    Project or Contract No.: ${head['contractNo']}    Wage Determination No.: ${head['wageDetermination']}`,
        `Certified Payroll No.: ${head['payrollNo']}    Week Ending Date: ${weekEnding}    ${head['isFinal'] === 'yes' ? '[X]' : '[ ]'} Final Certified Payroll`,
      ],
      columns: [...WHO, 'ST / OT', ...days, ...MONEY],
      pages,
      statement: statementOf(head),
    },
  };
}

const WHO = [
  '1A Worker Entry No.',
  '1B Last Name',
  '1C First Name',
  '1D Middle Initial',
  '1E Identifying No. (last 4 of SSN)',
  '2 (J) Journeyworker (RA) Registered Apprentice',
  '3 Labor Classification',
];
const MONEY = [
  '5 Total Hours',
  '6A Hourly Wage Rate',
  '6B Total Fringe Benefit Credit per Hour',
  '6C Payment in Lieu of Fringe Benefits per Hour',
  '7A Gross Earned This Project',
  '7B Gross for All Work',
  '8 Tax Withholdings',
  '8 FICA',
  '8 Other',
  '8 Total Deductions',
  '9 Net Pay',
];

const DAYS_OF_WEEK = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];

/** Day number 0 was a Thursday. */
function dayTitle(ending: CivilDate, at: number): string {
  const day = addDays(ending, at - 6);
  return `4 ${DAYS_OF_WEEK[((dayNumber(day) % 7) + 7) % 7]} ${day.slice(5)}`;
}

/** 29 CFR 5.5(a)(3)(ii) asks for a signed statement with each payroll. The six matters are those of page 2; whoever files holds the wording against the form in force. */
function statementOf(head: Supplement['head']): readonly (readonly [string, string])[] {
  return [
    ['Certifying Official', `${head['officialName']}, ${head['officialTitle']}`],
    ['Phone / E-mail', `${head['officialPhone']} / ${head['officialEmail']}`],
    ['1', 'This certified payroll is correct and complete and contains the information required by 29 CFR 5.5(a)(3)(ii).'],
    ['2', 'Basic records are maintained under 29 CFR 5.5(a)(3)(i) and will be provided upon request.'],
    ['3', 'Each laborer or mechanic is classified for the work actually performed.'],
    ['4', 'Each apprentice is registered in a program of the Office of Apprenticeship or a recognized State agency.'],
    ['5', 'Fringe benefits or cash equivalents have been paid as specified in the applicable wage determination.'],
    [
      '6',
      'Full weekly wages earned have been paid, without rebate, and no deductions have been made other than permissible deductions as set forth in 29 CFR part 3.',
    ],
    ['Remarks', head['remarks'] ?? ''],
    ['Signature', ''],
    ['Date', head['signedOn'] ?? ''],
  ];
}
