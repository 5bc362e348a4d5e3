import type { Rule } from '#law/rule.ts';
import type { ProjectFacts, ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { projectSilent } from './w-att-01-project-silent.ts';
import { attendanceNotStarted } from './w-att-02-attendance-not-started.ts';
import { tooFewHeads } from './w-att-03-too-few-heads.ts';
import { updateRate } from './w-att-04-update-rate.ts';
import { invalidDays } from './w-att-05-invalid-days.ts';
import { offSite } from './w-att-08-off-site.ts';
import { gateSilent } from './w-att-09-gate-silent.ts';
import { manualShare } from './w-att-10-manual-share.ts';
import { tooRegular } from './w-att-11-too-regular.ts';
import { punchesWaiting } from './w-att-13-punches-waiting.ts';

export const attendanceProjectRules: readonly Rule<ProjectFacts>[] = [projectSilent, attendanceNotStarted, gateSilent, punchesWaiting];

export const attendanceMonthRules: readonly Rule<ProjectMonthFacts>[] = [tooFewHeads, updateRate, invalidDays, offSite, manualShare, tooRegular];
