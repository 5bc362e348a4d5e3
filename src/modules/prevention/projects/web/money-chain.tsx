import { Link } from '#kit/link.tsx';
import type { MonthRow, MoneyStop, ProjectPage } from '../domain/wire.ts';
import { monthAddress } from './addresses.ts';
import { count, month as monthName, yuan } from '#kit/format.ts';
import './money-chain.css';

/** One of the six places wages pass, in order: 建设单位 → 专户 → 总包 → 分包 → 班组 → 工人. */
interface Place {
  readonly role: string;
  readonly who: string;
  /** What passed here, and the rows it was summed from. */
  readonly figure: string;
  readonly to: string;
  readonly owed: { readonly people: string; readonly amount: string; readonly to: string } | null;
}

const ROLES = ['建设单位', '专户', '总包', '分包', '班组', '工人'] as const;

interface Break {
  readonly after: number;
  readonly word: string;
  /** Said at the place before the break, where that place can do something about it. */
  readonly here: string | null;
}

/** After which of the six places the money, or the paper that moves it, stopped; and the word on the broken link. */
const BREAKS: Readonly<Record<string, Break>> = {
  'no-inflow': { after: 0, word: '没拨到专户', here: '钱在这' },
  'not-sent': { after: 1, word: '没从专户发出', here: '钱在这' },
  'no-payroll': { after: 2, word: '没有工资表', here: '卡在这' },
  'no-attendance': { after: 3, word: '没报考勤', here: '卡在这' },
  short: { after: 4, word: '没发足', here: null },
  refunded: { after: 4, word: '被银行退回', here: null },
};

type LinkState = 'moved' | 'broken' | 'waiting' | 'unknown';

function linkState(stop: MoneyStop, isLate: boolean, index: number): LinkState {
  if (stop.at === 'paid') return 'moved';
  const broken = BREAKS[stop.at];
  if (broken === undefined) return 'unknown';
  if (index < broken.after) return 'moved';
  return index === broken.after && isLate ? 'broken' : 'waiting';
}

/** How the money came to a place: to the first it need not come, unless nothing is known at all. */
function stateBefore(stop: MoneyStop, isLate: boolean, index: number): LinkState {
  if (index > 0) return linkState(stop, isLate, index - 1);
  return linkState(stop, isLate, 0) === 'unknown' ? 'unknown' : 'moved';
}

function placesOf(page: ProjectPage, month: MonthRow): Place[] {
  const { chain, account, project } = page;
  const teams = chain.subcontractors.flatMap((subcontractor) => subcontractor.teams);
  const [only] = chain.subcontractors;
  const firms = chain.subcontractors.length === 1 && only !== undefined ? only.name : `${chain.subcontractors.length} 家`;
  const whos = [chain.owner ?? '台账没填', account.bank ?? '台账没填开户行', chain.generalContractor, firms, `${teams.length} 个`];
  const rows = (at: Parameters<typeof monthAddress>[2]) => monthAddress(project.id, month.month, at);
  const figures = [
    { figure: `拨付 ${yuan(month.inflowFen)} 元`, to: rows({ tab: 'flows', which: 'inflow' }) },
    { figure: account.balanceFen === null ? '没有流水' : `余额 ${yuan(account.balanceFen)} 元`, to: rows({ tab: 'flows' }) },
    { figure: `应发 ${yuan(month.dueFen)} 元`, to: rows({ tab: 'payroll' }) },
    { figure: `工资表 ${count(month.payrollHeads)} 人`, to: rows({ which: 'on-payroll' }) },
    { figure: `考勤 ${count(month.attendedHeads)} 人`, to: rows({ which: 'attended' }) },
    { figure: `发放 ${yuan(month.paidFen)} 元`, to: rows({ which: 'paid' }) },
  ];
  const owed =
    month.owedPeople === 0
      ? null
      : {
          people: `${month.stop.at === 'cannot-tell' ? '没看到发' : '还欠'} ${count(month.owedPeople)} 人`,
          amount: `${yuan(month.owedFen)} 元`,
          to: rows({ which: 'owed' }),
        };
  return ROLES.map((role, index) => ({
    role,
    who: whos[index] ?? `发到 ${count(month.paidHeads)} 人`,
    figure: figures[index]?.figure ?? '',
    to: figures[index]?.to ?? rows({}),
    owed: index === ROLES.length - 1 ? owed : null,
  }));
}

/** Where the wages of one month stand between the project owner and the workers, with the break marked in words. */
export function MoneyChain({
  page,
  month,
  stop,
  isLate,
  today,
}: {
  readonly page: ProjectPage;
  readonly month: MonthRow;
  readonly stop: MoneyStop;
  /** The pay day has passed: only then is a stop a break. */
  readonly isLate: boolean;
  readonly today: string;
}) {
  const places = placesOf(page, month);
  const title = `${monthName(month.month, today)}的工资走到哪一步${isLate || stop.at === 'paid' ? '' : '，还没到发薪日'}`;
  return (
    <section className="money-chain" aria-label={title}>
      <h2 className="money-chain-title">{title}</h2>
      <ol className="money-chain-places">
        {places.map((place, index) => (
          <Step
            key={place.role}
            place={place}
            before={stateBefore(stop, isLate, index)}
            after={index === places.length - 1 ? null : linkState(stop, isLate, index)}
            at={BREAKS[stop.at]}
          />
        ))}
      </ol>
    </section>
  );
}

function Step({
  place,
  before,
  after,
  at,
}: {
  readonly place: Place;
  readonly before: LinkState;
  readonly after: LinkState | null;
  readonly at: Break | undefined;
}) {
  const here = after === 'broken' ? (at?.here ?? null) : null;
  const state =
    here !== null || (before === 'broken' && after === null) ? 'stuck' : before === 'moved' ? 'reached' : before === 'unknown' ? 'unknown' : 'missing';
  return (
    <li className="money-chain-step" data-link={after ?? 'end'}>
      <div className="money-chain-place" data-state={state}>
        <span className="money-chain-role">
          {place.role}
          {here !== null && <span className="money-chain-here">{here}</span>}
        </span>
        <span className="money-chain-who" title={place.who}>
          {place.who}
        </span>
        <span className="money-chain-figure">
          <Link to={place.to}>{place.figure}</Link>
        </span>
        {place.owed !== null && (
          <Link className="money-chain-owed" to={place.owed.to}>
            <span className="number">{place.owed.people}</span> <span className="number">{place.owed.amount}</span>
          </Link>
        )}
      </div>
      {after !== null && (
        <div className="money-chain-link">
          <Arrow state={after} />
          {after === 'broken' && <span className="money-chain-word">{at?.word}</span>}
        </div>
      )}
    </li>
  );
}

function Arrow({ state }: { readonly state: LinkState }) {
  return (
    <svg className="money-chain-arrow" viewBox="0 0 36 16" width="36" height="16" aria-hidden="true">
      <path d="M2 8h30" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray={state === 'moved' ? undefined : '4 4'} />
      <path d="M27 3l6 5-6 5" fill="none" stroke="currentColor" strokeWidth="2" />
      {state === 'broken' && <path d="M11 2l10 12M21 2L11 14" fill="none" stroke="currentColor" strokeWidth="3" />}
    </svg>
  );
}
