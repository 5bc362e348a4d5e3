import type { Tx } from '#platform/db/index.ts';
import type { EnterpriseChoice } from '../domain/wire.ts';

const AT_MOST = 20;

/** Enterprises by a part of their name, for whoever opens an account for one. Names are public; nothing else is told. */
export function findEnterprises(tx: Tx, part: string): Promise<EnterpriseChoice[]> {
  return tx.query<EnterpriseChoice & object>(
    `select id, name from prevention.enterprise where strpos(name, $1) > 0 order by length(name), name limit ${AT_MOST}`,
    [part],
  );
}
