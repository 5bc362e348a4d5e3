import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { readDraft } from '#modules/governance/rulebook/domain/draft.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import { officeDays, placesOf, wageChainFacts } from '#modules/monitoring/warnings/server/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { national, profileOf } from '#profiles/index.ts';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { recordsIn } from '../../test/support/records.ts';
import { replayDraft } from './replay.ts';

// Two sites of Gaotang signed on 1 September 2026: one opened its account on the 20th, the other never.
let db: FreshDatabase;

beforeAll(async () => {
  db = await freshDatabase();
  const records = await recordsIn(db);
  const signed = { contract_signed_on: '2026-09-01', started_on: '2026-09-05', stated: ['accountOpenedOn'] };
  await records.project(1, { ...signed, account_no: 'account 1', account_opened_on: '2026-09-20' });
  await records.project(2, { ...signed, account_no: null, account_name: null, account_opened_on: null });
});
afterAll(() => db.drop());

const FROM = civilDate('2026-09-14');

function replay(draft: unknown) {
  const read = readDraft(draft, { rules: ['ACC-01'], places: ['national', 'gaotang-371526'] }, FROM);
  if (!read.ok) throw new Error(read.refusal.says);
  const deps = {
    store: db.store,
    clock: fixedClock('2026-11-01'),
    days: officeDays(nationalCalendar),
    placeOf: placesOf(CATALOGUE, nationalCalendar, profileOf, national),
    facts: wageChainFacts,
  };
  return replayDraft(deps, read.value, { from: FROM, to: civilDate('2026-09-18'), every: 1 });
}

const accounts = (matters: Awaited<ReturnType<typeof replay>>['added']) =>
  matters.filter(({ rule }) => rule === 'ACC-01').map(({ projectName, now, draft }) => [projectName.slice(-1), now?.first ?? null, draft?.first ?? null]);

describe('试行一个草案：《专户办法》第六条三十日开户', () => {
  it('「30日」 becomes 15: both are late a day after the fifteenth, and nothing else moves', async () => {
    const report = await replay({ parameters: { 'account.open-days': { value: 15 } } });
    // Signed on 1 September: 15 days end on the 16th.
    expect(accounts(report.added).map(([, now, draft]) => [now, draft])).toEqual([
      [null, '2026-09-17'],
      [null, '2026-09-17'],
    ]);
    expect([report.dropped, report.moved]).toEqual([[], []]);
  });

  it('a rule that is switched off drops what it had said', async () => {
    const report = await replay({ parameters: { 'account.open-days': { value: 15 } }, off: { 'ACC-01': '试一试' } });
    expect(accounts(report.added)).toEqual([]);
  });

  it('leaves what is in force alone: a draft that changes nothing moves nothing', async () => {
    const report = await replay({ parameters: { 'account.open-days': { value: 30 } } });
    expect(report).toMatchObject({ added: [], dropped: [], moved: [] });
    expect(report.same).toBeGreaterThan(0);
  });
});
