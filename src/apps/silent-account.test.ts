import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import { findingsAsOf, officeDays, placesOf, wageChainFacts } from '#modules/monitoring/warnings/server/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { national, profileOf } from '#profiles/index.ts';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { days, recordsIn } from '../../test/support/records.ts';

// A contractor who skips pay and an owner who does not fund leave nothing on the statement. What the bank says about those
// days is all that tells them from an office that has not sent the statement.
let db: FreshDatabase;

beforeAll(async () => {
  db = await freshDatabase();
  const records = await recordsIn(db);
  for (const project of [1, 2]) {
    await records.project(project, {
      account_no: `account ${project}`,
      account_opened_on: '2026-01-10',
      account_filed_on: '2026-01-12',
      started_on: '2026-08-01',
    });
    for (const person of [11, 12]) {
      await records.roster(project, person * project, {
        entered_on: '2026-08-01',
        contract_signed_on: '2026-08-01',
        left_on: person === 12 ? '2026-09-30' : null,
      });
      for (const month of ['2026-08', '2026-09']) {
        await records.sheet(project, person * project, month, days(1, 26));
        await records.payroll(project, person * project, month, 6000);
      }
    }
    await records.sheet(project, 11 * project, '2026-10', days(1, 26));
    for (const month of ['2026-08', '2026-09', '2026-10']) await records.summarise(project, month);
  }
  await records.covers(1, 'flows', '2026-07-15', '2026-11-20', { recorded_at: '2026-11-21' });
});
afterAll(() => db.drop());

async function answers(project: number, on: string) {
  const deps = {
    store: db.store,
    clock: fixedClock(civilDate(on)),
    days: officeDays(nationalCalendar),
    placeOf: placesOf(CATALOGUE, nationalCalendar, profileOf, national),
    facts: wageChainFacts,
  };
  const found = await findingsAsOf(deps, civilDate(on));
  return found
    .filter((one) => one.projectId === String(project) && one.answer.answer === 'finding')
    .map((one) => `${one.rule.code} ${one.subjectKey} ${one.answer.answer === 'finding' ? one.answer.level : ''}`.replace(/ +/g, ' '));
}

describe('一笔也没有的专户', () => {
  it('对账单管到发薪日以后：欠薪、未拨付、离场未结清、从未领薪都说得出来，不再说断流', async () => {
    const said = await answers(1, '2026-11-20');
    expect(said).toEqual(expect.arrayContaining(['PAY-03 2026-08 4', 'PAY-03 2026-09 4', 'PAY-03 2026-10 2', 'ACC-08 4', 'PAY-08 4', 'W-PAY-05 4']));
    expect(said.filter((one) => one.startsWith('W-OPS-05 flows'))).toEqual([]);
  });

  it('发薪日的第二天就说得出来：2026-09-15 应付，9月16日预警', async () => {
    expect(await answers(1, '2026-09-15')).not.toContain('PAY-03 2026-08 2');
    expect(await answers(1, '2026-09-16')).toContain('PAY-03 2026-08 2');
  });

  it('没有对账单的只说断流，不指人欠薪', async () => {
    const said = await answers(2, '2026-11-20');
    expect(said.filter((one) => /^(PAY-03|ACC-08|PAY-08|W-PAY-05)/.test(one))).toEqual([]);
    expect(said.filter((one) => one.startsWith('W-OPS-05 flows'))).toHaveLength(1);
  });
});
