import { type DemoAccount, isRole, type NewAccount, ROLES } from '#modules/office/accounts/domain/index.ts';
import { record, SYSTEM } from '#platform/audit/index.ts';
import type { Store } from '#platform/db/index.ts';
import type { Parts } from './wiring.ts';

/** Known to everybody who reads this. Accounts that have it are marked, and no start outside the demo accepts them. */
const DEMO_PASSWORD = 'anxin-demo-2026';

const PEOPLE: readonly NewAccount[] = [
  { login: 'zhuanyuan', name: '李秀兰', role: 'town-specialist', organisation: '鱼邱湖街道', regionCode: '371526001' },
  { login: 'wangge', name: '赵小满', role: 'grid-worker', organisation: '鱼邱湖街道', regionCode: '371526001' },
  { login: 'jiancha', name: '王建国', role: 'inspector', organisation: '高唐县劳动保障监察大队', regionCode: '371526' },
  { login: 'duizhang', name: '陈立新', role: 'inspection-chief', organisation: '高唐县劳动保障监察大队', regionCode: '371526' },
  { login: 'zhujian', name: '孙国梁', role: 'industry-regulator', organisation: '高唐县住房和城乡建设局', regionCode: '371526', industry: '住建' },
  { login: 'lingdao', name: '周明', role: 'leader', organisation: '高唐县人民政府', regionCode: '371526' },
  { login: 'shenji', name: '吴慎', role: 'auditor', organisation: '高唐县审计局', regionCode: '371526' },
  { login: 'guanli', name: '郑平', role: 'administrator', organisation: '高唐县人力资源和社会保障局' },
];

/** The demonstration county and the people who work in it. Safe to repeat: a load that was cut off is begun again. */
export async function loadDemo(parts: Parts): Promise<void> {
  await createPeople(parts, PEOPLE);
  await createPeople(parts, await enterprisePeople(parts.store));
  await parts.store.within({ role: 'app_job' }, (tx) => record(tx, { by: SYSTEM, action: DEMO_LOADED, object: 'demo' }));
}

/** The act that says the county is whole; the supervisor looks for it. */
export const DEMO_LOADED = 'demo.loaded';

async function createPeople({ accounts }: Parts, people: readonly NewAccount[]): Promise<void> {
  for (const person of people) {
    const made = await accounts.create(SYSTEM, person, { password: DEMO_PASSWORD, isDemo: true });
    if (!made.ok && made.refusal.code !== 'login-taken') throw new Error(made.refusal.says);
  }
}

/** The two who report for the general contractor with the most projects. */
async function enterprisePeople(store: Store): Promise<readonly NewAccount[]> {
  const [enterprise] = await store.within({ role: 'app_job' }, (tx) =>
    tx.query<{ id: string; name: string }>(
      'select e.id, e.name from prevention.enterprise e join prevention.project p on p.gc_enterprise_id = e.id group by e.id, e.name order by count(*) desc, e.id limit 1',
    ),
  );
  if (enterprise === undefined) return [];
  const post = { organisation: enterprise.name, enterpriseId: enterprise.id };
  return [
    { ...post, login: 'laozi', name: '刘芳', role: 'wage-officer' },
    { ...post, login: 'qiye', name: '张志强', role: 'enterprise-manager' },
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
