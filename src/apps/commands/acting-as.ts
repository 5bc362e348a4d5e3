import type { Sender } from '#modules/prevention/imports/server/index.ts';
import type { Parts } from '../wiring.ts';

/** The account a command acts for, with what it may see; undefined when there is none that may sign in. */
export async function senderOf({ store, accounts }: Parts, login: string): Promise<Sender | undefined> {
  const [account] = await store.within({ role: 'app_signin' }, (tx) =>
    tx.query<{ id: string }>('select id from office.account where login = $1', [login.toLowerCase()]),
  );
  return account === undefined ? undefined : accounts.whoIs(account.id);
}

/** The project with this code, as far as the account sees it. */
export async function projectOf({ store }: Parts, sender: Sender, code: string): Promise<string | undefined> {
  const [project] = await store.within(sender.scope, (tx) => tx.query<{ id: string }>('select id from prevention.project where code = $1', [code]));
  return project?.id;
}
