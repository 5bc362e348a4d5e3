import { type DemoAccount, isRole, type NewAccount, ROLES } from '#modules/office/accounts/domain/index.ts';
import { record, SYSTEM } from '#platform/audit/index.ts';
import type { Store } from '#platform/db/index.ts';
import type { SignedIn } from '#platform/http/index.ts';
import { type Behaviour, bytesOf, documentsOf, type World, worldOf } from './simulate/index.ts';
import { connectDemo } from './demo-connections.ts';
import { liveThrough } from './demo-history.ts';
import { loadFiles } from './simulate/load.ts';
import type { Parts } from './wiring.ts';

/** Known to everybody who reads this. Accounts that have it are marked, and no start outside the demo accepts them. */
const DEMO_PASSWORD = 'anxin-demo-2026';

const PEOPLE: readonly NewAccount[] = [
  { login: 'zhuanyuan', name: '李秀兰', role: 'town-specialist', organisation: '鱼邱湖街道', regionCode: '371526001' },
  { login: 'wangge', name: '赵小满', role: 'grid-worker', organisation: '鱼邱湖街道', regionCode: '371526001' },
  { login: 'zhuanyuan2', name: '马庆林', role: 'town-specialist', organisation: '尹集镇', regionCode: '371526102' },
  { login: 'jiancha', name: '王建国', role: 'inspector', organisation: '高唐县劳动保障监察大队', regionCode: '371526' },
  { login: 'jiancha2', name: '许文静', role: 'inspector', organisation: '高唐县劳动保障监察大队', regionCode: '371526' },
  { login: 'duizhang', name: '陈立新', role: 'inspection-chief', organisation: '高唐县劳动保障监察大队', regionCode: '371526' },
  { login: 'zhujian', name: '孙国梁', role: 'industry-regulator', organisation: '高唐县住房和城乡建设局', regionCode: '371526', industry: '住建' },
  { login: 'lingdao', name: '周明', role: 'leader', organisation: '高唐县人民政府', regionCode: '371526' },
  { login: 'shenji', name: '吴慎', role: 'auditor', organisation: '高唐县审计局', regionCode: '371526' },
  { login: 'guanli', name: '郑平', role: 'administrator', organisation: '高唐县人力资源和社会保障局' },
];

/** One site a behaviour, so that every page of the demonstration has something to tell. 鱼邱湖街道 has the first and the thirteenth. */
const SITES: readonly Behaviour[] = [
  'honest',
  'refund-ignored',
  'honest',
  'ghost-workers',
  'owner-not-funding',
  'honest',
  'short',
  'deposit-missing',
  'honest',
  'no-contract',
  'absconding',
  'honest',
  'late',
  'kick-back',
  'outage',
  'honest',
];

/** The demonstration county and the people who work in it. Safe to repeat: a load that was cut off is begun again. */
export async function loadDemo(parts: Parts): Promise<void> {
  await createPeople(parts, PEOPLE);
  if (parts.config.demoCounty) await loadCounty(parts);
  await parts.store.within({ role: 'app_job' }, (tx) => record(tx, { by: SYSTEM, action: DEMO_LOADED, object: 'demo' }));
}

async function loadCounty(parts: Parts): Promise<void> {
  const world = worldOf({ seed: 371_526, profile: 'gaotang-371526', sites: SITES, months: 6, until: parts.clock.today(), heads: [40, 90], gateShare: 0.2 });
  const chief = await chiefOf(parts);
  await handIn(parts, world, chief);
  await connectDemo(parts, chief);
  await createPeople(parts, await enterprisePeople(parts.store, world));
  await liveThrough(parts);
}

/** The county's files go the way every file goes: sent by the chief, checked, confirmed. */
async function handIn(parts: Parts, world: World, chief: SignedIn): Promise<void> {
  const imports = parts.bulkImports();
  const files = documentsOf(world, 'whole').map((file) => ({ path: file.path, kind: file.kind, content: () => bytesOf(file.table(), file.format) }));
  const { troubles } = await loadFiles(imports, chief, files);
  await imports.close();
  // Files that an earlier, interrupted load took over are refused as repeated, and that is well.
  const failed = troubles.filter(({ says }) => !says.includes('相同的内容'));
  for (const { path, says } of failed) console.error(`演示数据没有全部导入：${path} ${says}`);
}

async function chiefOf(parts: Parts): Promise<SignedIn> {
  const [chief] = await parts.store.within({ role: 'app_signin' }, (tx) => tx.query<{ id: string }>("select id from office.account where login = 'duizhang'"));
  const signedIn = chief === undefined ? undefined : await parts.accounts.whoIs(chief.id);
  if (signedIn === undefined) throw new Error('the demo has no chief');
  return signedIn;
}

/** The act that says the county is whole; the supervisor looks for it. */
export const DEMO_LOADED = 'demo.loaded';

async function createPeople({ accounts }: Parts, people: readonly NewAccount[]): Promise<void> {
  for (const person of people) {
    const made = await accounts.create(SYSTEM, person, { password: DEMO_PASSWORD, isDemo: true });
    if (!made.ok && made.refusal.code !== 'login-taken') throw new Error(made.refusal.says);
  }
}

/** Who reports for two general contractors: one that pays late, one whose owner stopped the money. */
async function enterprisePeople(store: Store, world: World): Promise<readonly NewAccount[]> {
  const postAt = async (behaviour: Behaviour) => {
    const name = world.sites.find((site) => site.behaviour === behaviour)?.contractor.name;
    const [enterprise] = await store.within({ role: 'app_job' }, (tx) =>
      tx.query<{ id: string }>('select id from prevention.enterprise where name = $1', [name]),
    );
    return name === undefined || enterprise === undefined ? null : { organisation: name, enterpriseId: enterprise.id };
  };
  const late = await postAt('late');
  const unfunded = await postAt('owner-not-funding');
  return [
    ...(late === null
      ? []
      : [
          { ...late, login: 'laozi', name: '刘芳', role: 'wage-officer' as const },
          { ...late, login: 'qiye', name: '张志强', role: 'enterprise-manager' as const },
        ]),
    ...(unfunded === null ? [] : [{ ...unfunded, login: 'laozi2', name: '高敏', role: 'wage-officer' as const }]),
  ];
}

/** Those that stand, for the sign-in page of the demo. */
export async function demoAccounts(store: Store): Promise<readonly DemoAccount[]> {
  const rows = await store.within({ role: 'app_signin' }, (tx) =>
    tx.query<{ login: string; name: string; role: string; organisation: string }>(
      'select login, name, role, organisation from office.account where is_demo and disabled_at is null order by id',
    ),
  );
  return rows.flatMap(({ login, name, role, organisation }) =>
    isRole(role) ? [{ login, password: DEMO_PASSWORD, name, roleName: ROLES[role].name, organisation }] : [],
  );
}
