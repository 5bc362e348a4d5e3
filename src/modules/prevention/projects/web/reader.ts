import { type Me, useMe } from '#modules/office/accounts/web/index.ts';

/** Who reads this screen. The shell shows screens only to people who are signed in. */
export function useReader(): Me {
  const { me } = useMe();
  if (me === null) throw new Error('a screen was shown to nobody');
  return me;
}
