/** Numbers remembered for some seconds: they stand beside what is exact, and cost a walk over all a scope sees. */
export interface Brief {
  of<T>(key: string, count: () => Promise<T>): Promise<T>;
  /** After a step or a sweep everything is counted anew. */
  forget(): void;
}

const REMEMBER_MS = 15_000;
const REMEMBER_AT_MOST = 500;

export function brief(now: () => number = () => performance.now()): Brief {
  const kept = new Map<string, { readonly value: unknown; readonly until: number }>();
  return {
    async of<T>(key: string, count: () => Promise<T>): Promise<T> {
      const known = kept.get(key);
      // The key names the kind of number as well, so that what was put under it is what is taken out.
      if (known !== undefined && known.until > now()) return known.value as T;
      const value = await count();
      if (kept.size >= REMEMBER_AT_MOST) kept.clear();
      kept.set(key, { value, until: now() + REMEMBER_MS });
      return value;
    },
    forget: () => kept.clear(),
  };
}
