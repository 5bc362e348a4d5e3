import './law-note.css';

export interface LawNoteProps {
  readonly articles: readonly {
    readonly instrument: string;
    readonly fullTitle: string;
    readonly article: string;
    /** The words of the law as held; null when only the reference is held. */
    readonly text: string | null;
    /** How far the words were checked: `verified`, or a mark of what is still to be checked. */
    readonly evidence: string;
  }[];
  readonly open?: boolean;
  readonly label?: string;
}

/** The law in one grey line; opened, the words of the article. What is not checked word for word is shown as 大意. */
export function LawNote({ articles, open = false, label = '依据' }: LawNoteProps) {
  if (articles.length === 0) return null;
  const line = articles.map((article) => `《${article.fullTitle}》${article.article}`).join('；');
  if (articles.every((article) => article.text === null)) {
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
      {articles.map((article) =>
        article.text === null ? null : (
          <figure key={`${article.instrument}-${article.article}`}>
            <blockquote>{article.text}</blockquote>
            <figcaption>
              {article.fullTitle} {article.article}
              {isWordForWord(article.evidence) ? null : <span className="law-note-mark">大意，未与原文逐字核对</span>}
            </figcaption>
          </figure>
        ),
      )}
    </details>
  );
}

/** Evidence marks: V (verified against the published text) is word for word; everything else is the gist. */
export function isWordForWord(evidence: string): boolean {
  return /^(v|verified|原文)/i.test(evidence);
}
