import type { Readable } from 'node:stream';
import { type WrittenSheet, workbookStream } from '#platform/exchange/index.ts';
import type { Wh347 } from '../domain/index.ts';

/** Who took a file, when and why. */
export interface Taken {
  readonly id: string;
  readonly by: string;
  readonly on: string;
  readonly purpose: string;
}

/** A sheet a page, the statement behind them, and last, not to be filed, who took it and what is to be checked before use. */
export function wh347Book(form: Wh347, taken: Taken): Readable {
  const pages = form.pages.map(
    (rows, at): WrittenSheet => ({
      name: `Page ${at + 1}`,
      title: 'Certified Payroll (columns of WH-347, Rev. January 2025)',
      block: [...form.block, `Page ${at + 1} of ${form.pages.length}`],
      columns: form.columns.map((heading) => ({ heading, width: WH347_WIDTHS.get(heading) ?? 7, kind: 'text' })),
      rows: [rows],
      rowHeight: 22,
      headHeight: 78,
      paper: 'letter',
    }),
  );
  const statement: WrittenSheet = {
    name: 'Statement of Compliance',
    title: 'Statement of Compliance',
    block: [...WH347_WORDING],
    columns: [
      { heading: 'Item', width: 22, kind: 'text' },
      { heading: 'Statement', width: 90, kind: 'text' },
    ],
    rows: [form.statement],
    rowHeight: 32,
    isPortrait: true,
    paper: 'letter',
  };
  const note: WrittenSheet = {
    name: '导出说明',
    title: '导出说明（不随表报送）',
    block: [],
    columns: [
      { heading: '事项', width: 16, kind: 'text' },
      { heading: '内容', width: 70, kind: 'text' },
    ],
    rows: [
      [
        ['导出编号', taken.id],
        ['导出人', taken.by],
        ['导出时间', taken.on],
        ['用途', taken.purpose],
        [
          '用前核对',
          '各栏按 WH-347（2025 年 1 月版）的栏目排列，不是官方表格本身；六项声明的措辞由本软件拟写。签署、报送前请逐字对照官方现行表格，以官方表格为准。',
        ],
        ['数据来源', '出勤来自项目的每日考勤；姓名、SSN 后四位、工资率、扣款等由导出人填写，只用于这一份文件，系统不保存。'],
      ],
    ],
    isPortrait: true,
  };
  return workbookStream({
    sheets: [...pages, statement, note],
    footer: `No. ${taken.id}  ${taken.on}  Not the official form: check against WH-347 before use`,
  });
}

/** In characters; what is not named is an hour or a rate. */
const WH347_WIDTHS: ReadonlyMap<string, number> = new Map([
  ['1A Worker Entry No.', 8],
  ['1B Last Name', 13],
  ['1C First Name', 13],
  ['1E Identifying No. (last 4 of SSN)', 13],
  ['2 (J) Journeyworker (RA) Registered Apprentice', 15],
  ['3 Labor Classification', 15],
  ['6B Total Fringe Benefit Credit per Hour', 9],
  ['6C Payment in Lieu of Fringe Benefits per Hour', 9],
  ['7A Gross Earned This Project', 10],
  ['7B Gross for All Work', 10],
  ['8 Tax Withholdings', 14],
  ['8 FICA', 9],
  ['8 Other', 9],
  ['8 Total Deductions', 12],
  ['9 Net Pay', 10],
]);

const WH347_WORDING = [
  'NOT THE OFFICIAL TEXT. Items 1 to 6 are worded by this software after 29 CFR 5.5(a)(3)(ii).',
  'Hold each item against the official WH-347 in force, and correct it there, before anybody signs or files.',
  '以下六项措辞不是官方原文，签署前必须对照官方现行表格。',
] as const;
