import type { Store } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { hiddenOf, identitiesOf, type KeptRecord } from './store.ts';

type Said = Readonly<Record<string, string>>;

export interface HeldParty {
  readonly enterprise_id: string;
  readonly name: string;
  readonly code: string | null;
  readonly part: 'owner' | 'general-contractor' | 'subcontractor' | 'supervisor';
  readonly corp_type: string | null;
  readonly corp: Said | null;
}

export interface HeldTeam {
  readonly name: string;
  readonly corp_name: string;
  readonly corp_code: string | null;
}

export interface HeldStay {
  readonly person_id: string;
  readonly entered_on: string;
  readonly left_on: string | null;
  readonly contract_from: string | null;
  readonly contract_until: string | null;
}

export interface HeldPay {
  readonly project_id: string;
  readonly person_id: string;
  readonly month: string;
  /** The month it was paid in, where a message said so. */
  readonly pay_month: string | null;
  readonly team: string;
  readonly item: string;
  readonly due: string;
  readonly net: string;
  readonly work_days: string | null;
  readonly card_bank: string | null;
  readonly pay_date: string | null;
  readonly made_on: string;
  readonly account_no: string | null;
  readonly account_bank: string | null;
}

export interface HeldWorker {
  readonly person_id: string;
  readonly identity: string;
  readonly name: string;
  readonly team: string;
  readonly corp_name: string;
  readonly corp_code: string | null;
  readonly job: string | null;
  readonly is_leader: boolean;
  readonly card_bank: string | null;
  readonly phone: string | null;
  readonly card: string | null;
  readonly said: Said;
  readonly hidden: Said;
  readonly headImage: string | null;
  readonly stays: readonly HeldStay[];
  readonly pay: readonly HeldPay[];
}

/** What we hold of a project and others may have to be told, with the numbers of people opened. */
export interface Holding {
  readonly project: {
    readonly name: string;
    readonly region_code: string;
    readonly state: string;
    readonly started_on: string | null;
    readonly finish_due_on: string | null;
  };
  readonly parties: readonly HeldParty[];
  readonly teams: readonly HeldTeam[];
  readonly workers: readonly HeldWorker[];
}

/** People whose team nobody has named. */
export const NO_TEAM = '未分班组';

interface PersonRow {
  readonly person_id: string;
  readonly record_id: string | null;
  readonly said: Said | null;
  readonly name: string;
  readonly team: string;
  readonly corp_name: string;
  readonly corp_code: string | null;
  readonly job: string | null;
  readonly is_leader: boolean;
  readonly card_bank: string | null;
}

export async function holdingOf(store: Store, vault: Vault, projectId: string): Promise<Holding> {
  const held = await store.reading({ role: 'app_job' }, async (tx) => {
    const [project] = await tx.query<Holding['project']>('select name, region_code, state, started_on, finish_due_on from prevention.project where id = $1', [
      projectId,
    ]);
    if (project === undefined) throw new Error('a project of a target is gone');
    const parties = await tx.query<HeldParty>(
      `select y.enterprise_id, e.name, coalesce(e.credit_code, c.code, d.record ->> 'corpCode') as code, y.part, d.record ->> 'corpType' as corp_type, c.record as corp
       from prevention.project_party y join prevention.enterprise e on e.id = y.enterprise_id left join prevention.real_name_corp c on c.enterprise_id = e.id
       left join prevention.real_name_record d on d.project_id = y.project_id and d.kind = 'party' and d.enterprise_id = y.enterprise_id and d.superseded_at is null
       where y.project_id = $1 order by y.enterprise_id, y.part`,
      [projectId],
    );
    const people = await tx.query<PersonRow>(
      `select coalesce(w.person_id, s.person_id) as person_id, w.id as record_id, w.record as said, coalesce(w.record ->> 'workerName', s.name) as name,
         coalesce(t.name, nullif(s.team, ''), '${NO_TEAM}') as team, coalesce(e.name, g.name) as corp_name, coalesce(e.credit_code, c.code, g.credit_code) as corp_code,
         s.job, coalesce(s.is_leader, false) as is_leader, s.card_bank
       from (select id, person_id, record, team_no, enterprise_id from prevention.real_name_record where project_id = $1 and kind = 'worker' and superseded_at is null) w
       full join (select distinct on (person_id) * from prevention.roster_entry where project_id = $1 and superseded_at is null order by person_id, entered_on desc) s on s.person_id = w.person_id
       left join prevention.team t on t.project_id = $1 and t.no = w.team_no
       left join prevention.enterprise e on e.id = coalesce(w.enterprise_id, s.employer_enterprise_id) left join prevention.real_name_corp c on c.enterprise_id = e.id
       left join prevention.enterprise g on e.id is null and g.id = (select gc_enterprise_id from prevention.project where id = $1)
       order by 1`,
      [projectId],
    );
    const stays = await tx.query<HeldStay>(
      'select person_id, entered_on, left_on, contract_from, contract_until from prevention.roster_entry where project_id = $1 and superseded_at is null order by entered_on',
      [projectId],
    );
    const pay = await tx.query<HeldPay>(
      `select l.project_id, l.person_id, to_char(l.month, 'YYYY-MM') as month, d.record ->> 'payMonth' as pay_month, l.team, l.item, l.due_fen as due, l.net_fen as net, l.work_days, l.card_bank, l.pay_date, l.made_on,
         p.account_no, p.account_bank
       from prevention.payroll_line l join prevention.project p on p.id = l.project_id left join prevention.team t on t.project_id = l.project_id and t.name = l.team
       left join prevention.real_name_record d on d.project_id = l.project_id and d.kind = 'payroll-line' and d.superseded_at is null
         and d.key = l.person_id || ':' || to_char(l.month, 'YYYY-MM') || ':' || t.no || ':' || l.item
       where l.project_id = $1 and l.superseded_at is null order by l.month, l.person_id, l.item`,
      [projectId],
    );
    return { project, parties, people, stays, pay };
  });
  const opened = await openedOf(store, vault, projectId, held.people);
  const [stays, pay] = [byPerson(held.stays), byPerson(held.pay)];
  const workers = held.people.map((person): HeldWorker => {
    const { record_id, said, ...rest } = person;
    return {
      ...rest,
      said: said ?? {},
      ...opened(person.person_id, record_id),
      stays: stays.get(person.person_id) ?? [],
      pay: pay.get(person.person_id) ?? [],
    };
  });
  const teams = new Map<string, HeldTeam>();
  for (const { team, corp_name, corp_code, pay: lines } of workers) {
    for (const name of [team, ...lines.map((line) => line.team)]) if (name !== '' && !teams.has(name)) teams.set(name, { name, corp_name, corp_code });
  }
  return { project: held.project, parties: held.parties, teams: [...teams.values()], workers };
}

function byPerson<Row extends { readonly person_id: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const own = found.get(row.person_id);
    if (own === undefined) found.set(row.person_id, [row]);
    else own.push(row);
  }
  return found;
}

type Opened = Pick<HeldWorker, 'identity' | 'hidden' | 'phone' | 'card' | 'headImage'>;

/** Opens what is enciphered, under the vault's own role, for people of this project only. */
async function openedOf(
  store: Store,
  vault: Vault,
  projectId: string,
  people: readonly PersonRow[],
): Promise<(personId: string, recordId: string | null) => Opened> {
  return store.reading({ role: 'app_vault' }, async (tx) => {
    const ids = people.map((person) => person.person_id);
    const identities = await identitiesOf(tx, vault, ids);
    const records = await tx.query<KeptRecord>(
      "select id, kind, key, cipher from prevention.real_name_record where project_id = $1 and kind = 'worker' and superseded_at is null",
      [projectId],
    );
    const hidden = new Map(records.map((row) => [row.id, hiddenOf(vault, row)]));
    const stays = await tx.query<{
      person_id: string;
      phone_cipher: Buffer | null;
      phone_index: Buffer | null;
      card_cipher: Buffer | null;
      card_index: Buffer | null;
    }>(
      'select distinct on (person_id) person_id, phone_cipher, phone_index, card_cipher, card_index from prevention.roster_entry where project_id = $1 and superseded_at is null order by person_id, entered_on desc',
      [projectId],
    );
    const ofStay = new Map(
      stays.map((row) => [
        row.person_id,
        {
          phone: row.phone_cipher === null ? null : vault.decrypt(row.phone_cipher, `roster.phone:${row.phone_index?.toString('hex')}`),
          card: row.card_cipher === null ? null : vault.decrypt(row.card_cipher, `roster.card:${row.card_index?.toString('hex')}`),
        },
      ]),
    );
    const files = await tx.query<{ key: string; cipher: Buffer }>(
      "select distinct on (key) key, cipher from prevention.real_name_file where project_id = $1 and kind = 'worker' and field = 'headImage' order by key, id desc",
      [projectId],
    );
    const heads = new Map(files.map((row) => [row.key, vault.decrypt(row.cipher, `real-name.file:worker:${row.key}:headImage`)]));
    return (personId, recordId) => {
      const kept = hidden.get(recordId ?? '') ?? {};
      const stay = ofStay.get(personId);
      return {
        identity: identities.get(personId) ?? '',
        hidden: kept,
        phone: kept['cellPhone'] ?? stay?.phone ?? null,
        card: kept['payRollBankCardNumber'] ?? stay?.card ?? null,
        headImage: heads.get(personId) ?? null,
      };
    };
  });
}
