import { describe, expect, it } from 'vitest';
import type { Cell } from '../../imports/domain/index.ts';
import { checkForm } from './check-form.ts';
import { formRow, FORMS, REPORT_KINDS, type ReportKind } from './index.ts';
import type { FormRecord } from './form-rows.ts';

const HELD: Readonly<Record<ReportKind, readonly FormRecord[]>> = {
  summary: [
    {
      employer: '丁劳务',
      team: '钢筋一班',
      due_people: '4',
      paid_people: '3',
      due_fen: '2240000',
      paid_fen: '1680000',
      unpaid_people: '1',
      unpaid_fen: '560000',
      paid_on: '2026-10-15',
    },
    {
      employer: null,
      team: '木工班',
      due_people: '1',
      paid_people: '1',
      due_fen: '560000',
      paid_fen: '560000',
      unpaid_people: '0',
      unpaid_fen: '0',
      paid_on: null,
    },
  ],
  'labour-cost': [
    { month: '2026-09', due_fen: '80000000', paid_fen: '70000000', paid_on: '2026-09-28', serial_no: 'A001', gap_fen: '10000000', late_days: '0' },
    { month: '2026-10', due_fen: '80000000', paid_fen: null, paid_on: null, serial_no: null, gap_fen: '80000000', late_days: '22' },
  ],
  leaving: [
    {
      name: '张三',
      identity_mask: '11*************02X',
      team: '钢筋班',
      entered_on: '2026-03-10',
      left_on: '2026-09-20',
      due_fen: '560000',
      paid_fen: '500000',
      settled_fen: '60000',
    },
  ],
};
const show = { whole: false, isForm: false, month: null };
const written = (kind: ReportKind): { no: number; cells: Cell[] }[] =>
  [
    [FORMS[kind].title],
    FORMS[kind].columns.map((column) => column.heading),
    ...HELD[kind].map((record, at) => [...formRow(FORMS[kind], record, at + 1, show)]),
    ['合计', '9999'],
  ].map((cells, at) => ({
    no: at + 1,
    cells,
  }));
const column = (kind: ReportKind, key: string) => FORMS[kind].columns.findIndex((each) => each.key === key);
const answer = (kind: ReportKind, rows: readonly { no: number; cells: Cell[] }[]) => {
  const checked = checkForm(kind, rows, HELD[kind]);
  if (!checked.ok) throw new Error(checked.refusal.says);
  return checked.value;
};

describe('从记录算出来的表，导入时只核对', () => {
  it.each(REPORT_KINDS)('%s：原样的没有差别，合计行不算', (kind) =>
    expect(answer(kind, written(kind))).toEqual({ rows: HELD[kind].length, equal: HELD[kind].length, differences: [] }),
  );

  it.each([
    ['summary', 'paid_fen', '16800.01', '实发金额', '16800.00'],
    ['summary', 'due_people', 5, '应发人数', '4'],
    ['labour-cost', 'paid_on', '2026-09-29', '拨付日期', '2026-09-28'],
    ['labour-cost', 'gap_fen', null, '差额', '100000.00'],
    ['leaving', 'paid_fen', '约五千', '已发', '5000.00'],
    ['leaving', 'team', '木工班', '班组', '钢筋班'],
  ] as const)('%s 的 %s 写成 %s', (kind, key, cell, heading, held) => {
    const rows = written(kind).map((row) => (row.no === 3 ? { ...row, cells: row.cells.with(column(kind, key), cell) } : row));
    const { equal, differences } = answer(kind, rows);
    expect(equal).toBe(HELD[kind].length - 1);
    expect(differences).toMatchObject([{ row: 3, column: heading, held }]);
    expect(differences[0]?.cure).not.toBe('');
  });

  it('日期写法、全角、完整的身份证号不算差别', () => {
    const rows = written('leaving').map((row) =>
      row.no === 3
        ? { ...row, cells: row.cells.with(column('leaving', 'identity'), '11010519491231002x').with(column('leaving', 'left_on'), '2026年9月20日') }
        : row,
    );
    expect(answer('leaving', rows).differences).toEqual([]);
  });

  it('多一行、少一行都说出来', () => {
    const rows = written('labour-cost').map((row) => (row.no === 3 ? { ...row, cells: row.cells.with(column('labour-cost', 'serial_no'), 'B999') } : row));
    expect(answer('labour-cost', rows).differences).toMatchObject([
      { row: 3, says: '记录里没有这一行' },
      { row: 0, held: '2026-09 A001', says: '记录里有，表里没有这一行' },
    ]);
  });

  it('不是这张表', () => expect(checkForm('summary', written('leaving'), [])).toMatchObject({ ok: false, refusal: { code: 'check-unsupported' } }));
});
