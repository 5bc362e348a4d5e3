import { randomUUID } from 'node:crypto';
import { addDays } from '#kernel/civil-date.ts';
import type { AnyRule } from '#modules/monitoring/warnings/domain/evaluate.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import type { StepCommand, WarningState } from '#modules/monitoring/warnings/domain/wire.ts';
import { escalateLate, sweep, type SweepDeps, takeStep } from '#modules/monitoring/warnings/server/index.ts';
import { fixedClock } from '#platform/clock.ts';
import type { SignedIn } from '#platform/http/index.ts';
import type { Parts } from './wiring.ts';

/** The days the rules were asked before today: pay days of two months lie between them. */
const DAYS_AGO = [45, 31, 20, 12, 7, 4, 2];

/**
 * Gives the demonstration a past: the rules are asked on days gone by, as far as was known then, and the county's people take the steps
 * they would have taken. Some wait too long, so that limits pass and warnings go up the chain; some money comes, so that some are settled.
 */
export async function liveThrough(parts: Parts): Promise<void> {
  const people = await peopleOf(parts);
  const today = parts.clock.today();
  for (const days of DAYS_AGO) {
    const clock = fixedClock(addDays(today, -days));
    const then: SweepDeps = { ...parts.sweeping, clock };
    await sweep(then, { projects: 'all' });
    await escalateLate(then);
    await act(parts, { ...then, clock: fixedClock(addDays(today, -days), '15:30') }, people);
  }
  // Nobody is told today of what happened in an invented past.
  await parts.store.within({ role: 'app_job' }, (tx) => tx.query('update exchange.event set spread_at = now() where spread_at is null'));
  await sweep(parts.sweeping, { projects: 'all' });
  await escalateLate(parts.sweeping);
}

interface People {
  readonly inspector: SignedIn;
  readonly colleague: SignedIn;
  readonly chief: SignedIn;
}

async function peopleOf({ store, accounts }: Parts): Promise<People> {
  const rows = await store.within({ role: 'app_signin' }, (tx) =>
    tx.query<{ id: string; login: string }>('select id, login from office.account where is_demo'),
  );
  const find = async (login: string): Promise<SignedIn> => {
    const who = await accounts.whoIs(rows.find((row) => row.login === login)?.id ?? '');
    if (who === undefined) throw new Error(`the demo has no ${login}`);
    return who;
  };
  return { inspector: await find('jiancha'), colleague: await find('jiancha2'), chief: await find('duizhang') };
}

interface Open {
  readonly id: string;
  readonly state: WarningState;
  readonly standing: boolean;
  readonly amount_fen: string;
}

async function act(parts: Parts, deps: SweepDeps, people: People): Promise<void> {
  const rules = new Map<string, AnyRule>([...CATALOGUE.projects, ...CATALOGUE.months, ...CATALOGUE.feeds].map((rule) => [rule.code, rule]));
  const open = await parts.store.within({ role: 'app_job' }, (tx) =>
    tx.query<Open>("select id, state, standing, amount_fen::text from monitoring.warning where state <> 'closed' order by id"),
  );
  for (const warning of open) {
    for (const [who, command] of stepsFor(warning, people)) {
      const taken = await takeStep({ ...deps, ruleOf: (code) => rules.get(code) }, who, warning.id, { ...command, commandId: randomUUID() }, []);
      // What the law of the warning's life refuses is not done; the story goes on without it.
      if (!taken.ok) break;
    }
  }
}

/** Who does what about a warning on one of those days. The number decides, so that every load tells the same story. */
function stepsFor(warning: Open, { inspector, colleague, chief }: People): readonly (readonly [SignedIn, Omit<StepCommand, 'commandId'>])[] {
  const n = Number(warning.id) % 7;
  if (warning.state === 'raised') return n < 6 ? [[inspector, { step: 'acknowledge' }]] : [];
  if (warning.state === 'acknowledged')
    return n % 2 === 1 ? [[inspector, { step: 'handle', note: '已约谈项目负责人，责成补齐工资和资料，并当场核对名单。' }]] : [];
  if (warning.standing) return warning.state === 'handled' && n === 1 ? [[colleague, { step: 'return', note: '电话抽查工人，钱没有到账，退回重办。' }]] : [];
  const close = { step: 'close', reason: warning.amount_fen === '0' ? 'data-corrected' : 'paid' } as const;
  const checker = n % 2 === 0 ? chief : colleague;
  if (warning.state === 'verified') return [[checker, close]];
  return n === 5
    ? []
    : [
        [checker, { step: 'verify', note: '抽查三名工人和专户流水，与数据一致。' }],
        [checker, close],
      ];
}
