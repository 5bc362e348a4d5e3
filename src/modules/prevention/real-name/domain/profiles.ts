/** A place's variant of the protocol, as data: only what differs from the national interface. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  /** Addresses it is reached under, besides those an operator adds. */
  readonly paths: readonly string[];
  /** Rows and their count at the top of an answer instead of inside `data`. */
  readonly rowsOnTop: boolean;
  /** Enterprise signature in the envelope: AES(corpSecret + timestamp, appsecret). */
  readonly corpSign: 'checked-if-sent' | 'required';
  /** Fields its clients leave out: implied by the credential or the team. */
  readonly mayLack: readonly string[];
  readonly pageSize: string;
  /** 民族 goes out as GB/T 3304 code instead of text. */
  readonly nationAsCode: boolean;
  readonly source: string;
}

const national: Profile = {
  id: 'national',
  name: '全国建筑工人管理服务信息平台',
  paths: ['/open.api'],
  rowsOnTop: false,
  corpSign: 'checked-if-sent',
  mayLack: [],
  pageSize: '10',
  nationAsCode: false,
  source: '建办市函〔2018〕603号',
};

export const PROFILES: Readonly<Record<string, Profile>> = {
  national,
  hangzhou: { ...national, id: 'hangzhou', name: '杭州市', pageSize: '50', source: '杭州平台的客户端' },
  jinhua: {
    ...national,
    id: 'jinhua',
    name: '金华市',
    mayLack: [
      'teamSysNo',
      'corpCode',
      'corpName',
      'teamName',
      'isTeamLeader',
      'workRole',
      'politicsType',
      'cultureLevelType',
      'grantOrg',
      'headImage',
      'address',
      'nation',
      'cellPhone',
    ],
    nationAsCode: true,
    source: '金华平台的客户端',
  },
  fujian: {
    ...national,
    id: 'fujian',
    name: '福建省',
    paths: ['/HrssOpenREST/biz/execProcess'],
    rowsOnTop: true,
    corpSign: 'required',
    source: '福建平台的客户端',
  },
};

export function findProfile(id: unknown): Profile | undefined {
  return typeof id === 'string' && Object.hasOwn(PROFILES, id) ? PROFILES[id] : undefined;
}

export { national as NATIONAL };
