import { queryOptions } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import type { AttendanceRow, FlowRow, PayrollRow, ProjectList, ProjectPage, RosterRow, UnmaskedIdentity, WorkerMonthRow } from '../domain/wire.ts';

export const A_PAGE = 20;
/** A month grid is read in one piece, as the paper is; larger sites page on. */
export const GRID_PAGE = 50;

interface Listed<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

export interface ProjectFilter {
  readonly q: string;
  readonly region: string;
  readonly state: string;
  readonly owed: boolean;
  readonly sort: string;
  readonly page: number;
}

export function projectsQuery(filter: ProjectFilter) {
  return queryOptions({
    queryKey: ['projects', filter],
    queryFn: () => api.get<ProjectList>('/api/projects', { ...filter, size: A_PAGE }),
    placeholderData: (before) => before,
  });
}

export function projectQuery(projectId: string) {
  return queryOptions({ queryKey: ['project', projectId], queryFn: () => api.get<ProjectPage>(`/api/projects/${projectId}`) });
}

export interface WorkersFilter {
  readonly month: string;
  readonly which: string;
  readonly team: string;
  readonly q: string;
  readonly person: string;
  readonly page: number;
}

export function workersQuery(projectId: string, filter: WorkersFilter, size = A_PAGE) {
  return queryOptions({
    queryKey: ['project', projectId, 'workers', filter, size],
    queryFn: () => api.get<Listed<WorkerMonthRow>>(`/api/projects/${projectId}/workers`, { ...filter, size }),
    placeholderData: (before) => before,
  });
}

export function rosterQuery(projectId: string, at: { readonly q: string; readonly person: string; readonly page: number }) {
  return queryOptions({
    queryKey: ['project', projectId, 'roster', at],
    queryFn: () => api.get<Listed<RosterRow>>(`/api/projects/${projectId}/roster`, { ...at, size: A_PAGE }),
    placeholderData: (before) => before,
  });
}

export function attendanceQuery(projectId: string, at: { readonly month: string; readonly page: number }) {
  return queryOptions({
    queryKey: ['project', projectId, 'attendance', at],
    queryFn: () => api.get<Listed<AttendanceRow>>(`/api/projects/${projectId}/attendance`, { ...at, size: GRID_PAGE }),
    placeholderData: (before) => before,
  });
}

export function payrollQuery(projectId: string, at: { readonly month: string; readonly person: string; readonly page: number }) {
  return queryOptions({
    queryKey: ['project', projectId, 'payroll', at],
    queryFn: () => api.get<Listed<PayrollRow>>(`/api/projects/${projectId}/payroll`, { ...at, size: A_PAGE }),
    placeholderData: (before) => before,
  });
}

export function flowsQuery(projectId: string, at: { readonly month: string; readonly which: string; readonly person: string; readonly page: number }) {
  return queryOptions({
    queryKey: ['project', projectId, 'flows', at],
    queryFn: () => api.get<Listed<FlowRow>>(`/api/projects/${projectId}/flows`, { ...at, size: A_PAGE }),
    placeholderData: (before) => before,
  });
}

/** Asked for only after the reader confirmed; each answer is an audit row and is never kept in the cache. */
export function lookAtIdentity(personId: string, projectId: string): Promise<UnmaskedIdentity> {
  return api.get<UnmaskedIdentity>(`/api/persons/${personId}/identity`, { project: projectId });
}
