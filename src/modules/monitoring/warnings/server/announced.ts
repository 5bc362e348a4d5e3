import type { Role } from '#modules/office/accounts/domain/index.ts';
import type { Announcement } from '#platform/outbox/index.ts';
import type { Change, Happening } from '../domain/index.ts';

/** `warning.stands-again`: the name of a step in the audit trail and among what is announced. */
export function actionOf(happening: Happening): string {
  return `warning.${happening}`;
}

/** Steps that put a matter on a desk: `desk.raised` and so on, heard by notices alone. What other systems hear is announced beside, in words of its own. */
const DESK_STEPS: readonly Happening[] = ['raised', 'reopened', 'stands-again', 'assigned', 'escalated', 'handled', 'returned', 'verified'];

export function deskOf(happening: Happening): string {
  return `desk.${happening}`;
}

/** What notices need to know of a step: who had the matter before, and when it happened by the product's clock. No name, no amount. */
export function deskAnnouncements(
  warning: { readonly id: string; readonly projectId: string; readonly regionCode: string; readonly enterpriseId: string | null },
  change: Change,
  before: { readonly role: Role; readonly accountId: string | null } | null,
  at: Date,
): readonly Announcement[] {
  if (!DESK_STEPS.includes(change.happening)) return [];
  return [
    {
      kind: deskOf(change.happening),
      subject: `warning:${warning.id}`,
      regionCode: warning.regionCode,
      enterpriseId: warning.enterpriseId,
      projectId: warning.projectId,
      body: { state: change.warning.state, at: at.toISOString(), fromRole: before?.role ?? null, fromAccount: before?.accountId ?? null },
    },
  ];
}
