import type { WorkingCalendar } from '#law/calendars/index.ts';
import { prepareRule } from '#law/prepare.ts';
import type { Profile } from '#law/profile.ts';
import type { Rule } from '#law/rule.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { FeedFacts, ProjectFacts, ProjectMonthFacts, WorkerMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import type { AnyRule, Prepared, PreparedRule } from './evaluate.ts';

/** The rules by what they read. */
export interface RulesBySubject {
  readonly projects: readonly Rule<ProjectFacts>[];
  readonly months: readonly Rule<ProjectMonthFacts>[];
  readonly workers: readonly Rule<WorkerMonthFacts>[];
  readonly feeds: readonly Rule<FeedFacts>[];
}

/** Makes the rules ready for one day and place. What the place does not use is left out; what it cannot decide is named once. */
export function prepareAll(rules: RulesBySubject, profile: Profile, on: CivilDate, calendar: WorkingCalendar): Prepared {
  const undetermined: { rule: AnyRule; missing: readonly string[] }[] = [];
  const ready = <Facts>(all: readonly Rule<Facts>[]): PreparedRule<Facts>[] =>
    all.flatMap((rule) => {
      const prepared = prepareRule(rule, { on, calendar }, profile);
      if (prepared.kind === 'cannot-determine') undetermined.push({ rule, missing: prepared.missing });
      if (prepared.kind !== 'decider') return [];
      const parameters = prepared.values.map(({ id, means, words, basis }) => ({ id, name: means, value: words, basis }));
      return [{ rule, decide: prepared.decide, parameters }];
    });
  return { projects: ready(rules.projects), months: ready(rules.months), workers: ready(rules.workers), feeds: ready(rules.feeds), undetermined };
}
