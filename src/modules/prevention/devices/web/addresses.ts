export function devicesAddress(projectId: string): string {
  return `/projects/${projectId}/devices`;
}
