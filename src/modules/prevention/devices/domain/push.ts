import type { SettingField } from '#modules/office/integration/domain/index.ts';
import { parsePunchMoment, type PunchDirection, type PunchMoment } from '../../attendance/domain/index.ts';

/** One line of ATTLOG of the PUSH protocol of attendance machines: PIN, moment, status, verification, work code, …; tab-separated. */
export interface PushedPunch {
  readonly pin: string;
  readonly at: PunchMoment;
  readonly direction: PunchDirection;
  readonly method: string;
}

/** 考勤状态 to direction: check in and out, break out and in, overtime in and out. A device may set others in its settings. */
export const USUAL_STATUS: Readonly<Record<string, PunchDirection>> = { '0': 'in', '1': 'out', '2': 'out', '3': 'in', '4': 'in', '5': 'out' };
/** 验证方式; what is not listed is kept as its number. */
export const USUAL_METHODS: Readonly<Record<string, string>> = { '0': 'password', '1': 'finger', '3': 'password', '4': 'card', '15': 'face', '25': 'palm' };

/** Reads the lines; those that are none are counted, so that the machine can be told and does not send them for ever. */
export function readAttendanceLog(
  body: string,
  status: Readonly<Record<string, string>> = USUAL_STATUS,
): { readonly punches: readonly PushedPunch[]; readonly unreadable: number } {
  const punches: PushedPunch[] = [];
  let unreadable = 0;
  for (const line of body.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const [pin = '', moment = '', state = '', verified = ''] = line.split('\t').map((field) => field.trim());
    const at = parsePunchMoment(moment);
    if (at === null || !/^[0-9A-Za-z]{1,24}$/.test(pin)) {
      unreadable += 1;
      continue;
    }
    punches.push({ pin, at, direction: directionOf(status[state]), method: USUAL_METHODS[verified] ?? verified.replace(/[^0-9A-Za-z_-]/g, '').slice(0, 10) });
  }
  return { punches, unreadable };
}

function directionOf(text: string | undefined): PunchDirection {
  return text === 'in' || text === 'out' ? text : 'unknown';
}

/** What a machine is told when it asks for its options: send attendance at once, in China's time, and look for commands every ten seconds. */
export function pushOptions(serialNo: string): string {
  return [
    `GET OPTION FROM: ${serialNo}`,
    'ATTLOGStamp=None',
    'OPERLOGStamp=9999',
    'ATTPHOTOStamp=None',
    'ErrorDelay=30',
    'Delay=10',
    'TransTimes=00:00;14:05',
    'TransInterval=1',
    'TransFlag=TransData AttLog',
    'TimeZone=8',
    'Realtime=1',
    'Encrypt=None',
    '',
  ].join('\n');
}

const STATUS_NAMES = ['上班签到', '下班签退', '外出', '外出返回', '加班签到', '加班签退'];

/** What each 考勤状态 of a machine means, for those whose keys were given another meaning. */
export const DEVICE_SETTINGS: readonly SettingField[] = STATUS_NAMES.map((name, status) => ({
  key: `status.${status}`,
  label: `考勤状态 ${status}（出厂含义：${name}）`,
  kind: 'choice',
  usual: USUAL_STATUS[status] === 'in' ? '进场' : '出场',
  choices: [
    { value: 'in', name: '进场' },
    { value: 'out', name: '出场' },
    { value: 'unknown', name: '不分进出' },
  ],
}));
