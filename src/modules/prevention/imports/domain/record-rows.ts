import type { CivilDate } from '#kernel/civil-date.ts';
import type { Cell } from './cell.ts';
import { DICTIONARIES } from './columns.ts';
import type { MappedColumn } from './find-table.ts';
import { type FlowRow, flowRows } from './money-rows.ts';
import { attendanceRows, type PayrollRow, payrollRows, type PunchRow, type RosterRow, rosterRows, type SheetRow } from './person-rows.ts';
import { type CellFault, type ReadingSetting, rowReader } from './row-reader.ts';

/** What a machine sends by fields instead of by columns: cells by the keys of the dictionary, days of a month as `day-1` … `day-31`. */
export type RecordCells = Readonly<Record<string, Cell | undefined>>;

export type RecordForm = 'roster' | 'payroll' | 'flows' | 'sheet' | 'punch';

/** The rows of one form that could be read, numbered from 1 as they were sent, and what is wrong with the others. */
export type ReadRecords =
  | { readonly form: 'roster'; readonly rows: readonly RosterRow[]; readonly faults: readonly CellFault[] }
  | { readonly form: 'payroll'; readonly rows: readonly PayrollRow[]; readonly faults: readonly CellFault[] }
  | { readonly form: 'flows'; readonly rows: readonly FlowRow[]; readonly faults: readonly CellFault[] }
  | { readonly form: 'sheet'; readonly rows: readonly SheetRow[]; readonly faults: readonly CellFault[] }
  | { readonly form: 'punch'; readonly rows: readonly PunchRow[]; readonly faults: readonly CellFault[] };

const NO_TITLES: ReadingSetting['titles'] = {
  projectName: null,
  projectCode: null,
  accountNo: null,
  employer: null,
  team: null,
  month: null,
  payDate: null,
  madeOn: null,
  period: null,
  wholeMonth: null,
};

/** Reads records with the reader of files: the same sentences about the same faults, whichever way the record came. */
export function readRecords(form: RecordForm, records: readonly RecordCells[], on: CivilDate): ReadRecords {
  const columns = columnsOf(form, records);
  const setting: ReadingSetting = { on, columns, titles: NO_TITLES, month: null, projectChosen: true };
  const reader = rowReader(setting);
  const faults: CellFault[] = [];
  const all = <Row>(next: () => Row | readonly Row[] | null): Row[] =>
    records.flatMap((record, at) => {
      reader.begin({ no: at + 1, cells: columns.map((column) => (column.field === null ? null : (record[column.field] ?? null))) });
      const row = next();
      faults.push(...reader.takeFaults());
      if (row === null) return [];
      return Array.isArray(row) ? row : [row];
    });
  switch (form) {
    case 'roster':
      return { form, rows: all<RosterRow>(rosterRows(reader, setting)), faults };
    case 'payroll':
      return { form, rows: all<PayrollRow>(payrollRows(reader, setting)), faults };
    case 'flows':
      return { form, rows: all<FlowRow>(flowRows(reader, setting)), faults };
    case 'sheet':
      return { form, rows: all(attendanceRows(reader, setting)).filter((row) => row.form === 'sheet'), faults };
    case 'punch':
      return { form, rows: all(attendanceRows(reader, setting)).filter((row) => row.form === 'punch'), faults };
  }
}

/** Headings are those of the templates, so that a fault names the field as people know it. */
function columnsOf(form: RecordForm, records: readonly RecordCells[]): readonly MappedColumn[] {
  const kind = form === 'sheet' || form === 'punch' ? 'attendance' : form;
  const names = new Map(DICTIONARIES[kind].columns.map(({ key, name }) => [key, name]));
  const keys = new Set(records.flatMap((record) => Object.keys(record)));
  if (form === 'sheet') for (let day = 1; day <= 31; day += 1) keys.add(`day-${day}`);
  return [...keys].map((field, column) => ({
    column,
    heading: names.get(field) ?? (field.startsWith('day-') ? field.slice('day-'.length) : field),
    field,
    sure: true,
    inTenThousands: false,
  }));
}

/** The key of the field a fault speaks of, where it speaks of one. */
export function fieldOfHeading(form: RecordForm, heading: string): string | null {
  const kind = form === 'sheet' || form === 'punch' ? 'attendance' : form;
  return DICTIONARIES[kind].columns.find(({ name }) => name === heading)?.key ?? null;
}
