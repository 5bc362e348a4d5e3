import { describe, expect, it } from 'vitest';
import { civilMonth } from '#kernel/civil-date.ts';
import { findTable, IMPORT_KINDS } from '../../imports/domain/index.ts';
import { formBlock, formRow, FORMS, formTitle, formTotals, type FormHead, type FormShow, WORKBOOK_KINDS } from './index.ts';

const MONTH = civilMonth('2026-02');
const whole: FormShow = { whole: true, isForm: false, month: MONTH };
const masked: FormShow = { ...whole, whole: false };
const HEAD: FormHead = {
  projectName: '锦绣城一期',
  projectCode: '2026-371526-47-01-000001',
  contractor: '示例建设有限公司',
  place: null,
  accountNo: '37150012345678901',
  wageOfficer: '王专管',
  month: MONTH,
  madeOn: '2026-03-05',
  account: null,
};
const worker = {
  name: '张三',
  identity: '11010519491231002X',
  identity_mask: '11*************02X',
  card: '6222020000000000007',
  card_mask: '**** 0007',
  born_on: '1949-12-31',
};
const at = (kind: keyof typeof FORMS, key: string) => FORMS[kind].columns.findIndex((column) => column.key === key);

describe('八张表', () => {
  it.each([
    ['roster', 'roster'],
    ['attendance', 'attendance'],
    ['payroll', 'payroll'],
    ['ledger', 'ledger'],
    ['accounts', 'ledger'],
  ] as const)('%s 的表头导入时不用再认：按 %s 读', (kind, read) => {
    const form = FORMS[kind];
    const found = findTable(
      [
        [formTitle(form, MONTH)],
        ...formBlock(form, HEAD).map((line) => [line]),
        form.columns.map((column) => column.heading),
        form.columns.map(() => null),
      ].map((cells, row) => ({
        no: row + 1,
        cells,
      })),
      null,
    );
    expect(found).toMatchObject({ kind: read, sure: true, missing: [] });
    expect(found?.titles).toMatchObject({ projectName: '锦绣城一期', projectCode: '2026-371526-47-01-000001', team: null, employer: null });
    if (form.of === 'project-month') expect(found?.titles.month).toBe('2026-02');
  });

  it.each(WORKBOOK_KINDS.filter((kind) => kind === 'summary' || kind === 'labour-cost'))('%s 是从记录算出来的，不当别的表收', (kind) => {
    for (const read of IMPORT_KINDS) {
      const found = findTable([{ no: 1, cells: FORMS[kind].columns.map((column) => column.heading) }], read);
      expect(found === null || found.missing.length > 0).toBe(true);
    }
  });

  it('没有一张表里同一个键写两列', () => {
    for (const kind of WORKBOOK_KINDS) {
      const keys = FORMS[kind].columns.map((column) => column.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('谁的号码写全', () => {
  it('不写全时是掩码，生日也不写', () => {
    expect(formRow(FORMS.roster, worker, 1, masked)).toEqual(expect.arrayContaining(['1', '张三', '11*************02X', '**** 0007']));
    expect(formRow(FORMS.roster, worker, 1, masked)).not.toContain('1949-12-31');
    expect(formRow(FORMS.roster, worker, 1, masked).join()).not.toContain(worker.identity);
  });
  it('写全', () => expect(formRow(FORMS.roster, worker, 1, whole)).toEqual(expect.arrayContaining([worker.identity, worker.card, '1949-12-31'])));
  it('写全而没有存号码：还是掩码，不是空的', () =>
    expect(formRow(FORMS.payroll, { ...worker, card: null }, 1, whole)[at('payroll', 'card')]).toBe('**** 0007'));
});

describe('考勤', () => {
  const record = { ...worker, full_days: String(0b101 | (1 << 27) | (1 << 30)), half_days: '2', claimed_days: '3.5' };
  it('√ 出勤、△ 半天；二月没有 31 日', () => {
    const row = formRow(FORMS.attendance, record, 1, whole);
    const day = (date: number) => row[at('attendance', `day-${date}`)];
    expect([1, 2, 3, 4, 28, 31].map(day)).toEqual(['√', '△', '√', null, '√', null]);
    expect(row[at('attendance', 'claimed_days')]).toBe('3.5');
  });
  it('预填的空表不写出勤', () => {
    const row = formRow(FORMS.attendance, record, 1, { ...whole, isForm: true });
    expect(row.filter((cell) => cell === '√' || cell === '△')).toEqual([]);
    expect(row).toContain('张三');
  });
});

describe('合计', () => {
  it('逐行加，末了写大写', () => {
    const totals = formTotals();
    for (const net of ['560000', '123405']) totals.add({ net_fen: net, due_fen: net, name: '6600' });
    const [line, capitals] = totals.lines(FORMS.payroll);
    expect(line).toEqual(expect.arrayContaining(['合计', '6834.05']));
    expect(capitals).toBe('大写：人民币陆仟捌佰叁拾肆元零伍分');
    expect(totals.rows).toBe(2);
  });
  it('台账没有合计', () => expect(formTotals().lines(FORMS.ledger)).toEqual([]));
});
