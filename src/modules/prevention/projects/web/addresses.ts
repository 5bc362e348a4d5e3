/** Where the screens of projects stand, so that a figure anywhere opens the very rows behind it. */

export type ProjectTab = 'months' | 'roster' | 'attendance' | 'payroll' | 'flows' | 'warnings';
export type MonthTab = 'workers' | 'attendance' | 'payroll' | 'flows';

/** Which workers of a month: the `which` of `GET /api/projects/:id/workers`. */
export type WhichWorkers =
  | 'owed'
  | 'unpaid'
  | 'short'
  | 'paid'
  | 'late'
  | 'refunded'
  | 'attended'
  | 'on-payroll'
  | 'present-not-on-payroll'
  | 'absent-but-paid'
  | 'days-differ'
  | 'off-roster'
  | 'no-contract'
  | 'unsigned'
  | 'shared-card'
  | 'below-minimum';

/** Which flows of a month: the `which` of `GET /api/projects/:id/flows`. */
export type WhichFlows = 'inflow' | 'in' | 'out' | 'wages' | 'refunds' | 'other-out';

function query(values: Readonly<Record<string, string | null | undefined>>): string {
  const pairs = Object.entries(values).flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : []));
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

export function projectAddress(projectId: string, at: { readonly tab?: ProjectTab; readonly month?: string | null } = {}): string {
  return `/projects/${projectId}${query({ tab: at.tab === 'months' ? null : at.tab, month: at.month })}`;
}

export function monthAddress(
  projectId: string,
  month: string,
  at: { readonly tab?: MonthTab; readonly which?: WhichWorkers | WhichFlows; readonly team?: string } = {},
): string {
  return `/projects/${projectId}/months/${month}${query({ tab: at.tab === 'workers' ? null : at.tab, which: at.which, team: at.team })}`;
}

export function warningsAddress(projectId: string): string {
  return `/warnings${query({ project: projectId })}`;
}
