import type { Wire } from '../domain/index.ts';
import type { Asking, Rows } from './asking.ts';

const TOTAL = 'count(*) over ()::int as total';

interface Counted {
  readonly total: number;
}

type Said = Readonly<Record<string, string>>;

/** `limit` and `offset` of a page. */
export function cut({ page }: Asking): string {
  return `limit ${page.pageSize} offset ${page.pageIndex * page.pageSize}`;
}

export function totalOf(rows: readonly Counted[]): number {
  return rows[0]?.total ?? 0;
}

function parsed(list: string | undefined): readonly Said[] {
  const value: unknown = list === undefined ? [] : JSON.parse(list);
  return Array.isArray(value) ? value : [];
}

export async function corpRows(asking: Asking): Promise<Rows> {
  const { values } = asking.order;
  const rows = await asking.read<Counted & { id: string; name: string; code: string | null; record: Said | null }>(
    `select e.id, e.name, coalesce(c.code, e.credit_code) as code, c.record, ${TOTAL}
     from prevention.enterprise e left join prevention.real_name_corp c on c.enterprise_id = e.id
     where ($1::text is not null or $2::text is not null) and ($1::text is null or e.credit_code = $1 or c.code = $1) and ($2::text is null or e.name = $2)
     order by e.id ${cut(asking)}`,
    [values.text('corpCode'), values.text('corpName')],
  );
  // Who may see what was said in the open of an enterprise may have the rest of it, enciphered where the protocol wants it.
  const hidden = await asking.hiddenOfCorps(rows.flatMap((row) => (row.record === null ? [] : [row.id])));
  return {
    total: totalOf(rows),
    rows: rows.map(({ id, name, code, record }) => {
      const { legalManIDCardNumber, ...plain } = hidden.get(id) ?? {};
      return { ...record, ...plain, legalManIDCardNumber: asking.seal(legalManIDCardNumber), corpCode: code ?? '', corpName: name };
    }),
  };
}

/** Fields of a project that only a message tells: absent ones go out empty. */
const TOLD_OF_PROJECT =
  'description category invest buildingArea buildingLength linkman lat lng address approvalNum approvalLevelNum prjSize propertyNum functionNum nationNum thirdPartyProjectCode'.split(
    ' ',
  );

export async function projectRows(asking: Asking): Promise<Rows> {
  const { app, values } = asking.order;
  const rows = await asking.read<
    Counted & { id: string; code: string; name: string; gc: string; gc_code: string | null; owner: string | null; owner_code: string | null } & {
      readonly region_code: string;
      readonly state: string;
      readonly started_on: string | null;
      readonly finish_due_on: string | null;
      readonly permit_no: string | null;
      readonly record_id: string | null;
      readonly record: Said | null;
    }
  >(
    `select p.id, coalesce(r.code, p.code) as code, p.name, p.region_code, p.state, p.started_on, p.finish_due_on, p.permit_no, g.name as gc, g.credit_code as gc_code,
       o.name as owner, o.credit_code as owner_code, d.id as record_id, d.record, ${TOTAL}
     from prevention.project p join prevention.enterprise g on g.id = p.gc_enterprise_id left join prevention.enterprise o on o.id = p.owner_enterprise_id
     left join prevention.real_name_project r on r.project_id = p.id
     left join prevention.real_name_record d on d.project_id = p.id and d.kind = 'project' and d.superseded_at is null
     where ($1::bigint is null or p.id = $1) and ($2::text is null or r.code = $2 or p.code = $2 or ($1::bigint = p.id and $2 = $6)) and ($3::text is null or g.credit_code = $3)
       and ($4::text is null or g.name = $4) and ($5::text is null or r.third_party_code = $5)
     order by p.id ${cut(asking)}`,
    [
      app.projectId,
      values.text('projectCode'),
      values.text('contractorCorpCode'),
      values.text('contractorCorpName'),
      values.text('thirdPartyProjectCode'),
      app.appid,
    ],
  );
  const shown: Wire[] = [];
  for (const row of rows) {
    const hidden = row.record_id === null ? {} : ((await asking.hidden(row.id, [row.record_id])).get(row.record_id) ?? {});
    const licenses = parsed(hidden['builderLicenses']);
    const known = licenses.length > 0 || row.permit_no === null ? licenses : [{ prjName: row.name, builderLicenseNum: row.permit_no }];
    shown.push({
      ...Object.fromEntries(TOLD_OF_PROJECT.map((name) => [name, ''])),
      ...row.record,
      ...(hidden['address'] !== undefined && { address: hidden['address'] }),
      projectCode: row.code,
      contractorCorpCode: row.gc_code ?? row.record?.['contractorCorpCode'] ?? '',
      contractorCorpName: row.gc,
      name: row.name,
      buildCorpCode: row.owner_code ?? row.record?.['buildCorpCode'] ?? '',
      buildCorpName: row.owner ?? '',
      builderLicenses: known.map((one) => ({ ...one, builderLicenseNum: asking.seal(one['builderLicenseNum']) })),
      buildPlanNum: asking.seal(hidden['buildPlanNum']),
      prjPlanNum: asking.seal(hidden['prjPlanNum']),
      linkPhone: hidden['linkPhone'] ?? '',
      areaCode: row.region_code.slice(0, 6).padEnd(6, '0'),
      startDate: row.started_on ?? '',
      completeDate: row.finish_due_on ?? '',
      prjStatus: { building: '003', paused: '005', finished: '004' }[row.state] ?? '003',
    });
  }
  return { total: totalOf(rows), rows: shown };
}

/** 参建单位类型 → part, as `partOf` has it, for a join with the record `d`. */
export const PART_OF_TYPE =
  "case d.record ->> 'corpType' when '008' then 'owner' when '009' then 'general-contractor' when '007' then 'supervisor' else 'subcontractor' end";

const CORP_TYPES: Readonly<Record<string, string>> = { owner: '008', 'general-contractor': '009', supervisor: '007', subcontractor: '001' };

export async function partyRows(asking: Asking): Promise<Rows> {
  const { project, values } = asking.order;
  const id = project?.id ?? '';
  const rows = await asking.read<Counted & { name: string; credit_code: string | null; part: string; record_id: string | null; record: Said | null }>(
    `select e.name, coalesce(e.credit_code, d.record ->> 'corpCode') as credit_code, y.part, d.id as record_id, d.record, ${TOTAL}
     from prevention.project_party y join prevention.enterprise e on e.id = y.enterprise_id
     left join prevention.real_name_record d on d.project_id = y.project_id and d.kind = 'party' and d.enterprise_id = y.enterprise_id and d.superseded_at is null and ${PART_OF_TYPE} = y.part
     where y.project_id = $1 and ($2::text is null or coalesce(e.credit_code, d.record ->> 'corpCode') = $2) and ($3::text is null or e.name = $3)
     order by y.enterprise_id, y.part ${cut(asking)}`,
    [id, values.text('corpCode'), values.text('corpName')],
  );
  const hidden = await asking.hidden(
    id,
    rows.map((row) => row.record_id),
  );
  return {
    total: totalOf(rows),
    rows: rows.map((row) => {
      const kept = hidden.get(row.record_id ?? '') ?? {};
      return {
        entryTime: '',
        exitTime: '',
        pmName: '',
        pmIDCardType: '',
        ...row.record,
        projectCode: project?.code ?? '',
        corpCode: row.credit_code ?? '',
        corpName: row.name,
        corpType: row.record?.['corpType'] ?? CORP_TYPES[row.part] ?? '012',
        pmIDCardNumber: asking.seal(kept['pmIDCardNumber']),
        pmPhone: kept['pmPhone'] ?? '',
        bankInfos: parsed(kept['bankInfos']).map((one) => ({ ...one, bankNumber: asking.seal(one['bankNumber']) })),
      };
    }),
  };
}

export async function teamRows(asking: Asking): Promise<Rows> {
  const { project, values } = asking.order;
  const id = project?.id ?? '';
  const rows = await asking.read<
    Counted & {
      no: string;
      name: string;
      corp: string;
      corp_code: string | null;
      record_id: string | null;
      record: Said | null;
      leader_id: string | null;
      leader_record: string | null;
      leader: string | null;
    }
  >(
    `select t.no, t.name, e.name as corp, coalesce(e.credit_code, d.record ->> 'corpCode') as corp_code, d.id as record_id, d.record,
       l.person_id as leader_id, l.id as leader_record, l.record ->> 'workerName' as leader, ${TOTAL}
     from prevention.team t join prevention.enterprise e on e.id = t.enterprise_id
     left join prevention.real_name_record d on d.project_id = t.project_id and d.kind = 'team' and d.key = t.no::text and d.superseded_at is null
     left join lateral (select w.id, w.person_id, w.record from prevention.real_name_record w where w.project_id = t.project_id and w.kind = 'worker' and w.team_no = t.no
       and w.record ->> 'isTeamLeader' = '1' and w.superseded_at is null order by w.id limit 1) l on true
     where t.project_id = $1 and ($2::bigint is null or t.no = $2) and ($3::text is null or t.name = $3) and ($4::text is null or e.credit_code = $4) and ($5::text is null or e.name = $5)
     order by t.no ${cut(asking)}`,
    [id, values.text('teamSysNo'), values.text('teamName'), values.text('corpCode'), values.text('corpName')],
  );
  const hidden = await asking.hidden(
    id,
    rows.flatMap((row) => [row.record_id, row.leader_record]),
  );
  const leaders = await asking.identities(rows.flatMap((row) => row.leader_id ?? []));
  return {
    total: totalOf(rows),
    rows: rows.map((row) => {
      const kept = hidden.get(row.record_id ?? '') ?? {};
      return {
        entryTime: '',
        exitTime: '',
        responsiblePersonName: '',
        responsiblePersonIDCardType: '01',
        ...row.record,
        projectCode: project?.code ?? '',
        teamSysNo: Number(row.no),
        teamName: row.name,
        corpCode: row.corp_code ?? '',
        corpName: row.corp,
        responsiblePersonPhone: kept['responsiblePersonPhone'] ?? '',
        responsiblePersonIDNumber: asking.seal(kept['responsiblePersonIDNumber']),
        teamLeaderName: row.leader ?? '',
        teamLeaderPhone: hidden.get(row.leader_record ?? '')?.['cellPhone'] ?? '',
        teamLeaderIDCardType: '01',
        teamLeaderIDNumber: leaders.get(row.leader_id ?? '') ?? '',
      };
    }),
  };
}
