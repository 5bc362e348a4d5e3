import {
  findMethod,
  METHODS,
  parseData,
  readEnvelope,
  readFaults,
  type Reading,
  readMessage,
  readResult,
  readTimestamp,
  readVerdict,
} from '#modules/prevention/real-name/domain/index.ts';
import type { Chance } from '../../../src/apps/simulate/random.ts';
import type { FuzzTarget, Verdict } from '../fuzz.ts';
import { type Json, mutateJson, mutateText, NASTY } from '../mutate.ts';

const WORDS = [
  ...NASTY,
  '01',
  '02',
  '1E+4',
  '2026-11-22',
  '2026-11-22 07:02:04.123',
  '9999-12-31',
  '0000-00-00',
  'data:image/png;base64,iVBORw0KGgoA',
  '/9j/AAAA',
  'http://127.0.0.1/x',
  '11010519491231002X',
  '3715260101',
  '\u0000',
  '__proto__',
  'idCardtype',
];
const WHO = { idCardType: '01', idCardNumber: '11010519491231002X' };
const CORP = { projectCode: '45010020261122001', corpCode: '91350100M000100Y43', corpName: '示例建设有限公司' };
const FILE = { name: 'a.pdf', data: 'JVBERi0x' };

const WORKER = {
  workerName: '张三',
  isTeamLeader: 0,
  ...WHO,
  workType: '020',
  workRole: 20,
  nation: '汉',
  address: '某村',
  headImage: '/9j/AAAA',
  politicsType: '13',
  cellPhone: '13800000000',
  cultureLevelType: '02',
  grantOrg: '公安局',
  payRollBankCardNumber: '6222020200112233445',
};
const LINE = {
  ...WHO,
  days: 26,
  workHours: '208.00',
  payRollBankCardNumber: '6222020200112233445',
  payRollBankCode: '102',
  payRollBankName: '工行',
  payBankCardNumber: '15001234567890',
  payBankCode: '103',
  payBankName: '农行',
  totalPayAmount: 7800.1,
  actualAmount: '7800.10',
  isBackPay: 1,
  balanceDate: '2026-11-15',
  backPayMonth: '2026-08',
  thirdPayRollCode: 'T1',
};
const PROJECT = {
  contractorCorpCode: CORP.corpCode,
  contractorCorpName: CORP.corpName,
  name: '某项目',
  category: '01',
  areaCode: '450100',
  prjStatus: '003',
  thirdPartyProjectCode: 'T',
  builderLicenses: [{ prjName: '某项目', builderLicenseNum: 'X1' }],
};

/** A sound message of every change, and of some queries. */
export const SOUND: readonly { readonly method: string; readonly data: Json }[] = [
  { method: 'Corp.Upload', data: { ...CORP, areaCode: '450100', regCapital: '1E+4', webSite: 'www.example.cn' } },
  { method: 'Project.Add', data: PROJECT },
  { method: 'Project.Update', data: { ...PROJECT, projectCode: CORP.projectCode } },
  { method: 'Project.PartUpdate', data: { projectCode: CORP.projectCode, prjStatus: '003' } },
  {
    method: 'ProjectSubContractor.Add',
    data: { ...CORP, corpType: '006', entryTime: '2026-01-01', bankInfos: [{ bankCode: '102', bankName: '某支行', bankNumber: '15001234567890' }] },
  },
  { method: 'Team.Add', data: { ...CORP, teamName: '钢筋一班', entryTime: '2026-01-01', entryAttachments: [FILE] } },
  { method: 'Team.Update', data: { ...CORP, teamSysNo: '1500000001', teamName: '钢筋一班' } },
  { method: 'ProjectWorker.Add', data: { ...CORP, teamSysNo: 1500000001, teamName: '钢筋一班', workerList: [WORKER, WORKER] } },
  { method: 'ProjectWorker.Update', data: { ...CORP, teamSysNo: 1500000001, ...WORKER } },
  { method: 'WorkerEntryExit.Add', data: { ...CORP, teamSysNo: 1500000001, workerList: [{ ...WHO, date: '2026-11-01', type: 1 }] } },
  {
    method: 'WorkerContract.Add',
    data: {
      projectCode: CORP.projectCode,
      contractList: [{ ...CORP, ...WHO, contractPeriodType: 0, startDate: '2026-01-01', endDate: '2026-12-31', unitPrice: 12.5, attachments: [FILE] }],
    },
  },
  {
    method: 'WorkerAttendance.Add',
    data: {
      projectCode: CORP.projectCode,
      teamSysNo: 1500000001,
      dataList: [{ ...WHO, date: '2026-11-22 07:02:04', direction: '01', attendType: '001', lng: 116.2, lat: 36.8 }],
    },
  },
  { method: 'Payroll.Add', data: { ...CORP, teamSysNo: 1500000001, payMonth: '2026-10', detailList: [LINE] } },
  {
    method: 'ProjectTraining.Add',
    data: {
      projectCode: CORP.projectCode,
      trainingDate: '2026-11-01',
      trainingDuration: 2.5,
      trainingName: '教育',
      trainingTypeCode: '003001',
      workers: [{ ...WHO, isPass: 1, trainingScore: 90.5 }],
    },
  },
  { method: 'ProjectWorker.Query', data: { ...CORP, pageIndex: '0', pageSize: 50 } },
  { method: 'Payroll.Query', data: { ...CORP, payMonth: '2026-10-01' } },
];

const READING: Reading = {
  now: '2026-11-22 10:30:00',
  decipher: (text) => (/^[\x20-\x7e]{1,60}$/.test(text) ? text : null),
  allowsPlain: false,
  refusesUnknownCodes: false,
  defaults: new Map(),
  mayLack: new Set(),
};

interface Message {
  readonly method: string;
  /** The text of `data`. */
  readonly text: string;
}

function changed({ method, text }: Message, chance: Chance): Message {
  const kind = chance.next();
  if (kind < 0.05) return { method: chance.pick(METHODS).name, text };
  if (kind < 0.35) return { method, text: mutateText(text, chance, WORDS) };
  try {
    const data: Json = JSON.parse(text);
    return { method, text: JSON.stringify(mutateJson(data, chance, WORDS)) };
  } catch {
    return { method, text: mutateText(text, chance, WORDS) };
  }
}

/** Read, or refused in the grammar clients read; nothing that the database or a later step could stumble over gets through. */
function verdictOn({ method, text }: Message): Verdict {
  const known = findMethod(method);
  if (known === undefined) return { came: 'refused', why: 'method' };
  const data = parseData(text);
  if (data === undefined) return { came: 'refused', why: 'data' };
  const read = readMessage(known, data, READING);
  if (!read.ok) {
    const faults = readFaults(read.says);
    if (faults.length === 0 || faults.some((fault) => fault.message === '')) return { came: 'broken', says: read.says };
    return { came: 'refused', why: faults.map((fault) => `${fault.field} ${fault.message.replace(/\d+/g, '#')}`)[0] ?? '' };
  }
  const lists = known.fields.filter((field) => field.kind === 'list');
  for (const values of [read.values, ...lists.flatMap((field) => [...read.values.list(field.name)])]) {
    for (const [name, value] of values.scalars) {
      if (value === '' || value.includes('\u0000') || /\p{Surrogate}/u.test(value)) return { came: 'broken', says: `${name}: ${JSON.stringify(value)}` };
      if (/Amount|unitPrice/.test(name) && !/^-?\d{1,16}(\.\d{1,2})?$/.test(value)) return { came: 'broken', says: `${name}: ${value}` };
      if (name === 'idCardNumber' && !/^\d{17}[\dX]$/.test(value)) return { came: 'broken', says: `${name}: ${value}` };
    }
  }
  return { came: 'taken', why: `${known.name} ${[...read.values.scalars.keys()].join(' ')}`.slice(0, 60) };
}

const messages: FuzzTarget<Message> = {
  name: 'real-name-messages',
  seeds: SOUND.map(({ method, data }) => ({ method, text: JSON.stringify(data) })),
  mutate: changed,
  run: verdictOn,
  encode: (input) => JSON.stringify(input),
  decode: (line) => JSON.parse(line),
};

const FORM = {
  method: 'Team.Add',
  version: '1.0',
  appid: '45010020261122001',
  format: 'json',
  timestamp: '20261122103000',
  nonce: '5f2b7c9d1e3a4b6c',
  data: '{}',
  sign: '0'.repeat(64),
};

/** The envelope: what is let through has a key for the database and a clock that is one. */
const envelopes: FuzzTarget<string> = {
  name: 'real-name-envelopes',
  seeds: [new URLSearchParams(FORM).toString(), new URLSearchParams({ ...FORM, corpsign: 'AAAA', appsecret: 'x' }).toString()],
  mutate: (input, chance) => mutateText(input, chance, [...WORDS, '%', '%u4e00', '&&', '=', '&sign=', '&data=']),
  run(input) {
    const read = readEnvelope(new Map(new URLSearchParams(input)));
    if (!read.ok) return { came: 'refused', why: read.says.slice(0, 80) };
    const { timestamp, appid, nonce } = read.envelope;
    if (/[^\x20-\x7e]/.test(appid + nonce)) return { came: 'broken', says: appid };
    const clock = readTimestamp(timestamp, READING.now, 'lax24h');
    return clock === 'refused' ? { came: 'refused', why: 'clock' } : { came: 'taken', why: clock };
  },
  encode: (input) => JSON.stringify(input),
  decode: (line) => JSON.parse(line),
};

const ANSWERS = [
  '{"code":"0","message":"","data":{"requestSerialCode":"team-add-2026112210-1-0001"}}',
  '{"code":0,"message":null,"data":{"requestSerialCode":"a","status":"20","result":"{\\"teamSysNo\\":1500000001}"}}',
  '{"code":"0","message":"","data":{"requestSerialCode":"a","status":10,"result":"班组已存在,已存在班组编号为:1500161164"}}',
  '{"code":"-2","message":"签名校验错误","data":null}',
  '{"code":"0","rows":[{"idCardNumber":"x"}],"totalCount":1}',
];

/** Answers of other systems, as our uploader reads them: whatever they say, it knows what to do next. */
const answers: FuzzTarget<string> = {
  name: 'real-name-answers',
  seeds: ANSWERS,
  mutate: (input, chance) => mutateText(input, chance, [...WORDS, '"code"', '"data":', '"status":', '"result":', '-5', '9999', '37152619900307123X']),
  run(input) {
    const verdict = readVerdict({ is: 'answer', status: 200, text: input });
    if (verdict.is === 'unknown') return { came: 'refused', why: verdict.says.slice(0, 40) };
    if ('says' in verdict && /(?<!\d)\d{17}[\dX](?!\d)/.test(verdict.says)) return { came: 'broken', says: 'an identity number is told' };
    if (verdict.is === 'accepted' && verdict.serial.length > 64) return { came: 'broken', says: 'serial' };
    if (verdict.is !== 'answered') return { came: 'taken', why: verdict.is };
    const result = readResult(verdict.data);
    return { came: 'taken', why: `${result.is} ${result.is === 'done' ? result.teamNo !== null : ''}` };
  },
  encode: (input) => JSON.stringify(input),
  decode: (line) => JSON.parse(line),
};

export const targets = [messages, envelopes, answers] as const;
