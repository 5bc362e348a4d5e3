import { bornOn, isMale, readIdentityNumber } from '#kernel/identifiers/index.ts';
import { type Answer, answered, codeOf, failed, nationOf, type Wire } from '../domain/index.ts';
import { cut, totalOf } from './queries-of-projects.ts';
import type { Asking, Rows } from './asking.ts';

const TOTAL = 'count(*) over ()::int as total';

type Said = Readonly<Record<string, string>>;

interface Counted {
  readonly total: number;
}

/** Persons of the project: registered by the protocol, or on the roster of a file. */
const PERSONS = `
  select coalesce(w.person_id, s.person_id) as person_id, w.id as record_id, w.record, coalesce(w.team_no, t.no) as team_no, coalesce(wt.name, s.team) as team, coalesce(e.name, se.name) as corp,
    coalesce(e.credit_code, se.credit_code) as corp_code, coalesce(w.record ->> 'workerName', s.name) as name, s.job, s.is_leader, s.entered_on, s.left_on, s.contract_from, s.card_bank
  from (select id, person_id, record, team_no, enterprise_id from prevention.real_name_record where project_id = $1 and kind = 'worker' and superseded_at is null) w
  full join (select distinct on (person_id) * from prevention.roster_entry where project_id = $1 and superseded_at is null order by person_id, entered_on desc) s on s.person_id = w.person_id
  left join prevention.team wt on wt.project_id = $1 and wt.no = w.team_no
  left join prevention.team_called t on t.project_id = $1 and t.name = s.team
  left join prevention.enterprise e on e.id = w.enterprise_id
  left join prevention.enterprise se on se.id = s.employer_enterprise_id`;

interface PersonRow extends Counted {
  readonly person_id: string;
  readonly record_id: string | null;
  readonly record: Said | null;
  readonly team_no: string | null;
  readonly team: string | null;
  readonly corp: string | null;
  readonly corp_code: string | null;
  readonly name: string;
  readonly job: string | null;
  readonly is_leader: boolean | null;
  readonly entered_on: string | null;
  readonly left_on: string | null;
  readonly contract_from: string | null;
  readonly card_bank: string | null;
}

export async function workerRows(asking: Asking): Promise<Rows> {
  const { project, values } = asking.order;
  const id = project?.id ?? '';
  const rows = await asking.read<PersonRow>(
    `select x.*, ${TOTAL} from (${PERSONS}) x
     where ($2::text is null or corp_code = $2) and ($3::text is null or corp = $3) and ($4::bigint is null or team_no = $4) and ($5::bigint is null or person_id = $5)
     order by person_id ${cut(asking)}`,
    [id, values.text('corpCode'), values.text('corpName'), values.text('teamSysNo'), await asking.person()],
  );
  const [identities, hidden] = [
    await asking.identities(rows.map((row) => row.person_id)),
    await asking.hidden(
      id,
      rows.map((row) => row.record_id),
    ),
  ];
  return {
    total: totalOf(rows),
    rows: rows.map((row) => {
      const said = row.record ?? {};
      return {
        projectCode: project?.code ?? '',
        corpCode: row.corp_code ?? '',
        corpName: row.corp ?? '',
        teamName: row.team ?? '',
        teamSysNo: row.team_no === null ? '' : Number(row.team_no),
        workerName: row.name,
        isTeamLeader: said['isTeamLeader'] ?? (row.is_leader === true ? '1' : '0'),
        idCardType: '01',
        idCardNumber: identities.get(row.person_id) ?? '',
        workType: said['workType'] ?? codeOf('workType', row.job) ?? '',
        workRole: said['workRole'] ?? '20',
        entryTime: row.entered_on ?? '',
        exitTime: row.left_on ?? '',
        entryAttachmentUrl: '',
        exitAttachmentUrl: '',
        issueCardDate: said['issueCardDate'] ?? '',
        issueCardPicUrl: '',
        cardNumber: hidden.get(row.record_id ?? '')?.['cardNumber'] ?? '',
        payRollBankCardNumber: asking.seal(hidden.get(row.record_id ?? '')?.['payRollBankCardNumber']),
        payRollBankName: said['payRollBankName'] ?? row.card_bank ?? '',
        payRollTopBankName: said['payRollTopBankName'] ?? '',
        bankLinkNumber: said['bankLinkNumber'] ?? '',
        payRollTopBankCode: said['payRollTopBankCode'] ?? '',
        hasContract: row.contract_from === null ? '0' : '1',
        hasBuyInsurance: said['hasBuyInsurance'] ?? '0',
      };
    }),
  };
}

/** One person's base record, of a project the app may see. */
export async function workerAnswer(asking: Asking): Promise<Answer> {
  const person = await asking.person();
  const [row] = await asking.read<{ id: string | null; project_id: string; record: Said | null; name: string; corp: string | null; job: string | null }>(
    `select w.id, p.id as project_id, w.record, coalesce(w.record ->> 'workerName', s.name) as name, e.name as corp, s.job from prevention.project p
     left join prevention.real_name_record w on w.project_id = p.id and w.kind = 'worker' and w.person_id = $1 and w.superseded_at is null
     left join lateral (select name, job, employer_enterprise_id from prevention.roster_entry r where r.project_id = p.id and r.person_id = $1 and r.superseded_at is null order by entered_on desc limit 1) s on true
     left join prevention.enterprise e on e.id = coalesce(w.enterprise_id, s.employer_enterprise_id)
     where ($2::bigint is null or p.id = $2) and (w.id is not null or s.name is not null) order by w.recorded_at desc nulls last limit 1`,
    [person ?? '0', asking.order.app.projectId],
  );
  const identity = asking.order.values.text('idCardNumber') ?? '';
  const read = readIdentityNumber(identity);
  if (row === undefined || !read.ok) return failed('-1', '[idCardNumber]没有找到对应的工人信息!');
  const hidden = row.id === null ? {} : ((await asking.hidden(row.project_id, [row.id])).get(row.id) ?? {});
  const said = row.record ?? {};
  const plain = [
    'nation',
    'politicsType',
    'isJoined',
    'joinedTime',
    'cultureLevelType',
    'specialty',
    'hasBadMedicalHistory',
    'workDate',
    'maritalStatus',
    'grantOrg',
    'startDate',
    'expiryDate',
  ];
  return answered({
    ...Object.fromEntries(plain.map((name) => [name, said[name] ?? ''])),
    nation: asking.order.profile.nationAsCode ? (codeOf('nation', nationOf(said['nation'] ?? '')) ?? said['nation'] ?? '') : (said['nation'] ?? ''),
    name: row.name,
    idCardType: '01',
    idCardNumber: asking.seal(identity),
    gender: isMale(read.number) ? '1' : '2',
    birthday: bornOn(read.number),
    birthPlaceCode: identity.slice(0, 6),
    address: hidden['address'] ?? '',
    headImageUrl: said['headImage'] ?? '',
    cellPhone: hidden['cellPhone'] ?? '',
    urgentLinkMan: hidden['urgentLinkMan'] ?? '',
    urgentLinkManPhone: hidden['urgentLinkManPhone'] ?? '',
    workTypeCode: said['workType'] ?? codeOf('workType', row.job) ?? '',
    workCorpName: row.corp ?? '',
    positiveIDCardImageUrl: '',
    negativeIDCardImageUrl: '',
  });
}

export async function entryRows(asking: Asking): Promise<Rows> {
  const { project, values } = asking.order;
  const rows = await asking.read<
    Counted & { person_id: string; on: string; type: string; team: string | null; team_no: string | null; corp: string | null; corp_code: string | null }
  >(
    `select x.*, t.no as team_no, e.name as corp, e.credit_code as corp_code, ${TOTAL} from (
       select person_id, entered_on as on, '1' as type, team, employer_enterprise_id from prevention.roster_entry where project_id = $1 and superseded_at is null
       union all select person_id, left_on, '0', team, employer_enterprise_id from prevention.roster_entry where project_id = $1 and superseded_at is null and left_on is not null) x
     left join prevention.team_called t on t.project_id = $1 and t.name = x.team left join prevention.enterprise e on e.id = x.employer_enterprise_id
     where ($2::bigint is null or person_id = $2) and ($3::bigint is null or t.no = $3) and ($4::text is null or e.credit_code = $4) and ($5::text is null or e.name = $5)
     order by x.on, person_id, type desc ${cut(asking)}`,
    [project?.id, await asking.person(), values.text('teamSysNo'), values.text('corpCode'), values.text('corpName')],
  );
  const identities = await asking.identities(rows.map((row) => row.person_id));
  return {
    total: totalOf(rows),
    rows: rows.map((row) => ({
      projectCode: project?.code ?? '',
      corpCode: row.corp_code ?? '',
      corpName: row.corp ?? '',
      teamSysNo: row.team_no === null ? '' : Number(row.team_no),
      teamName: row.team ?? '',
      idCardType: '01',
      idCardNumber: identities.get(row.person_id) ?? '',
      date: row.on,
      type: row.type,
      voucher: '',
    })),
  };
}

/** Contracts as they were reported, whatever became of the stay, and those the roster alone knows. */
export async function contractRows(asking: Asking): Promise<Rows> {
  const { project, values } = asking.order;
  const rows = await asking.read<
    Counted & { person_id: string; from: string; until: string | null; corp: string | null; corp_code: string | null; record: Said | null }
  >(
    `select x.*, ${TOTAL} from (
       select c.person_id, c.record ->> 'startDate' as from, c.record ->> 'endDate' as until, coalesce(e.name, c.record ->> 'corpName') as corp,
         coalesce(e.credit_code, c.record ->> 'corpCode') as corp_code, c.record
       from prevention.real_name_record c left join lateral (select employer_enterprise_id from prevention.roster_entry s where s.project_id = c.project_id and s.person_id = c.person_id
         and s.superseded_at is null and s.contract_from::text = c.record ->> 'startDate' limit 1) s on true left join prevention.enterprise e on e.id = s.employer_enterprise_id
       where c.project_id = $1 and c.kind = 'contract' and c.superseded_at is null
       union all
       select s.person_id, s.contract_from::text, s.contract_until::text, e.name, e.credit_code, null from prevention.roster_entry s left join prevention.enterprise e on e.id = s.employer_enterprise_id
       where s.project_id = $1 and s.superseded_at is null and s.contract_from is not null and not exists (select from prevention.real_name_record c
         where c.project_id = s.project_id and c.kind = 'contract' and c.key = s.person_id || ':' || s.contract_from and c.superseded_at is null)) x
     where ($2::bigint is null or person_id = $2) and ($3::text is null or corp_code = $3) and ($4::text is null or corp = $4)
     order by x.from, person_id ${cut(asking)}`,
    [project?.id, await asking.person(), values.text('corpCode'), values.text('corpName')],
  );
  const identities = await asking.identities(rows.map((row) => row.person_id));
  return {
    total: totalOf(rows),
    rows: rows.map((row) => ({
      contractPeriodType: row.until === null ? '1' : '0',
      unit: '',
      unitPrice: '',
      ...row.record,
      projectCode: project?.code ?? '',
      corpCode: row.corp_code ?? '',
      corpName: row.corp ?? '',
      idCardType: '01',
      idCardNumber: identities.get(row.person_id) ?? '',
      startDate: row.from,
      endDate: row.until ?? '',
    })),
  };
}

export async function attendanceRows(asking: Asking): Promise<Rows> {
  const { project, values } = asking.order;
  const on = values.text('date') ?? '';
  const rows = await asking.read<
    Counted & {
      person_id: string;
      at: string;
      direction: string;
      device: string;
      source: string;
      team: string | null;
      team_no: string | null;
      record: Said | null;
    }
  >(
    `select k.person_id, to_char(k.happened_at, 'YYYY-MM-DD HH24:MI:SS') as at, k.direction, k.device, k.source, coalesce(t.name, s.team) as team, coalesce(w.team_no, t2.no) as team_no, d.record, ${TOTAL}
     from prevention.punch k
     left join prevention.real_name_record w on w.project_id = k.project_id and w.kind = 'worker' and w.key = k.person_id::text and w.superseded_at is null
     left join prevention.team t on t.project_id = k.project_id and t.no = w.team_no
     left join lateral (select team from prevention.roster_entry r where r.project_id = k.project_id and r.person_id = k.person_id and r.superseded_at is null order by entered_on desc limit 1) s on true
     left join prevention.team_called t2 on t2.project_id = $1 and t2.name = s.team
     left join prevention.real_name_record d on d.project_id = k.project_id and d.kind = 'punch' and d.key = k.person_id || ':' || to_char(k.happened_at, 'YYYY-MM-DD HH24:MI:SS') and d.superseded_at is null
     where k.project_id = $1 and k.month = date_trunc('month', $2::date)::date and k.happened_at >= $2::date and k.happened_at < $2::date + 1
       and ($3::bigint is null or k.person_id = $3) and ($4::bigint is null or coalesce(w.team_no, t2.no) = $4)
     order by k.happened_at, k.person_id ${cut(asking)}`,
    [project?.id, on, await asking.person(), values.text('teamSysNo')],
  );
  const identities = await asking.identities(rows.map((row) => row.person_id));
  return {
    total: totalOf(rows),
    rows: rows.map((row) => ({
      projectCode: project?.code ?? '',
      teamSysNo: row.team_no === null ? '' : Number(row.team_no),
      teamName: row.team ?? '',
      idCardType: '01',
      idCardNumber: identities.get(row.person_id) ?? '',
      date: row.at,
      direction: row.direction === 'out' ? '02' : '01',
      imageUrl: '',
      channel: row.device,
      attendType: row.record === null ? (row.source === 'gate' ? '001' : '011') : (row.record['attendType'] ?? ''),
      lng: row.record?.['lng'] ?? '',
      lat: row.record?.['lat'] ?? '',
    })),
  };
}

/** One object for the month, the lines of all its payrolls in one list. */
export async function payrollAnswer(asking: Asking): Promise<Answer> {
  const { project, values } = asking.order;
  const id = project?.id ?? '';
  const payMonth = values.text('payMonth') ?? '';
  const rows = await asking.read<{
    person_id: string;
    name: string;
    month: string;
    team: string;
    team_no: string | null;
    item: string;
    due: string;
    net: string;
    work_days: string | null;
    pay_date: string | null;
    card_bank: string | null;
    record_id: string | null;
    record: Said | null;
  }>(
    `select l.person_id, l.name, to_char(l.month, 'YYYY-MM') as month, l.team, t.no as team_no, l.item, l.due_fen as due, l.net_fen as net, l.work_days, l.pay_date, l.card_bank, d.id as record_id, d.record
     from prevention.payroll_line l left join prevention.team_called t on t.project_id = $1 and t.name = l.team
     left join prevention.enterprise e on e.id = l.employer_enterprise_id
     left join prevention.real_name_record d on d.project_id = l.project_id and d.kind = 'payroll-line' and d.superseded_at is null
       and d.key = l.person_id || ':' || to_char(l.month, 'YYYY-MM') || ':' || t.no || ':' || l.item
     where l.project_id = $1 and l.superseded_at is null and (d.record ->> 'payMonth' = $2 or d.id is null and l.month = ($2 || '-01')::date)
       and ($3::text is null or e.credit_code = $3 or e.name = $4) and ($4::text is null or e.name = $4) and ($5::bigint is null or t.no = $5)
       and ($6::text is null or d.record ->> 'payrollCode' = $6) and ($7::bigint is null or l.person_id = $7)
     order by l.person_id, l.month limit 5000`,
    [id, payMonth, values.text('corpCode'), values.text('corpName'), values.text('teamSysNo'), values.text('payrollCode'), await asking.person()],
  );
  const identities = await asking.identities(rows.map((row) => row.person_id));
  const hidden = await asking.hidden(
    id,
    rows.map((row) => row.record_id),
  );
  const lines: readonly Wire[] = rows.map((row) => {
    const said = row.record ?? {};
    const kept = hidden.get(row.record_id ?? '') ?? {};
    return {
      workerName: row.name,
      teamName: row.team,
      idCardType: '01',
      idCardNumber: identities.get(row.person_id) ?? '',
      days: said['days'] ?? row.work_days ?? '',
      workHours: said['workHours'] ?? '',
      payRollBankCardNumber: asking.seal(kept['payRollBankCardNumber']),
      payRollBankCode: said['payRollBankCode'] ?? '',
      payRollBankName: said['payRollBankName'] ?? row.card_bank ?? '',
      payBankCardNumber: asking.seal(kept['payBankCardNumber']),
      payBankCode: said['payBankCode'] ?? '',
      payBankName: said['payBankName'] ?? '',
      totalPayAmount: yuanOf(row.due),
      actualAmount: yuanOf(row.net),
      isBackPay: said['isBackPay'] ?? '0',
      balanceDate: row.pay_date ?? '',
      backPayMonth: said['backPayMonth'] ?? '',
      thirdPayRollCode: said['thirdPayRollCode'] ?? '',
      payrollCode: said['payrollCode'] ?? '',
    };
  });
  return answered({
    projectCode: project?.code ?? '',
    corpCode: values.text('corpCode') ?? '',
    corpName: values.text('corpName') ?? '',
    teamSysNo: values.text('teamSysNo') ?? (rows[0]?.team_no === null || rows[0] === undefined ? '' : Number(rows[0].team_no)),
    payMonth,
    attachments: [],
    detailList: lines,
  });
}

export function yuanOf(fenText: string): string {
  const digits = fenText.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export async function trainingRows(asking: Asking): Promise<Rows> {
  const { project, values } = asking.order;
  const rows = await asking.read<Counted & { key: string; record: Said }>(
    `select key, record, ${TOTAL} from prevention.real_name_record
     where project_id = $1 and kind = 'training' and superseded_at is null and ($2::date is null or happened_on = $2) and ($3::text is null or record ->> 'trainingTypeCode' = $3)
     order by happened_on, id ${cut(asking)}`,
    [project?.id, values.text('trainingDate'), values.text('typeCode')],
  );
  const trained = await asking.read<{ person_id: string; training: string; record: Said }>(
    `select person_id, substr(key, strpos(key, ':') + 1) as training, record from prevention.real_name_record
     where project_id = $1 and kind = 'trained' and superseded_at is null and substr(key, strpos(key, ':') + 1) = any($2)`,
    [project?.id, rows.map((row) => row.key)],
  );
  const identities = await asking.identities(trained.map((row) => row.person_id));
  return {
    total: totalOf(rows),
    rows: rows.map((row) => ({
      projectCode: project?.code ?? '',
      ...row.record,
      workers: trained
        .filter((one) => one.training === row.key)
        .map((one) => ({
          idCardType: '01',
          idCardNumber: identities.get(one.person_id) ?? '',
          isPass: one.record['isPass'] ?? '0',
          trainingScore: one.record['trainingScore'] ?? '',
        })),
    })),
  };
}
