import { useQuery } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import { useMe } from '#modules/office/accounts/web/index.ts';
import type { Home } from '../domain/wire.ts';

/** What waits for this person. One fetch serves the page and the numbers of the navigation. */
export function useHome() {
  // An enterprise has its own home; this one is the desk's.
  const { face } = useMe();
  return useQuery({
    enabled: face === 'desk',
    queryKey: ['warnings', 'home'],
    queryFn: ({ signal }) => api.get<Home>('/api/home', undefined, signal),
    staleTime: 30_000,
    refetchInterval: 5 * 60_000,
  });
}

/** Overdue and due today. */
export function useHomeCount(): number | undefined {
  const counts = useHome().data?.counts;
  return counts ? counts.overdue + counts.dueToday : undefined;
}
