import { useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

export type UrlPatch = Readonly<Record<string, string | number | null | undefined>>;

/**
 * What is filtered, sorted and open lives in the address, so that reloading and sharing show the same rows.
 * A change of anything but `page` goes back to the first page.
 */
export function useUrlState(): readonly [URLSearchParams, (patch: UrlPatch, how?: { readonly push?: boolean }) => void] {
  const router = useRouter();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const parameters = useMemo(() => new URLSearchParams(search), [search]);
  const change = useCallback(
    (patch: UrlPatch, how?: { readonly push?: boolean }) => {
      const { pathname, searchStr } = router.state.location;
      const next = new URLSearchParams(searchStr);
      if (!('page' in patch)) next.delete('page');
      for (const [name, value] of Object.entries(patch)) {
        if (value === null || value === undefined || value === '') next.delete(name);
        else next.set(name, String(value));
      }
      const text = next.toString();
      const to = text ? `${pathname}?${text}` : pathname;
      if (how?.push) router.history.push(to);
      else router.history.replace(to);
    },
    [router],
  );
  return [parameters, change];
}

/** Leaves for another screen from code: after a step is done, from a key press. */
export function useGo(): (to: string) => void {
  const router = useRouter();
  return useCallback((to: string) => router.history.push(to), [router]);
}
