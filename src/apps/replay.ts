import { addDays, type CivilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Profile } from '#law/profile.ts';
import { type Draft, underDraft } from '#modules/governance/rulebook/domain/draft.ts';
import { compareReplays, type Replayed, type ReplayReport } from '#modules/governance/rulebook/domain/replay.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import { isFinding } from '#modules/monitoring/warnings/domain/evaluate.ts';
import { findingsAsOf, placesOf, type SweepDeps } from '#modules/monitoring/warnings/server/index.ts';
import { national, profileOf } from '#profiles/index.ts';

export interface ReplayDays {
  readonly from: CivilDate;
  /** Included when a step falls on it. */
  readonly to: CivilDate;
  /** Days between two looks. */
  readonly every: number;
}

/** 试行: what a draft would have said on stored records beside the law in force, day by day. Nothing is kept. */
export async function replayDraft(sweeping: SweepDeps, draft: Draft, { from, to, every }: ReplayDays): Promise<ReplayReport> {
  const drafted = new Map<string, Profile>();
  // Places are told apart by their object: the same profile must give the same draft of it.
  const draftOf = (profile: Profile): Profile => {
    const made = drafted.get(profile.id) ?? underDraft(profile, draft);
    drafted.set(profile.id, made);
    return made;
  };
  const draftPlaces = placesOf(CATALOGUE, nationalCalendar, (region) => draftOf(profileOf(region)), draftOf(national));
  const now: Replayed[] = [];
  const then: Replayed[] = [];
  for (let on = from; on <= to; on = addDays(on, every)) {
    now.push(...replayed(on, await findingsAsOf(sweeping, on)));
    then.push(...replayed(on, await findingsAsOf(sweeping, on, draftPlaces)));
  }
  return compareReplays(now, then);
}

function replayed(on: CivilDate, outcomes: Awaited<ReturnType<typeof findingsAsOf>>): Replayed[] {
  return outcomes
    .filter(isFinding)
    .map(({ projectId, projectName, rule, subjectKey, answer }) => ({ on, projectId, projectName, rule: rule.code, subjectKey, finding: answer }));
}
