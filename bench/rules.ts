import { nationalCalendar } from '#law/calendars/index.ts';
import { civilDate, civilMonth } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import { evaluate } from '#modules/monitoring/warnings/domain/evaluate.ts';
import { prepareAll } from '#modules/monitoring/warnings/domain/prepare.ts';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { jiayuguan } from '#profiles/index.ts';
import { aProjectMonth } from '../test/builders/facts.ts';
import { type Figure, median, percent, perSecond, timed } from './support/figures.ts';

const ROWS = 100_000;
const ROUNDS = 7;

/**
 * Every project-month rule over 100,000 project-months in memory, one core. Nine of ten rows are in order, as in a county. The raw partner asks
 * each row as many plain comparisons as there are rules: what no rule engine can be quicker than.
 */
export async function rules(): Promise<readonly Figure[]> {
  const rows = Array.from({ length: ROWS }, (_, n) => projectMonth(n));
  const prepared = prepareAll(CATALOGUE, jiayuguan, civilDate('2026-11-20'), nationalCalendar);
  const asked = prepared.months.length;
  const ours: number[] = [];
  const raw: number[] = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    raw.push((await timed(() => comparisons(rows, asked))).took);
    const run = await timed(() => evaluate(prepared, { projects: [], months: rows, feeds: [] }).outcomes.length);
    ours.push(run.took);
    found = run.value;
  }
  if (found === 0) throw new Error('the rules found nothing: nothing was measured');
  const rate = ROWS / median(ours);
  return [
    {
      what: `${asked} rules over ${ROWS.toLocaleString('en')} project-months in memory, one core (${found.toLocaleString('en')} outcomes)`,
      ours: perSecond(ROWS, median(ours)),
      raw: perSecond(ROWS, median(raw)),
      ratio: percent(median(raw) / median(ours)),
      bar: '>= 500,000/s',
      reached: rate >= 500_000,
    },
  ];
}

/** Healthy over the eight months from March on, but every tenth owes, every fiftieth has ghosts, every hundredth got no labour cost. */
function projectMonth(n: number): ProjectMonthFacts {
  const month = 3 + (n % 8);
  const on = (of: number, day: string) => civilDate(`2026-${String(of).padStart(2, '0')}-${day}`);
  const differs: Partial<ProjectMonthFacts> = {
    projectId: String(Math.floor(n / 8)),
    month: civilMonth(`2026-${String(month).padStart(2, '0')}`),
    lastAttendanceOn: on(month, '28'),
    payrollMadeOn: on(month + 1, '06'),
    firstPaidOn: on(month + 1, '14'),
    lastPaidOn: on(month + 1, '14'),
    settledOn: on(month + 1, '14'),
    firstInflowOn: on(month, '05'),
    ...(n % 10 === 3 && { owedFen: fen(976_428_00), unpaidHeads: 54, settledOn: null }),
    ...(n % 50 === 7 && { paidAbsentHeads: 6, paidAbsentFen: fen(36_000_00) }),
    ...(n % 100 === 9 && { inflowFen: fen(0), inflowCount: 0, firstInflowOn: null }),
  };
  return aProjectMonth(differs);
}

function comparisons(rows: readonly ProjectMonthFacts[], times: number): number {
  let hits = 0;
  for (let time = 0; time < times; time += 1) for (const row of rows) if (row.owedFen > BigInt(time)) hits += 1;
  return hits;
}
