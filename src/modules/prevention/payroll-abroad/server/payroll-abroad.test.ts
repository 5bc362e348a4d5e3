import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDate, civilMonth } from '#kernel/civil-date.ts';
import { fixedClock } from '#platform/clock.ts';
import { openSheets } from '#platform/exchange/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import { days, recordsIn } from '../../../../../test/support/records.ts';
import type { Sender } from '../../imports/server/index.ts';
import { type AbroadFormat, faultsOfQatarSif, faultsOfUaeSif } from '../domain/index.ts';
import { faultsOfEcpr } from './ecpr-reader.ts';
import { type AbroadOrder, payrollAbroad, type PayrollAbroad } from './service.ts';

const BY: Sender = {
  accountId: '1',
  name: '李监察',
  role: 'inspector',
  regionCode: '371526',
  enterpriseId: null,
  scope: { role: 'app_official', region: '371526', accountId: '1' },
  permissions: [],
};
const AE = 'AE070331234567890123456';
const QA = 'QA58DOHB00001234567890ABCDEFG';

let db: FreshDatabase;
let abroad: PayrollAbroad;

beforeAll(async () => {
  db = await freshDatabase();
  const records = await recordsIn(db);
  await records.project(1);
  for (const person of [1, 2]) {
    await records.roster(1, person);
    await records.sheet(1, person, '2026-08', days(28, 31));
    await records.sheet(1, person, '2026-09', days(1, 4), [5]);
    await records.payroll(1, person, '2026-09', 5600, { due_fen: 660_000, advance_fen: 100_000, overtime_fen: 45_000, work_days: 4.5 });
  }
  await records.summarise(1, '2026-08');
  await records.summarise(1, '2026-09');
  abroad = payrollAbroad({ store: db.store, clock: fixedClock('2026-10-05', '11:07') });
});
afterAll(() => db.drop());

const HEADS: Readonly<Record<AbroadFormat, Record<string, string>>> = {
  'uae-sif': { currency: 'AED', employerId: '9103', employerRouting: '302210101' },
  'qatar-sif': { currency: 'QAR', employerEid: '12345678', payerEid: '12345678', payerBank: 'DOHB', payerIban: QA },
  'wh-347': {
    currency: 'USD',
    hoursPerDay: '8',
    role: 'prime',
    businessName: 'Example',
    businessAddress: '1 Main St',
    projectName: 'School',
    projectLocation: 'Fresno',
    contractNo: 'C-77',
    wageDetermination: 'CA1',
    payrollNo: '3',
    isFinal: 'no',
    officialName: 'Ann Doe',
    officialTitle: 'Manager',
    officialPhone: '555-010-0000',
    officialEmail: 'ann@example.org',
    signedOn: '2026-09-07',
  },
  ecpr: {
    currency: 'USD',
    hoursPerDay: '8',
    contractorName: 'Example',
    licenseType: 'CSLB',
    licenseNum: '1',
    pwcr: 'NA',
    fein: '123456789',
    street: '1 Main',
    city: 'Fresno',
    state: 'CA',
    zip: '93701',
    insuranceNum: 'W1',
    email: 'ann@example.org',
    projectId: '987654',
  },
};
const TABLES: Readonly<Record<AbroadFormat, string>> = {
  'uae-sif': `人员编号,employeeId,routing,account,leaveDays\n1,10003128177364,201234567,${AE},0\n2,10003128177365,201234567,${AE},1`,
  'qatar-sif': `人员编号,latinName,qid,bank,account,frequency\n1,ZHANG SAN,28012345671,QNBA,${QA},M\n2,LI SI,28012345672,QNBA,${QA},M`,
  'wh-347':
    '人员编号,lastName,firstName,ssnLast4,status,classification,rate,overtimeRate,overtime,fringeCredit,fringeCash,grossAllWork,taxes,fica,otherDeductions\n1,Zhang,San,1234,J,Carpenter,40,60,2026-09-03=2,5,0,3000,200,100,0\n2,Li,Si,1235,RA,Carpenter,40,60,,5,0,3000,200,100,0',
  ecpr: '人员编号,lastName,firstName,ssn,street,city,state,zip,exemptions,classification,rate,overtimeRate,overtime,grossAllWork,fedTax,checkNum\n1,Zhang,San & Co,900000001,2 Oak,Fresno,CA,93701,1,Carpenter,40,60,2026-09-03=2,3000,200,77\n2,Li,Si,900000002,2 Oak,Fresno,CA,93701,1,Carpenter,40,60,,3000,200,78',
};
const order = (format: AbroadFormat, more: Partial<AbroadOrder> = {}): AbroadOrder => ({
  format,
  projectId: '1',
  ...(format === 'uae-sif' || format === 'qatar-sif' ? { month: civilMonth('2026-09') } : { weekEnding: civilDate('2026-09-05') }),
  purpose: '报送当地主管部门',
  head: HEADS[format],
  workers: TABLES[format],
  ...more,
});

async function written(format: AbroadFormat) {
  const file = await abroad.write(BY, order(format));
  if (!file.ok) throw new Error(JSON.stringify(file.refusal));
  return file.value;
}

describe('从项目的记录写出各国的工资文件', () => {
  it.each([
    ['uae-sif', faultsOfUaeSif, /^EDR,10003128177364,201234567,AE07\d+,2026-09-01,2026-09-30,30,5150\.00,450\.00,0\r\nEVP/],
    ['qatar-sif', faultsOfQatarSif, /\r\n1,28012345671,,ZHANG SAN,QNBA,QA58\w+,M,4\.5,5600\.00,6150\.00,0\.00,450\.00,1000\.00,,\r\n/],
    ['ecpr', faultsOfEcpr, /<name id="SSN">San &amp; Co Zhang<\/name>.*<day id="7"><date>2026-09-05<\/date><straightTime>4\.00<\/straightTime>/],
  ] as const)('%s：独立的读法没有挑出毛病', async (format, faultsOf, content) => {
    const file = await written(format);
    const body = await text(file.content);
    expect(faultsOf(file.name, body)).toEqual([]);
    expect(body).toMatch(content);
  });

  it.each([
    ['九位 SSN', (xml: string) => xml.replace('<ssn>900000001', '<ssn>90000001'), 'ssn'],
    ['同一个人', (xml: string) => xml.replace('900000002', '900000001'), 'ssn'],
    ['七天之和', (xml: string) => xml.replace('<straightTime>4.00', '<straightTime>5.00'), 'totHrs straightTime'],
    ['净额', (xml: string) => xml.replace('<netWagePaidWeek>2800.00', '<netWagePaidWeek>2800.01'), 'net'],
    ['命名空间', (xml: string) => xml.replace('/PWCR/CPR"', '/PWCR/XXX"'), 'namespace'],
    ['不成 XML', (xml: string) => xml.replace('</employee>', ''), 'not well-formed'],
  ])('eCPR 的读法认得出改动：%s', async (_, change, fault) => {
    const file = await written('ecpr');
    expect(faultsOfEcpr(file.name, change(await text(file.content))).join()).toContain(fault);
  });

  it('WH-347：两行一人，周跨月，末页是六项声明', async () => {
    const file = await written('wh-347');
    const sheets = await openSheets(await buffer(file.content));
    const rows: (readonly unknown[])[] = [];
    for (const sheet of sheets) for await (const batch of sheet.rows) rows.push(...batch.map((row) => row.cells));
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Page 1', 'Statement of Compliance', '导出说明']);
    // Whose words the six statements are, and who took the file, stand in the file.
    const all = JSON.stringify(rows);
    for (const said of ['NOT THE OFFICIAL TEXT', '签署前必须对照官方现行表格', '"李监察"', '"报送当地主管部门"', '"2026-10-05 11:07"', '不随表报送'])
      expect(all).toContain(said);
    // Sunday 30 and Monday 31 August, four days and a half of September.
    expect(rows.find((row) => row[1] === 'Zhang')?.slice(7, 16)).toEqual(['ST', '8.00', '8.00', '8.00', '8.00', '8.00', '8.00', '4.00', '52.00']);
    expect(rows.filter((row) => /^[1-6]$/.test(String(row[0])) && row.length === 2)).toHaveLength(6);
  });

  it('缺什么说清是谁、哪一项，什么也不编', async () => {
    const refused = await abroad.write(BY, order('uae-sif', { workers: TABLES['uae-sif'].replace(AE, '') }));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'payroll-abroad-incomplete', fields: [{ path: '工人1 员工 IBAN 或账号' }] } });
  });

  it('考勤不按日的项目不给', async () => {
    const records = await recordsIn(db);
    await records.project(2);
    await records.payroll(2, 1, '2026-09', 5600);
    expect(await abroad.write(BY, order('uae-sif', { projectId: '2' }))).toMatchObject({ ok: false, refusal: { fields: [{ path: '工人1 考勤' }] } });
  });

  it('辖区外的项目没有；补充的号码不留在库里和审计里', async () => {
    expect(await abroad.write({ ...BY, scope: { role: 'app_official', region: '371522', accountId: '1' } }, order('uae-sif'))).toMatchObject({
      ok: false,
      refusal: { code: 'project-not-found' },
    });
    const acts = await db.owner<{ detail: unknown }>("select detail from audit.entry where action = 'payroll-abroad.written'");
    expect(acts.length).toBeGreaterThan(0);
    expect(JSON.stringify(acts)).not.toMatch(/AE07|900000001|28012345671/);
  });

  it('补充表写明每个人的编号，填好就能用', async () => {
    const form = await abroad.supplementForm(BY, order('qatar-sif'));
    if (!form.ok) throw new Error(form.refusal.says);
    const rows: (readonly unknown[])[] = [];
    for (const sheet of await openSheets(form.value.content)) for await (const batch of sheet.rows) rows.push(...batch.map((row) => row.cells));
    expect(rows[0]?.slice(0, 3)).toEqual(['人员编号', '姓名', '英文姓名']);
    expect(rows.slice(1).map((row) => row.slice(0, 2))).toEqual([
      ['1', '工人1'],
      ['2', '工人2'],
    ]);
  });
});
