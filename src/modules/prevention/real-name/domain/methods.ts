import { code, date, decimal, type Field, file, flag, image, integer, list, type Method, month, must, secret, text, time } from './field.ts';

const projectCode = must(text('projectCode', 32));
const corp = [text('corpCode', 18), text('corpName', 200)];
const mustCorp = corp.map(must);
const teamSysNo = integer('teamSysNo');
const who = [must(code('idCardType', 'idCardType')), must(secret('idCardNumber'))];
const whom = [code('idCardType', 'idCardType'), secret('idCardNumber')];
const attachments = (name: string, max: number) => list(name, max, [must(text('name', 200)), must(file('data', 1024))]);

const CORP: readonly Field[] = [
  ...mustCorp,
  code('corpType', 'registrationType'),
  text('licenseNum', 50),
  must(text('areaCode', 6)),
  text('address', 200),
  text('zipCode', 6),
  text('legalMan', 50),
  text('legalManDuty', 50),
  text('legalManProTitle', 50, { also: ['legaManProTitle'] }),
  code('legalManIDCardType', 'idCardType'),
  secret('legalManIDCardNumber', { max: 30 }),
  decimal('regCapital', 18, 4, { from: 0 }),
  decimal('factRegCapital', 18, 4, { from: 0 }),
  code('capitalCurrencyType', 'currency'),
  date('registerDate'),
  date('establishDate'),
  text('officePhone', 20),
  text('faxNumber', 20),
  text('linkman', 50),
  text('linkTel', 50, { also: ['linkPhone'] }),
  text('email', 100),
  text('webSite', 200),
  text('remark', 500),
];

const PROJECT: readonly Field[] = [
  text('contractorCorpCode', 18),
  text('contractorCorpName', 200),
  text('name', 200),
  text('description', 1000),
  code('category', 'category'),
  text('buildCorpName', 200),
  text('buildCorpCode', 18),
  list('builderLicenses', 50, [must(text('prjName', 255)), must(secret('builderLicenseNum'))]),
  secret('buildPlanNum'),
  secret('prjPlanNum'),
  text('areaCode', 12),
  decimal('invest', 18, 6, { from: 0 }),
  decimal('buildingArea', 18, 2, { from: 0 }),
  decimal('buildingLength', 18, 2, { from: 0 }),
  date('startDate'),
  date('completeDate'),
  text('linkman', 50),
  text('linkPhone', 50),
  code('prjStatus', 'projectStatus', { closed: true }),
  decimal('lat', 18, 15, { from: -90, to: 90 }),
  decimal('lng', 18, 15, { from: -180, to: 180 }),
  text('address', 200),
  text('approvalNum', 50),
  code('approvalLevelNum', 'approvalLevel'),
  code('prjSize', 'projectSize'),
  code('propertyNum', 'property'),
  code('functionNum', 'function'),
  text('nationNum', 3),
  text('thirdPartyProjectCode', 50),
];

/** The same fields, some of them not to be left out. */
function needing(fields: readonly Field[], names: readonly string[]): readonly Field[] {
  return fields.map((one) => (names.includes(one.name) ? must(one) : one));
}

const PARTY: readonly Field[] = [
  projectCode,
  ...mustCorp,
  must(code('corpType', 'partyType')),
  time('entryTime'),
  time('exitTime', { past: '最晚为当前时间!' }),
  list('bankInfos', 20, [must(code('bankCode', 'bank')), must(text('bankName', 50)), must(secret('bankNumber', { max: 30 })), text('bankLinkNumber', 30)]),
  text('pmName', 50),
  code('pmIDCardType', 'idCardType'),
  secret('pmIDCardNumber'),
  text('pmPhone', 50),
];

const TEAM: readonly Field[] = [
  text('responsiblePersonName', 50),
  text('responsiblePersonPhone', 50),
  code('responsiblePersonIDCardType', 'idCardType'),
  secret('responsiblePersonIDNumber'),
  text('remark', 200),
  date('entryTime'),
  date('exitTime', { past: '最晚为当前时间!' }),
  attachments('entryAttachments', 5),
  attachments('exitAttachments', 5),
];

const WORKER: readonly Field[] = [
  text('workerName', 50),
  flag('isTeamLeader'),
  ...who,
  code('workType', 'workType'),
  code('workRole', 'workRole'),
  date('issueCardDate'),
  image('issueCardPic', 50),
  text('cardNumber', 30),
  secret('payRollBankCardNumber'),
  text('payRollBankName', 50),
  text('payRollTopBankName', 50),
  text('bankLinkNumber', 30),
  code('payRollTopBankCode', 'bank'),
  flag('hasBuyInsurance'),
  text('nation', 10),
  text('address', 200),
  image('headImage', 50),
  code('politicsType', 'politicsType'),
  flag('isJoined'),
  date('joinedTime'),
  text('cellPhone', 20),
  code('cultureLevelType', 'cultureLevelType'),
  text('specialty', 200),
  flag('hasBadMedicalHistory'),
  text('urgentLinkMan', 50),
  text('urgentLinkManPhone', 50),
  date('workDate'),
  code('maritalStatus', 'maritalStatus'),
  text('grantOrg', 50),
  image('positiveIDCardImage', 500),
  image('negativeIDCardImage', 500),
  date('startDate'),
  date('expiryDate'),
  // 性别 follows from the number of the certificate; what was sent is only kept.
  text('gender', 10),
  // 金华 sends these inside each worker.
  teamSysNo,
  text('headImageSuffix', 10),
  text('cardDate', 50),
  date('inDate', { past: '不能大于当天!' }),
  date('outDate', { past: '不能大于当天!' }),
];
const NEW_WORKER = [
  'workerName',
  'isTeamLeader',
  'workType',
  'workRole',
  'nation',
  'address',
  'headImage',
  'politicsType',
  'cellPhone',
  'cultureLevelType',
  'grantOrg',
];

function change(name: string, prefix: string, fields: readonly Field[], more: { readonly ofProject?: boolean; readonly flat?: string } = {}): Method {
  return { name, kind: 'change', prefix, ofProject: more.ofProject ?? true, paged: false, fields, ...(more.flat !== undefined && { flat: more.flat }) };
}

function query(name: string, fields: readonly Field[], more: { readonly ofProject?: boolean; readonly paged?: boolean } = {}): Method {
  const paged = more.paged ?? true;
  return {
    name,
    kind: 'query',
    prefix: '',
    ofProject: more.ofProject ?? true,
    paged,
    fields: paged ? [...fields, integer('pageIndex'), integer('pageSize')] : fields,
  };
}

const conduct = (name: string): Method => query(name, [...corp, text('projectCode', 32), text('creditType', 20), ...whom], { ofProject: false });

/** All calls of the national interface, with the two a place has added. */
export const METHODS: readonly Method[] = [
  change('Corp.Upload', 'corp-upload', CORP, { ofProject: false }),
  query('Corp.Query', corp, { ofProject: false }),
  query('CorpCredential.Query', corp, { ofProject: false }),
  ...['CorpBadRecord.Query', 'CorpGoodRecord.Query', 'CorpBlackList.Query'].map(conduct),
  change(
    'Project.Add',
    'project-add',
    needing(PROJECT, ['contractorCorpCode', 'contractorCorpName', 'name', 'category', 'areaCode', 'prjStatus', 'thirdPartyProjectCode', 'builderLicenses']),
    { ofProject: false },
  ),
  change('Project.Update', 'project-update', [
    projectCode,
    ...needing(PROJECT, ['name', 'category', 'areaCode', 'prjStatus', 'thirdPartyProjectCode', 'builderLicenses']),
  ]),
  change('Project.PartUpdate', 'project-partupdate', [projectCode, ...PROJECT]),
  query('Project.Query', [text('projectCode', 32), text('contractorCorpCode', 18), text('contractorCorpName', 200), text('thirdPartyProjectCode', 50)], {
    ofProject: false,
  }),
  change('ProjectSubContractor.Add', 'subcontractor-add', PARTY),
  change('ProjectSubContractor.Update', 'subcontractor-update', PARTY),
  query('ProjectSubContractor.Query', [projectCode, ...corp]),
  change('Team.Add', 'team-add', [projectCode, ...mustCorp, must(text('teamName', 100)), ...TEAM]),
  change('Team.Update', 'team-update', [text('projectCode', 32), ...corp, must(teamSysNo), must(text('teamName', 100)), ...TEAM]),
  query('Team.Query', [projectCode, teamSysNo, text('teamName', 100), ...corp]),
  change('ProjectWorker.Add', 'projectworker-add', [
    projectCode,
    ...mustCorp,
    must(teamSysNo),
    must(text('teamName', 100)),
    must(list('workerList', 5, needing(WORKER, NEW_WORKER))),
  ]),
  change(
    'ProjectWorker.Update',
    'projectworker-update',
    [projectCode, ...mustCorp, must(teamSysNo), text('teamName', 100), must(list('workerList', 5, needing(WORKER, ['workerName', 'workType'])))],
    { flat: 'workerList' },
  ),
  query('ProjectWorker.Query', [projectCode, ...corp, teamSysNo, ...whom]),
  query('Worker.Query', who, { ofProject: false, paged: false }),
  ...['WorkerCredential.Query', 'WorkerBadRecord.Query', 'WorkerGoodRecord.Query', 'WorkerBlackList.Query'].map(conduct),
  change('WorkerEntryExit.Add', 'workerentryexit-add', [
    projectCode,
    ...mustCorp,
    must(teamSysNo),
    must(
      list('workerList', 50, [
        ...who,
        must(date('date', { past: '不能大于当天!' })),
        must(code('type', 'entryExitType', { closed: true })),
        file('voucher', 50),
      ]),
    ),
  ]),
  query('WorkerEntryExit.Query', [projectCode, ...corp, teamSysNo, ...whom]),
  change('WorkerContract.Add', 'workercontract-add', [
    projectCode,
    must(
      list('contractList', 5, [
        ...mustCorp,
        ...who,
        must(code('contractPeriodType', 'contractPeriodType', { closed: true })),
        must(date('startDate')),
        must(date('endDate')),
        code('unit', 'unit'),
        decimal('unitPrice', 18, 2, { from: 0 }),
        attachments('attachments', 2),
      ]),
    ),
  ]),
  query('WorkerContract.Query', [projectCode, ...corp, ...whom]),
  change('WorkerAttendance.Add', 'workerattendance-add', [
    projectCode,
    must(teamSysNo),
    must(
      list('dataList', 20, [
        ...who,
        must(time('date')),
        must(code('direction', 'direction', { closed: true })),
        file('image', 50),
        text('channel', 50),
        code('attendType', 'attendType'),
        decimal('lng', 18, 15, { from: -180, to: 180 }),
        decimal('lat', 18, 15, { from: -90, to: 90 }),
      ]),
    ),
  ]),
  query('WorkerAttendance.Query', [projectCode, must(date('date')), teamSysNo, ...whom]),
  change('Payroll.Add', 'payroll-add', [
    projectCode,
    ...mustCorp,
    must(teamSysNo),
    must(month('payMonth', { past: '不能大于今天!' })),
    attachments('attachments', 5),
    must(
      list('detailList', 20, [
        ...who,
        integer('days', { from: 0, to: 31 }),
        decimal('workHours', 5, 2, { from: 0 }),
        must(secret('payRollBankCardNumber')),
        must(code('payRollBankCode', 'bank')),
        must(text('payRollBankName', 50)),
        must(secret('payBankCardNumber')),
        must(code('payBankCode', 'bank')),
        must(text('payBankName', 50)),
        must(decimal('totalPayAmount', 16, 2, { from: 0 })),
        must(decimal('actualAmount', 16, 2, { from: 0 })),
        must(flag('isBackPay')),
        must(date('balanceDate', { past: '发放日期不能大于今天' })),
        month('backPayMonth', { past: '不能大于今天!' }),
        must(text('thirdPayRollCode', 50)),
      ]),
    ),
  ]),
  query('Payroll.Query', [projectCode, must(month('payMonth')), ...corp, teamSysNo, text('payrollCode', 50), ...whom]),
  change('ProjectTraining.Add', 'projecttraining-add', [
    projectCode,
    must(date('trainingDate', { past: '不能大于当天!' })),
    must(decimal('trainingDuration', 6, 2, { from: 0 })),
    must(text('trainingName', 200)),
    must(code('trainingTypeCode', 'trainingType')),
    text('trainer', 50),
    text('trainingOrg', 200),
    text('trainingAddress', 200, { also: ['trainingAddres'] }),
    text('description', 1000),
    attachments('attachments', 10),
    list('workers', 500, [...who, must(flag('isPass')), decimal('trainingScore', 4, 1, { from: 0, to: 100 })]),
  ]),
  query('ProjectTraining.Query', [projectCode, date('trainingDate'), text('typeCode', 10, { also: ['trainingTypeCode'] })]),
  query('AsyncHandleResult.Query', [must(text('requestSerialCode', 64))], { ofProject: false, paged: false }),
  query('CheckSign.Query', [], { ofProject: false, paged: false }),
  // 福建. What they carry is not known from any document: closed unless a place opens them.
  query('Attendance.Query', [text('projectCode', 32)], { ofProject: false }),
  change('TempExit.Add', 'tempexit-add', [text('projectCode', 32)], { ofProject: false }),
];

/** Named in the interface of one place; what they carry is not known, so they answer «not open». */
export const UNKNOWN_CONTENT: ReadonlySet<string> = new Set(['Attendance.Query', 'TempExit.Add']);

const BY_NAME: ReadonlyMap<string, Method> = new Map(METHODS.map((method) => [method.name.toLowerCase(), method]));

export function findMethod(name: string): Method | undefined {
  return BY_NAME.get(name.trim().toLowerCase());
}
