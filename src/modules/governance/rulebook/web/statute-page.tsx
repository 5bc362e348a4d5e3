import './rules-page.css';
import { Card } from '#kit/card.tsx';
import { markOf } from '#kit/law-note.tsx';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import type { InstrumentPage } from '../domain/wire.ts';
import { LawPage } from './law-page.tsx';

const SCREENS = { rule: '/rules', calculator: '/calculators', procedure: '/procedures' } as const;

/** 法规: the articles we hold, and which rules, calculators and procedures rest on each, or why none does. */
export default function StatutePage() {
  return (
    <LawPage<InstrumentPage> part="instruments" called="法规">
      {(statute) => <Shown statute={statute} />}
    </LawPage>
  );
}

function Shown({ statute: { title, number, inForceFrom, articles, articleCount } }: { readonly statute: InstrumentPage }) {
  return (
    <div className="stack">
      <PageHead
        title={title}
        sub={`${number}，${inForceFrom} 起施行。收录 ${articles.length} 条${articleCount === null ? '' : `，全文 ${articleCount} 条`}。`}
      />
      <Card flush>
        <ul className="rule-list">
          {articles.map((article) => (
            <li key={article.number}>
              <h2 className="rule-title">{article.article}</h2>
              {article.words.map((words) => (
                <p key={words.article} className="law-words">
                  {words.text ?? words.gist}
                  {markOf(words) === null ? null : <span className="law-note-mark">{markOf(words)}</span>}
                </p>
              ))}
              {article.users.length > 0 ? (
                <p className="law-users">
                  {article.users.map((user) => (
                    <Link key={`${user.kind}-${user.code}`} to={`${SCREENS[user.kind]}/${user.code}`}>
                      {user.kind === 'rule' ? `${user.code} ` : ''}
                      {user.title}
                    </Link>
                  ))}
                </p>
              ) : (
                <p className="muted small">{article.why ?? '没有规则引用这一条。'}</p>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
