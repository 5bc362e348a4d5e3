import type { CivilDate } from '#kernel/civil-date.ts';
import type { Finding } from '#law/rule.ts';

/** One finding of one day, as the replay compares it. */
export interface Replayed {
  readonly on: CivilDate;
  readonly projectId: string;
  readonly projectName: string;
  readonly rule: string;
  readonly subjectKey: string;
  readonly finding: Pick<Finding, 'level' | 'says' | 'dueOn' | 'amountFen'>;
}

/** One matter over the days that were replayed. */
export interface ReplayedMatter {
  readonly projectName: string;
  readonly rule: string;
  readonly subjectKey: string;
  /** First day seen and highest level, under the law in force and under the draft; null when never seen. */
  readonly now: SeenOnce | null;
  readonly draft: SeenOnce | null;
}

interface SeenOnce {
  readonly first: CivilDate;
  readonly level: number;
  readonly says: string;
}

/** What a draft would change: what it adds, drops and moves (another first day or level), and how many stay as they are. */
export interface ReplayReport {
  readonly added: readonly ReplayedMatter[];
  readonly dropped: readonly ReplayedMatter[];
  readonly moved: readonly ReplayedMatter[];
  readonly same: number;
}

/** Compares what the law in force and a draft say on the same records and days. The order of the findings does not matter. */
export function compareReplays(now: readonly Replayed[], draft: readonly Replayed[]): ReplayReport {
  const before = seen(now);
  const after = seen(draft);
  const all = [...new Map([...before, ...after]).keys()].sort();
  const matters = all.flatMap((key): ReplayedMatter[] => {
    const any = before.get(key) ?? after.get(key);
    if (any === undefined) return [];
    const { projectName, rule, subjectKey } = any.of;
    return [{ projectName, rule, subjectKey, now: before.get(key)?.once ?? null, draft: after.get(key)?.once ?? null }];
  });
  const isMoved = (one: ReplayedMatter) => one.now !== null && one.draft !== null && (one.now.first !== one.draft.first || one.now.level !== one.draft.level);
  return {
    added: matters.filter((one) => one.now === null),
    dropped: matters.filter((one) => one.draft === null),
    moved: matters.filter(isMoved),
    same: matters.filter((one) => one.now !== null && one.draft !== null && !isMoved(one)).length,
  };
}

function seen(findings: readonly Replayed[]): Map<string, { readonly of: Replayed; readonly once: SeenOnce }> {
  const matters = new Map<string, { of: Replayed; once: SeenOnce }>();
  for (const one of findings) {
    const key = `${one.projectId} ${one.rule} ${one.subjectKey}`;
    const known = matters.get(key);
    const { level, says } = one.finding;
    if (known === undefined) matters.set(key, { of: one, once: { first: one.on, level, says } });
    else {
      const isFirst = one.on < known.once.first;
      matters.set(key, {
        of: known.of,
        once: { first: isFirst ? one.on : known.once.first, level: Math.max(level, known.once.level), says: isFirst ? says : known.once.says },
      });
    }
  }
  return matters;
}
