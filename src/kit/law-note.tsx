import './law-note.css';

export interface LawNoteProps {
  readonly articles: readonly {
    readonly instrument: string;
    readonly fullTitle: string;
    readonly article: string;
    /** The words of the law as held; null when only the reference is held. */
    readonly text: string | null;
    /** 大意: what it says in our words, when the words themselves are not held. */
    readonly gist?: string | null;
    /** How far the words were checked: VF in the full text, V1 and V2 as others quote them, the rest from memory. */
    readonly evidence: string;
  }[];
  readonly open?: boolean;
  readonly label?: string;
}

/** The law in one grey line; opened, the words of the article. What is not the law's own words is marked 大意. */
export function LawNote({ articles, open = false, label = '依据' }: LawNoteProps) {
  if (articles.length === 0) return null;
  const line = inOneLine(articles);
  if (articles.every((article) => wordsOf(article) === null)) {
    return (
      <p className="law-note">
        {label}：{line}
      </p>
    );
  }
  return (
    <details className="law-note" open={open}>
      <summary>
        {label}：{line}
      </summary>
      {articles.map((article) => {
        const words = wordsOf(article);
        const mark = markOf(article);
        return words === null ? null : (
          <figure key={`${article.instrument}-${article.article}`}>
            <blockquote>{words}</blockquote>
            <figcaption>
              {article.fullTitle} {article.article}
              {mark ? <span className="law-note-mark">{mark}</span> : null}
            </figcaption>
          </figure>
        );
      })}
    </details>
  );
}

type Article = LawNoteProps['articles'][number];

/** 《保障农民工工资支付条例》第十二条、第十四条第一款；《工资支付暂行规定》第七条: each statute is named once. */
export function inOneLine(articles: readonly Pick<Article, 'fullTitle' | 'article'>[]): string {
  const byStatute = new Map<string, string[]>();
  for (const { fullTitle, article } of articles) byStatute.set(fullTitle, [...(byStatute.get(fullTitle) ?? []), article]);
  return [...byStatute].map(([title, numbers]) => `《${title}》${numbers.join('、')}`).join('；');
}

function wordsOf(article: Article): string | null {
  return article.text ?? article.gist ?? null;
}

/** Nothing to add only when the full text was read. */
export function markOf(article: Pick<Article, 'text' | 'evidence'>): string | null {
  if (article.text === null) return '大意';
  if (article.evidence === 'VF') return null;
  return article.evidence === 'V1' || article.evidence === 'V2' ? '转引，未核对全文' : '大意，未与原文核对';
}
