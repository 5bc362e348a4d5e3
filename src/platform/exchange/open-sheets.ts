import { csvSheet } from './csv-rows.ts';
import { sniff } from './sniff.ts';
import type { Sheet } from './table.ts';
import { xlsSheets } from './xls-rows.ts';
import { xlsxSheets } from './xlsx-rows.ts';

/** The sheets of a file in one of the three formats, to be read once each. Only ever called inside the bounded worker. */
export async function openSheets(file: Buffer): Promise<Sheet[]> {
  const format = sniff(file);
  return format === 'xlsx' ? xlsxSheets(file) : format === 'xls' ? xlsSheets(file) : [csvSheet(file)];
}
