import { bornOn, isMale, readIdentityNumber } from '#kernel/identifiers/index.ts';
import { ROSTER_COLUMNS } from '#modules/prevention/imports/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { cardTail, maskIdentity, maskPhone, type Vault } from '#platform/vault/index.ts';
import { wordOf } from '../domain/index.ts';
import { hiddenOf, type KeptRecord, recordsOfPersons } from './store.ts';
import type { Team } from './teams.ts';

/** A stay of a worker on the project, as 花名册 holds it. */
export type Stay = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly person_id: string;
  readonly name: string;
  readonly entered_on: string;
  readonly left_on: string | null;
  readonly trained_on: string | null;
};

/** The columns of a stay that a new row of it repeats. */
const COLUMNS = ['person_id', 'employer_enterprise_id', ...ROSTER_COLUMNS] as const;

type Column = (typeof COLUMNS)[number];
export type StayColumns = Readonly<Partial<Record<Column, unknown>>>;

/** Stays in force of these persons, each person's in the order of entering. */
export async function staysOf(tx: Tx, projectId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Stay[]>> {
  const rows = await tx.query<Stay>(
    `select id, ${COLUMNS.join(', ')} from prevention.roster_entry where project_id = $1 and person_id = any($2::bigint[]) and superseded_at is null order by person_id, entered_on`,
    [projectId, personIds],
  );
  const stays = new Map<string, Stay[]>();
  for (const row of rows) stays.set(row.person_id, [...(stays.get(row.person_id) ?? []), row]);
  return stays;
}

/** A stay says something else from now on: the old row is superseded, nothing is edited. */
export async function reviseStay(tx: Tx, importId: string, projectId: string, stay: Stay, changes: StayColumns): Promise<void> {
  const same = Object.entries(changes).every(([column, value]) => String(stay[column] ?? '') === String(value ?? ''));
  if (same) return;
  await tx.query('update prevention.roster_entry set superseded_at = now(), superseded_by_import = $3 where project_id = $1 and id = $2', [
    projectId,
    stay.id,
    importId,
  ]);
  await insertStay(tx, importId, projectId, { ...stay, ...changes });
}

async function insertStay(tx: Tx, importId: string, projectId: string, columns: StayColumns): Promise<void> {
  await tx.query(
    `insert into prevention.roster_entry (project_id, import_id, ${COLUMNS.join(', ')}) values ($1, $2, ${COLUMNS.map((_, at) => `$${at + 3}`).join(', ')})`,
    [projectId, importId, ...COLUMNS.map((column) => columns[column] ?? null)],
  );
}

export interface Entering {
  readonly personId: string;
  readonly identity: string;
  readonly worker: KeptRecord;
  readonly team: Team;
  readonly on: string;
  readonly leftOn?: string | null;
}

/** A worker enters: what was said of the person, the contract and the training becomes a row of 花名册. */
export async function enter(tx: Tx, vault: Vault, importId: string, projectId: string, entering: Entering): Promise<void> {
  const { personId, on } = entering;
  const [contract] = await recordsOfPersons(tx, projectId, 'contract', [personId]);
  const trained = (await recordsOfPersons(tx, projectId, 'trained', [personId]))
    .filter((one) => one.record['isPass'] === '1')
    .map((one) => one.happened_on ?? '');
  await insertStay(tx, importId, projectId, {
    ...personColumns(vault, entering.identity, entering.worker, entering.team),
    ...(contract !== undefined && contractColumns(contract.record)),
    person_id: personId,
    entered_on: on,
    left_on: entering.leftOn ?? null,
    trained_on: trained.sort()[0] ?? null,
  });
}

/** What 花名册 knows of a person, out of what ProjectWorker said. */
export function personColumns(vault: Vault, identity: string, worker: KeptRecord, team: Team): StayColumns {
  const hidden = hiddenOf(vault, worker);
  const phone = hidden['cellPhone'] ?? null;
  const card = hidden['payRollBankCardNumber'] ?? null;
  const read = readIdentityNumber(identity);
  return {
    name: worker.record['workerName'] ?? '',
    identity_mask: maskIdentity(identity),
    born_on: read.ok ? bornOn(read.number) : null,
    is_male: read.ok ? isMale(read.number) : null,
    phone_mask: phone === null ? null : maskPhone(phone),
    phone_index: phone === null ? null : vault.phoneIndex(phone),
    phone_cipher: phone === null ? null : vault.encrypt(phone, `roster.phone:${vault.hex.phone(phone)}`),
    employer_enterprise_id: team.enterprise_id,
    team: team.name,
    job: wordOf('workType', worker.record['workType'] ?? null),
    is_leader: worker.record['isTeamLeader'] === '1',
    card_index: card === null ? null : vault.cardIndex(card),
    card_tail: card === null ? null : cardTail(card),
    card_bank: worker.record['payRollTopBankName'] ?? worker.record['payRollBankName'] ?? wordOf('bank', worker.record['payRollTopBankCode'] ?? null),
    card_cipher: card === null ? null : vault.encrypt(card, `roster.card:${vault.hex.card(card)}`),
  };
}

/**
 * The contract of a worker. The message has no day of signing: the facts take the first day of the contract for it.
 * 计量单位 80, 81 and 82 are lengths, areas and volumes: piece work.
 */
export function contractColumns(record: Readonly<Record<string, string>>): StayColumns {
  const price = record['unitPrice'];
  return {
    contract_kind: 'labour-contract',
    contract_from: record['startDate'] ?? null,
    contract_until: record['endDate'] ?? null,
    ...(price !== undefined && { pay_kind: 'piece', pay_rate_fen: fenOfYuan(price).toString() }),
  };
}

/** An amount the reader has checked: digits with at most two after the point. */
export function fenOfYuan(text: string): bigint {
  const [yuan = '0', part = ''] = text.replace('-', '').split('.');
  const size = BigInt(yuan) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
  return text.startsWith('-') ? -size : size;
}
