import { createHash } from 'node:crypto';
import { codeOf, DICTIONARIES, nationOf, ofTeam, type Payload, type Profile, saidAgain, sealed } from '../domain/index.ts';
import type { HeldSaying, HeldWorker } from './holding.ts';
import { fieldsOf, type Message } from './messages-of-project.ts';
import { yuanOf } from './queries-of-people.ts';

/** Stages 5, 6, 7 and 9: the person, the stays, the contract, the pay. One message each, so that one fault stops one person. */
export function aboutWorker(worker: HeldWorker, projectCode: string, profile: Profile): readonly Message[] {
  const stays = worker.stays.flatMap((stay): readonly Message[] => [
    entry(worker, projectCode, stay.entered_on, '1'),
    ...(stay.left_on === null ? [] : [entry(worker, projectCode, stay.left_on, '0')]),
  ]);
  return [
    person(worker, projectCode, profile),
    ...stays,
    ...contracts(worker, projectCode),
    ...worker.pay.map((line) => payMessage(worker, line, projectCode)),
  ];
}

function corpOf(worker: HeldWorker): { readonly corpCode: string; readonly corpName: string } {
  return { corpCode: worker.corp_code ?? '', corpName: worker.corp_name };
}

/** Said inside a worker by one place's clients, and told by us with the team and the entries. */
const ELSEWHERE: ReadonlySet<string> = new Set(['teamSysNo', 'cardDate', 'inDate', 'outDate', 'gender', 'headImageSuffix']);

function person(worker: HeldWorker, projectCode: string, profile: Profile): Message {
  const { open, hidden, files } = worker.said;
  const fields = fieldsOf('ProjectWorker.Add', 'workerList').filter((field) => !ELSEWHERE.has(field.name));
  const said = saidAgain(fields, open, hidden, files);
  return {
    method: 'ProjectWorker.Add',
    key: `worker:${worker.person_id}`,
    payload: {
      projectCode,
      ...corpOf(worker),
      teamSysNo: ofTeam(worker.team),
      teamName: worker.team,
      workerList: [
        {
          address: '',
          headImage: '',
          ...said,
          workerName: worker.name,
          isTeamLeader: open['isTeamLeader'] ?? (worker.is_leader ? '1' : '0'),
          idCardType: '01',
          idCardNumber: sealed(worker.identity),
          workType: open['workType'] ?? codeOf('workType', worker.job) ?? '1000',
          workRole: open['workRole'] ?? '20',
          nation: nationFor(profile, open['nation'] ?? ''),
          cellPhone: worker.phone ?? '',
          payRollBankCardNumber: worker.card === null ? '' : sealed(worker.card),
          payRollBankName: open['payRollBankName'] ?? worker.card_bank ?? '',
          payRollTopBankCode: open['payRollTopBankCode'] ?? bankCode(worker.card_bank) ?? '',
        },
      ],
    },
  };
}

function nationFor(profile: Profile, nation: string): string {
  return profile.nationAsCode ? (codeOf('nation', nationOf(nation)) ?? nation) : nation;
}

function entry(worker: HeldWorker, projectCode: string, date: string, type: '0' | '1'): Message {
  const said = worker.entries.find((one) => one.key === `${worker.person_id}:${date}:${type}`);
  const papers = said === undefined ? {} : saidAgain(fieldsOf('WorkerEntryExit.Add', 'workerList'), said.open, said.hidden, said.files);
  return {
    method: 'WorkerEntryExit.Add',
    key: `entry:${worker.person_id}:${date}:${type}`,
    payload: {
      projectCode,
      ...corpOf(worker),
      teamSysNo: ofTeam(worker.team),
      workerList: [{ ...papers, idCardType: '01', idCardNumber: sealed(worker.identity), date, type }],
    },
  };
}

/** Those that were reported, each with its papers, and those the roster alone knows. */
function contracts(worker: HeldWorker, projectCode: string): readonly Message[] {
  const reported = worker.contracts.map((one) => contract(worker, projectCode, one.open['startDate'] ?? '', contractSaid(one)));
  const fromRoster = worker.stays
    .filter((stay) => stay.contract_from !== null && !worker.contracts.some((one) => one.open['startDate'] === stay.contract_from))
    .map((stay) =>
      contract(worker, projectCode, stay.contract_from ?? '', {
        contractPeriodType: stay.contract_until === null ? '1' : '0',
        endDate: stay.contract_until ?? '9999-12-31',
      }),
    );
  return [...new Map([...fromRoster, ...reported].map((message) => [message.key, message])).values()];
}

function contractSaid(one: HeldSaying): Readonly<Record<string, Payload>> {
  return saidAgain(fieldsOf('WorkerContract.Add', 'contractList'), one.open, one.hidden, one.files);
}

function contract(worker: HeldWorker, projectCode: string, startDate: string, said: Readonly<Record<string, Payload>>): Message {
  return {
    method: 'WorkerContract.Add',
    key: `contract:${worker.person_id}:${startDate}`,
    payload: { projectCode, contractList: [{ ...corpOf(worker), ...said, idCardType: '01', idCardNumber: sealed(worker.identity), startDate }] },
  };
}

/** `thirdPayRollCode` is the obligation's own name: by it the target is asked whether a line has arrived. */
export function payCode(projectId: string, personId: string, month: string, team: string, item: string): string {
  return `AX${projectId}-${personId}-${month.replace('-', '')}-${createHash('sha256').update(`${team}|${item}`).digest('hex').slice(0, 8)}`;
}

function payMessage(worker: HeldWorker, line: HeldWorker['pay'][number], projectCode: string): Message {
  const isBackPay = line.item !== 'wage';
  const code = payCode(line.project_id, worker.person_id, line.month, line.team, line.item);
  const { said } = line;
  return {
    method: 'Payroll.Add',
    key: `pay:${code}`,
    payload: {
      projectCode,
      ...corpOf(worker),
      teamSysNo: ofTeam(line.team === '' ? worker.team : (line.team_now ?? line.team)),
      payMonth: line.pay_month ?? line.month,
      detailList: [
        {
          idCardType: '01',
          idCardNumber: sealed(worker.identity),
          days: line.work_days === null ? '' : String(Math.round(Number(line.work_days))),
          workHours: said?.['workHours'] ?? '',
          payRollBankCardNumber: worker.card === null ? '' : sealed(worker.card),
          payRollBankCode: said?.['payRollBankCode'] ?? bankCode(line.card_bank ?? worker.card_bank) ?? '',
          payRollBankName: line.card_bank ?? worker.card_bank ?? '',
          payBankCardNumber: line.account_no === null ? '' : sealed(line.account_no),
          payBankCode: said?.['payBankCode'] ?? bankCode(line.account_bank) ?? '',
          payBankName: said?.['payBankName'] ?? line.account_bank ?? '',
          totalPayAmount: yuanOf(line.due),
          actualAmount: yuanOf(line.net),
          isBackPay: isBackPay ? '1' : '0',
          balanceDate: line.pay_date ?? line.made_on,
          ...(isBackPay && { backPayMonth: line.month }),
          thirdPayRollCode: code,
        },
      ],
    },
  };
}

/** `工商银行高唐支行` → 102: by the longest name of the table that stands in it, 中国 left out of both where a bank is known without. */
export function bankCode(name: string | null): string | null {
  if (name === null || name === '') return null;
  const plain = (text: string) => text.replace(/^中国(?!银行)/, '').replace(/股份有限公司|（.*?）|\(.*?\)/g, '');
  const found = [...DICTIONARIES.bank.words]
    .flatMap(([code, word]) => (plain(name).includes(plain(word)) ? [[code, plain(word).length] as const] : []))
    .toSorted((one, other) => other[1] - one[1]);
  return found[0]?.[0] ?? null;
}
