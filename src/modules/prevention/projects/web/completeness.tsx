import { Card } from '#kit/card.tsx';
import { day } from '#kit/format.ts';
import { LinkButton } from '#kit/button.tsx';
import { ProgressBar } from '#kit/progress-bar.tsx';
import { Tag } from '#kit/tag.tsx';
import type { ProjectPage } from '../domain/wire.ts';

/** 资料齐不齐: the next thing to add first, then the rest; and up to which day each feed speaks. */
export function Completeness({ page, today, mayImport }: { readonly page: ProjectPage; readonly today: string; readonly mayImport: boolean }) {
  const { score, missing } = page.completeness;
  const [next, ...rest] = missing;
  return (
    <Card title="资料齐不齐">
      <div className="stack-s">
        <ProgressBar label={next === undefined ? '都齐了' : `还缺 ${missing.length} 样`} share={score / 100} words={`${score} 分`} />
        {next !== undefined && (
          <div className="completeness-next">
            <p>
              <span className="muted">下一件要补的</span>
              <br />
              <span className="strong">{next}</span>
            </p>
            {mayImport && (
              <LinkButton small to="/imports">
                去导入
              </LinkButton>
            )}
          </div>
        )}
        {rest.length > 0 && (
          <ul className="completeness-rest">
            {rest.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        )}
        <dl className="facts">
          {page.freshness.map((feed) => (
            <div key={feed.feed}>
              <dt>{feed.name}</dt>
              <dd>
                {feed.through === null ? '还没有' : `到 ${day(feed.through, today)}`} {feed.stale && <Tag tone="orange">该更新了</Tag>}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Card>
  );
}
