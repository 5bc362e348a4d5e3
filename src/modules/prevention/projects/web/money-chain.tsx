import type { MonthRow, MoneyStop, ProjectPage } from '../domain/wire.ts';
import { count, month as monthName, yuan } from '#kit/format.ts';
import './money-chain.css';

/** The six places wages pass, in order: 建设单位 → 专户 → 总包 → 分包 → 班组 → 工人. */
interface Place {
  readonly role: string;
  readonly who: string;
  readonly figure: string;
  readonly note: string | null;
}

/** After which of the six places the money (or the paper that moves it) stopped, and the word written on the broken link. */
const BREAKS: Readonly<Record<string, { readonly after: number; readonly word: string }>> = {
  'no-inflow': { after: 0, word: '没拨到专户' },
  'not-sent': { after: 1, word: '没从专户发出' },
  'no-payroll': { after: 2, word: '没有工资表' },
  'no-attendance': { after: 3, word: '没报考勤' },
  short: { after: 4, word: '没发足' },
  refunded: { after: 4, word: '被银行退回' },
};

type LinkState = 'moved' | 'broken' | 'waiting' | 'unknown';

function linkState(stop: MoneyStop | null, index: number): LinkState {
  if (stop === null || stop.at === 'paid') return 'moved';
  const broken = BREAKS[stop.at];
  if (broken === undefined) return 'unknown';
  if (index < broken.after) return 'moved';
  return index === broken.after ? 'broken' : 'waiting';
}

function placesOf(page: ProjectPage, month: MonthRow | null): Place[] {
  const { chain, account } = page;
  const teams = chain.subcontractors.flatMap((subcontractor) => subcontractor.teams);
  const [only] = chain.subcontractors;
  const owing = month !== null && month.owedPeople > 0;
  return [
    { role: '建设单位', who: chain.owner ?? '台账没填', figure: month === null ? '—' : `拨付 ${yuan(month.inflowFen)} 元`, note: null },
    {
      role: '专户',
      who: account.bank ?? '台账没填开户行',
      figure: account.balanceFen === null ? '没有流水' : `余额 ${yuan(account.balanceFen)} 元`,
      note: account.no === null ? '没有专户账号' : null,
    },
    { role: '总包', who: chain.generalContractor, figure: month === null ? '—' : `应发 ${yuan(month.dueFen)} 元`, note: null },
    {
      role: '分包',
      who: chain.subcontractors.length === 1 && only !== undefined ? only.name : `${chain.subcontractors.length} 家`,
      figure: month === null ? '—' : `工资表 ${count(month.payrollHeads)} 人`,
      note: null,
    },
    { role: '班组', who: `${teams.length} 个`, figure: month === null ? '—' : `考勤 ${count(month.attendedHeads)} 人`, note: null },
    {
      role: '工人',
      who: month === null ? '—' : `发到 ${count(month.paidHeads)} 人`,
      figure: month === null ? '—' : `发放 ${yuan(month.paidFen)} 元`,
      note: owing ? `还欠 ${count(month.owedPeople)} 人 ${yuan(month.owedFen)} 元` : null,
    },
  ];
}

/** Where the wages of one month stand between the project owner and the workers, with the break marked in words. */
export function MoneyChain({
  page,
  month,
  stop,
  today,
}: {
  readonly page: ProjectPage;
  readonly month: MonthRow | null;
  readonly stop: MoneyStop | null;
  readonly today: string;
}) {
  const places = placesOf(page, month);
  const title = month === null ? '工资走到哪一步' : `${monthName(month.month, today)}的工资走到哪一步`;
  const breakWord = stop === null ? null : (BREAKS[stop.at]?.word ?? null);
  return (
    <section className="money-chain" aria-label={title}>
      <h3 className="money-chain-title">{title}</h3>
      <ol className="money-chain-places">
        {places.map((place, index) => {
          const after = linkState(stop, index);
          const before = index === 0 ? 'moved' : linkState(stop, index - 1);
          const reached = before === 'moved';
          const isLast = index === places.length - 1;
          const stuckHere = after === 'broken' && !isLast;
          return (
            <li key={place.role} className="money-chain-step" data-link={isLast ? 'end' : after}>
              <div className="money-chain-place" data-state={stuckHere ? 'stuck' : reached ? 'reached' : before === 'unknown' ? 'unknown' : 'missing'}>
                <span className="money-chain-role">
                  {place.role}
                  {stuckHere && <span className="money-chain-here">停在这</span>}
                </span>
                <span className="money-chain-who" title={place.who}>
                  {place.who}
                </span>
                <span className="money-chain-figure">{place.figure}</span>
                {place.note !== null && <span className="money-chain-note">{place.note}</span>}
              </div>
              {!isLast && (
                <div className="money-chain-link">
                  <Arrow state={after} />
                  {after === 'broken' && <span className="money-chain-word">{breakWord}</span>}
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </section>
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
