import { z } from 'zod';
import type { Tx } from '#platform/db/index.ts';

/** Rows a page: enough for a month grid in one piece, few enough that no answer grows with the county. */
const LARGEST_PAGE = 100;
/** Beyond this nobody pages; a filter finds what is looked for. */
const LAST_PAGE = 1000;

export const paging = {
  page: z.coerce.number().int().min(1).max(LAST_PAGE).default(1),
  size: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(20),
};

export interface Paging {
  readonly page: number;
  readonly size: number;
}

export interface Listed<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

/** One page of a query and how many rows it has in all. `select` is a complete statement without order. */
export async function pageOf<Row extends object>(
  tx: Tx,
  select: string,
  order: string,
  values: readonly unknown[],
  { page, size }: Paging,
): Promise<Listed<Row>> {
  const rows = await tx.query<Row & { total_rows: string }>(
    `select q.*, count(*) over () as total_rows from (${select}) q order by ${order} limit ${size} offset ${(page - 1) * size}`,
    values,
  );
  const [first] = rows;
  if (first !== undefined) return { items: rows, total: Number(first.total_rows) };
  if (page === 1) return { items: [], total: 0 };
  const [counted] = await tx.query<{ n: string }>(`select count(*) as n from (${select}) q`, values);
  return { items: [], total: Number(counted?.n ?? 0) };
}

/** A text to be found anywhere, with the signs of `like` taken literally. */
export function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
}
