import type { Store, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { type FilesOf, NO_FILES } from '../domain/index.ts';
import { PART_OF_TYPE } from './queries-of-projects.ts';
import { hiddenOf, hiddenOfCorp, identitiesOf, type KeptRecord, type RecordKind } from './store.ts';

type Said = Readonly<Record<string, string>>;

/** What a message said of something: in the open, enciphered (opened here), and the numbers of its files. */
export interface HeldSaying {
  readonly key: string;
  readonly person_id: string | null;
  readonly open: Said;
  readonly hidden: Said;
  readonly files: FilesOf;
}

const UNSAID: HeldSaying = { key: '', person_id: null, open: {}, hidden: {}, files: NO_FILES };

export interface HeldParty {
  readonly enterprise_id: string;
  readonly name: string;
  readonly code: string | null;
  readonly part: 'owner' | 'general-contractor' | 'subcontractor' | 'supervisor';
  readonly corp_type: string | null;
  readonly corp: Said;
  readonly said: HeldSaying;
}

export interface HeldTeam {
  readonly name: string;
  /** Null where only a file names it. */
  readonly no: string | null;
  /** Names it had before. */
  readonly was: readonly string[];
  readonly said: HeldSaying;
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
  /** As the line has it. */
  readonly team: string;
  /** What that team is called today; null where only files name it. */
  readonly team_now: string | null;
  readonly item: string;
  readonly due: string;
  readonly net: string;
  readonly work_days: string | null;
  readonly card_bank: string | null;
  readonly pay_date: string | null;
  readonly made_on: string;
  readonly account_no: string | null;
  readonly account_bank: string | null;
  readonly said: Said | null;
}

/** 培训 and who took part. */
export interface HeldTraining extends HeldSaying {
  readonly trained: readonly { readonly identity: string; readonly said: Said }[];
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
  readonly said: HeldSaying;
  readonly stays: readonly HeldStay[];
  readonly entries: readonly HeldSaying[];
  readonly contracts: readonly HeldSaying[];
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
    readonly code: string;
    readonly permit_no: string | null;
    readonly said: HeldSaying;
  };
  readonly trainings: readonly HeldTraining[];
  readonly parties: readonly HeldParty[];
  readonly teams: readonly HeldTeam[];
  readonly workers: readonly HeldWorker[];
}

/** People whose team nobody has named. */
export const NO_TEAM = '未分班组';

interface PersonRow {
  readonly person_id: string;
  readonly name: string;
  readonly team: string;
  readonly corp_name: string;
  readonly corp_code: string | null;
  readonly job: string | null;
  readonly is_leader: boolean;
  readonly card_bank: string | null;
}

type PartyRow = Omit<HeldParty, 'corp' | 'said'> & { readonly said_key: string | null };

interface TeamRow {
  readonly no: string;
  readonly name: string;
  readonly corp_name: string;
  readonly corp_code: string | null;
}

export async function holdingOf(store: Store, vault: Vault, projectId: string): Promise<Holding> {
  const held = await store.reading({ role: 'app_job' }, async (tx) => {
    const [project] = await tx.query<Omit<Holding['project'], 'said'>>(
      'select p.name, p.region_code, p.state, p.started_on, p.finish_due_on, p.permit_no, coalesce(r.code, p.code) as code from prevention.project p left join prevention.real_name_project r on r.project_id = p.id where p.id = $1',
      [projectId],
    );
    if (project === undefined) throw new Error('a project of a target is gone');
    const parties = await tx.query<PartyRow>(
      `select y.enterprise_id, e.name, coalesce(e.credit_code, c.code, d.record ->> 'corpCode') as code, y.part, d.record ->> 'corpType' as corp_type, d.key as said_key
       from prevention.project_party y join prevention.enterprise e on e.id = y.enterprise_id left join prevention.real_name_corp c on c.enterprise_id = e.id
       left join prevention.real_name_record d on d.project_id = y.project_id and d.kind = 'party' and d.enterprise_id = y.enterprise_id and d.superseded_at is null and ${PART_OF_TYPE} = y.part
       where y.project_id = $1 order by y.enterprise_id, y.part, d.key`,
      [projectId],
    );
    const teams = await tx.query<TeamRow>(
      `select t.no, t.name, e.name as corp_name, coalesce(e.credit_code, c.code) as corp_code from prevention.team t join prevention.enterprise e on e.id = t.enterprise_id
       left join prevention.real_name_corp c on c.enterprise_id = e.id where t.project_id = $1 order by t.no`,
      [projectId],
    );
    const people = await tx.query<PersonRow>(
      `select coalesce(w.person_id, s.person_id) as person_id, coalesce(w.record ->> 'workerName', s.name) as name,
         coalesce(t.name, n.name, nullif(s.team, ''), '${NO_TEAM}') as team, coalesce(e.name, g.name) as corp_name, coalesce(e.credit_code, c.code, g.credit_code) as corp_code,
         s.job, coalesce(s.is_leader, false) as is_leader, s.card_bank
       from (select person_id, record, team_no, enterprise_id from prevention.real_name_record where project_id = $1 and kind = 'worker' and superseded_at is null) w
       full join (select distinct on (person_id) * from prevention.roster_entry where project_id = $1 and superseded_at is null order by person_id, entered_on desc) s on s.person_id = w.person_id
       left join prevention.team t on t.project_id = $1 and t.no = w.team_no
       left join prevention.team_called c2 on c2.project_id = $1 and c2.name = s.team left join prevention.team n on n.project_id = $1 and n.no = c2.no
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
         p.account_no, p.account_bank, d.record as said, n.name as team_now
       from prevention.payroll_line l join prevention.project p on p.id = l.project_id left join prevention.team_called t on t.project_id = $1 and t.name = l.team
       left join prevention.team n on n.project_id = $1 and n.no = t.no
       left join prevention.real_name_record d on d.project_id = l.project_id and d.kind = 'payroll-line' and d.superseded_at is null
         and d.key = l.person_id || ':' || to_char(l.month, 'YYYY-MM') || ':' || t.no || ':' || l.item
       where l.project_id = $1 and l.superseded_at is null order by l.month, l.person_id, l.item`,
      [projectId],
    );
    const names = await tx.query<{ no: string; name: string }>(
      "select distinct key as no, record ->> 'teamName' as name from prevention.real_name_record where project_id = $1 and kind = 'team' and superseded_at is not null",
      [projectId],
    );
    return { project, parties, teams, people, stays, pay, names };
  });
  const opened = await openedOf(store, vault, projectId, held);
  const saying = (kind: RecordKind, key: string | null): HeldSaying => opened.sayings.get(`${kind} ${key}`) ?? UNSAID;
  const said = (kind: RecordKind): readonly HeldSaying[] => [...opened.sayings].flatMap(([name, one]) => (name.startsWith(`${kind} `) ? [one] : []));
  const [stays, pay, entries, contracts, trained] = [
    byPerson(held.stays),
    byPerson(held.pay),
    byPerson(said('entry')),
    byPerson(said('contract')),
    said('trained'),
  ];
  const workers = held.people.map((person): HeldWorker => {
    const own = saying('worker', person.person_id);
    const known = opened.known(person.person_id);
    return {
      ...person,
      said: own,
      identity: opened.identities.get(person.person_id) ?? '',
      phone: own.hidden['cellPhone'] ?? known.phone,
      card: own.hidden['payRollBankCardNumber'] ?? known.card,
      stays: stays.get(person.person_id) ?? [],
      entries: entries.get(person.person_id) ?? [],
      contracts: contracts.get(person.person_id) ?? [],
      pay: pay.get(person.person_id) ?? [],
    };
  });
  const trainings = said('training').map(
    (training): HeldTraining => ({
      ...training,
      trained: trained
        .filter((one) => one.key === `${one.person_id}:${training.key}`)
        .map((one) => ({ identity: opened.identities.get(one.person_id ?? '') ?? '', said: one.open })),
    }),
  );
  return {
    project: { ...held.project, said: saying('project', 'project') },
    parties: held.parties.map(({ said_key, ...party }) => ({ ...party, said: saying('party', said_key), corp: opened.corps.get(party.enterprise_id) ?? {} })),
    teams: teamsOf(held.teams, workers, (no) => ({ said: saying('team', no), was: held.names.filter((one) => one.no === no).map((one) => one.name) })),
    workers,
    trainings,
  };
}

/** Teams with a number of ours, and those only files name, by the people and the pay in them. */
function teamsOf(rows: readonly TeamRow[], workers: readonly HeldWorker[], more: (no: string) => Pick<HeldTeam, 'said' | 'was'>): readonly HeldTeam[] {
  const teams = new Map<string, HeldTeam>(rows.map((row) => [row.name, { ...row, ...more(row.no) }]));
  for (const { team, corp_name, corp_code, pay } of workers) {
    for (const name of [team, ...pay.map((line) => line.team_now ?? line.team)]) {
      if (name !== '' && !teams.has(name)) teams.set(name, { name, no: null, corp_name, corp_code, said: UNSAID, was: [] });
    }
  }
  return [...teams.values()];
}

function byPerson<Row extends { readonly person_id: string | null }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const own = found.get(row.person_id ?? '');
    if (own === undefined) found.set(row.person_id ?? '', [row]);
    else own.push(row);
  }
  return found;
}

interface Opened {
  readonly identities: ReadonlyMap<string, string>;
  /** By kind and key. */
  readonly sayings: ReadonlyMap<string, HeldSaying>;
  readonly corps: ReadonlyMap<string, Said>;
  /** What the roster keeps of a person. */
  readonly known: (personId: string) => { readonly phone: string | null; readonly card: string | null };
}

/** Opens what is enciphered, under the vault's own role, for one project only. Files stay closed: only their numbers are known here. */
async function openedOf(
  store: Store,
  vault: Vault,
  projectId: string,
  held: { readonly people: readonly PersonRow[]; readonly parties: readonly PartyRow[] },
): Promise<Opened> {
  return store.reading({ role: 'app_vault' }, async (tx) => {
    const records = await tx.query<KeptRecord>(
      `select id, kind, key, person_id, record, cipher from prevention.real_name_record
       where project_id = $1 and kind in ('project','party','team','worker','entry','contract','training','trained') and superseded_at is null order by happened_on, id`,
      [projectId],
    );
    const persons = new Set([...held.people.map((person) => person.person_id), ...records.flatMap((row) => row.person_id ?? [])]);
    const files = await filesByRecord(tx, projectId);
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
    const ofStay = new Map(stays.map((row) => [row.person_id, row]));
    const corps = await tx.query<{ enterprise_id: string; record: Said; cipher: Buffer | null }>(
      'select enterprise_id, record, cipher from prevention.real_name_corp where enterprise_id = any($1::bigint[])',
      [held.parties.map((party) => party.enterprise_id)],
    );
    return {
      identities: await identitiesOf(tx, vault, [...persons]),
      sayings: new Map(
        records.map((row) => [
          `${row.kind} ${row.key}`,
          { key: row.key, person_id: row.person_id, open: row.record, hidden: hiddenOf(vault, row), files: files.get(`${row.kind} ${row.key}`) ?? NO_FILES },
        ]),
      ),
      corps: new Map(corps.map((row) => [row.enterprise_id, { ...row.record, ...hiddenOfCorp(vault, row) }])),
      known: (personId) => {
        const row = ofStay.get(personId);
        const open = (cipher: Buffer | null | undefined, index: Buffer | null | undefined, what: string): string | null =>
          cipher === null || cipher === undefined ? null : vault.decrypt(cipher, `roster.${what}:${index?.toString('hex')}`);
        return { phone: open(row?.phone_cipher, row?.phone_index, 'phone'), card: open(row?.card_cipher, row?.card_index, 'card') };
      },
    };
  });
}

/** Of each field the files that came last: an update with papers replaces the papers. */
async function filesByRecord(tx: Tx, projectId: string): Promise<ReadonlyMap<string, FilesOf>> {
  const rows = await tx.query<{ kind: string; key: string; field: string; ids: string[] }>(
    `select kind, key, field, array_agg(id::text order by id) as ids from (
       select *, max(import_id) over (partition by kind, key, field) as latest from prevention.real_name_file where project_id = $1 and kind not in ('punch','payroll')) f
     where import_id is not distinct from latest group by 1, 2, 3`,
    [projectId],
  );
  const found = new Map<string, Map<string, readonly string[]>>();
  for (const { kind, key, field, ids } of rows) {
    const name = `${kind} ${key}`;
    found.set(name, (found.get(name) ?? new Map<string, readonly string[]>()).set(field, ids));
  }
  return found;
}
