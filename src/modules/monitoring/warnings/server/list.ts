import { z } from 'zod';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { SignedIn } from '#platform/http/index.ts';
import type { Scope, Store, Tx } from '#platform/db/index.ts';
import { STATE_NAMES } from '../domain/index.ts';
import type { WarningList, WarningState } from '../domain/wire.ts';
import type { Level } from '#law/rule.ts';
import type { Brief } from './brief.ts';
import type { PlaceOf } from './place.ts';
import { actorOf, JOINED_COLUMNS, LISTED_COLUMNS, LISTED_JOINS, type ListedRow, listed, turnOf } from './rows.ts';

const STATES = ['raised', 'acknowledged', 'handled', 'verified', 'closed'] as const;
const LEVELS: readonly Level[] = [4, 3, 2, 1, 0];

const several = <Item extends z.ZodType>(item: Item, most: number) =>
  z.preprocess((text) => (typeof text === 'string' ? text.split(',').filter(Boolean) : undefined), z.array(item).max(most).optional());
const flag = z
  .enum(['', '0', '1', 'true', 'false'])
  .transform((text) => (text === '' ? undefined : text === '1' || text === 'true'))
  .optional();

/** The address of the list. What is empty does not filter. */
export const listQuery = z.object({
  q: z.string().trim().max(60).optional(),
  region: z
    .string()
    .regex(/^\d{0,12}$/u)
    .optional(),
  level: several(z.coerce.number().int().min(0).max(4), 5),
  state: several(z.enum(STATES), 5),
  rule: several(z.string().max(40), 60),
  project: z
    .string()
    .regex(/^\d{0,18}$/u)
    .optional(),
  data: flag,
  mine: flag,
  overdue: flag,
  sort: z.enum(['', 'act_by', '-act_by', 'level', '-level', 'amount', '-amount', 'raised_on', '-raised_on']).optional(),
  page: z.coerce.number().int().min(1).max(50_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
});
export type ListQuery = z.infer<typeof listQuery>;

const ORDERS: Readonly<Record<string, string>> = {
  act_by: 'w.act_by, w.id',
  '-act_by': 'w.act_by desc, w.id desc',
  level: 'w.level, w.act_by, w.id',
  '-level': 'w.level desc, w.act_by, w.id',
  amount: 'w.amount_fen, w.id',
  '-amount': 'w.amount_fen desc, w.id desc',
  raised_on: 'w.raised_on, w.id',
  '-raised_on': 'w.raised_on desc, w.id desc',
};

interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** `base` is what the facets count under; `own` are the three filters that facets are about. */
function conditions(query: ListQuery, who: SignedIn, today: CivilDate): { base: Condition; whole: Condition } {
  const values: unknown[] = [];
  const param = (value: unknown) => `$${values.push(value)}`;
  const base: string[] = [];
  if (query.region) {
    const region = param(query.region);
    base.push(`w.region_code >= ${region} and w.region_code < ${region} || '~'`);
  }
  if (query.project) base.push(`w.project_id = ${param(query.project)}`);
  if (query.data !== undefined) base.push(`w.is_data = ${param(query.data)}`);
  if (query.overdue === true) base.push(`w.state <> 'closed' and w.act_by < ${param(today)}`);
  if (query.mine === true)
    base.push(
      turnOf(
        actorOf(who).role,
        () => param(who.role),
        () => `${param(who.accountId)}::bigint`,
      ),
    );
  if (query.q) {
    const like = param(`%${query.q.replaceAll(/[\\%_]/gu, (special) => `\\${special}`)}%`);
    base.push(`(w.project_name ilike ${like} or w.gc_name ilike ${like} or w.says ilike ${like} or w.title ilike ${like})`);
  }
  const atBase: Condition = { sql: base.join(' and ') || 'true', values: [...values] };
  const whole = [...base];
  if (query.level?.length) whole.push(`w.level = any(${param(query.level)}::smallint[])`);
  if (query.state?.length) {
    whole.push(`w.state = any(${param(query.state)}::text[])`);
    // Said as a literal too, so that the indexes of what is open can be used.
    if (!query.state.includes('closed')) whole.push("w.state <> 'closed'");
  }
  if (query.rule?.length) whole.push(`w.rule_code = any(${param(query.rule)}::text[])`);
  return { base: atBase, whole: { sql: whole.join(' and ') || 'true', values } };
}

/** Shapes of the statement that are kept prepared; each connection holds its own copy, so the number is bounded. */
const PREPARED_AT_MOST = 200;
const names = new Map<string, string>();

function run<Row extends object>(tx: Tx, sql: string, values: readonly unknown[]): Promise<Row[]> {
  const known = names.get(sql) ?? (names.size < PREPARED_AT_MOST ? `warnings-${names.size}` : undefined);
  if (known === undefined) return tx.query<Row>(sql, values);
  names.set(sql, known);
  return tx.prepared<Row>(known, sql, values);
}

/** Rows and total in one statement; the names are joined to the rows of the page only. */
function pageStatement(where: string, sort: string, size: number, offset: number): string {
  const order = ORDERS[sort] ?? 'w.act_by, w.id';
  return `select t.total, p.* from (select count(*)::integer as total from monitoring.warning w where ${where}) t
    left join lateral (
      select w.*, ${JOINED_COLUMNS} from (
        select ${LISTED_COLUMNS} from monitoring.warning w where ${where} order by ${order} limit ${size} offset ${offset}
      ) w ${LISTED_JOINS}
    ) p on true order by ${order.replaceAll('w.', 'p.')}`;
}

export async function listWarnings(
  deps: { readonly store: Store; readonly placeOf: PlaceOf; readonly brief: Brief; readonly ruleTitle: (code: string) => string },
  who: SignedIn,
  query: ListQuery,
  today: CivilDate,
): Promise<WarningList> {
  const { base, whole } = conditions(query, who, today);
  const facetKey = `${scopeKey(who.scope)}|${JSON.stringify([base.values, base.sql])}`;
  const sort = query.sort === undefined || query.sort === '' ? 'act_by' : query.sort;
  const { rows, cube } = await deps.store.reading(who.scope, async (tx) => {
    const rows = await run<ListedRow & { total: number }>(tx, pageStatement(whole.sql, sort, query.size, (query.page - 1) * query.size), whole.values);
    // Once in a while a request pays for the numbers beside the filters; the others show them as of some seconds ago.
    return { rows, cube: await deps.brief.of(facetKey, () => countCube(tx, base)) };
  });
  const actor = actorOf(who);
  return {
    items: rows.flatMap((row) => (row.id === null ? [] : [listed(row, actor, today, deps.placeOf)])),
    total: rows[0]?.total ?? 0,
    page: query.page,
    size: query.size,
    facets: facetsOf(cube, query, deps.placeOf(who.regionCode).levelName, deps.ruleTitle),
  };
}

/** Whose eyes a count was made with. */
export function scopeKey(scope: Scope): string {
  return JSON.stringify(scope);
}

interface Cell {
  level: Level;
  state: WarningState;
  rule_code: string;
  n: number;
}

function countCube(tx: Tx, { sql, values }: Condition): Promise<Cell[]> {
  return tx.query<Cell>(`select w.level, w.state, w.rule_code, count(*)::integer as n from monitoring.warning w where ${sql} group by 1, 2, 3`, values);
}

/** Each facet is counted under the other two filters, so that its numbers say what choosing it would show. */
function facetsOf(cube: readonly Cell[], query: ListQuery, levelName: (level: Level) => string, ruleTitle: (code: string) => string): WarningList['facets'] {
  const byLevel = (cell: Cell) => !query.level?.length || query.level.includes(cell.level);
  const byState = (cell: Cell) => !query.state?.length || query.state.includes(cell.state);
  const byRule = (cell: Cell) => !query.rule?.length || query.rule.includes(cell.rule_code);
  const sum = (cells: readonly Cell[]) => cells.reduce((total, cell) => total + cell.n, 0);
  const underRules = cube.filter((cell) => byLevel(cell) && byState(cell));
  const codes = [...new Set(underRules.map((cell) => cell.rule_code))];
  return {
    levels: LEVELS.map((level) => ({
      level,
      name: levelName(level),
      count: sum(cube.filter((cell) => cell.level === level && byState(cell) && byRule(cell))),
    })),
    states: STATES.map((state) => ({
      state,
      name: STATE_NAMES[state],
      count: sum(cube.filter((cell) => cell.state === state && byLevel(cell) && byRule(cell))),
    })),
    rules: codes
      .map((code) => ({ code, title: ruleTitle(code), count: sum(underRules.filter((cell) => cell.rule_code === code)) }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
  };
}
