import { Link } from '#kit/link.tsx';
import { month as monthName } from '#kit/format.ts';
import type { ProjectPage } from '../domain/wire.ts';
import { monthAddress } from './addresses.ts';
import { MoneyChain } from './money-chain.tsx';
import { isLate } from './months-table.tsx';
import './answer.css';

function verdict(paid: boolean | null): { readonly word: string; readonly tone: string; readonly mark: string } {
  if (paid === null) return { word: '还看不出', tone: 'unknown', mark: '?' };
  return paid ? { word: '都发了', tone: 'paid', mark: '✓' } : { word: '没有都发', tone: 'owing', mark: '!' };
}

/** 「是不是都发了？钱停在哪一步」: the answer first, in words, then the road of the money with its break. */
export function Answer({ page, today }: { readonly page: ProjectPage; readonly today: string }) {
  const { answer, months, project } = page;
  const said = verdict(answer.paid);
  const newestFirst = [...months].sort((a, b) => (a.month < b.month ? 1 : -1));
  // Without a stop the last month that was due proves the answer; a month whose pay day is still to come proves nothing.
  const month =
    months.find((row) => row.month === answer.stop?.month) ?? newestFirst.find((row) => row.payBy !== null && row.payBy < today) ?? newestFirst[0] ?? null;
  return (
    <section className="card answer" data-tone={said.tone} aria-labelledby="answer-heading">
      <div className="answer-head">
        <span className="answer-mark" aria-hidden="true">
          {said.mark}
        </span>
        <div>
          <h2 id="answer-heading">
            <span className="answer-question">工资是不是都发了？</span>
            {said.word}
          </h2>
          <p className="answer-says">{answer.says}</p>
        </div>
        {month !== null && (
          <Link className="answer-more" to={monthAddress(project.id, month.month, answer.paid === false && month.owedPeople > 0 ? { which: 'owed' } : {})}>
            {answer.paid === false && month.owedPeople > 0 ? `看没发齐的 ${month.owedPeople} 人` : `看${monthName(month.month, today)}的工人`}
          </Link>
        )}
      </div>
      {month !== null && <MoneyChain page={page} month={month} stop={month.stop} isLate={isLate(month, today)} today={today} />}
    </section>
  );
}
