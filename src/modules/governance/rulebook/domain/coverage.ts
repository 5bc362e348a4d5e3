import { type Citation, type InstrumentKey, nameOf } from '#law/citation.ts';
import { INSTRUMENTS, type Instrument } from '#law/instruments/index.ts';
import { articleWire } from './telling.ts';
import { ALL_RULES, CALCULATORS, PROCEDURES } from './rulebook.ts';
import { WITHOUT_RULE } from './without-rule.ts';
import type { InstrumentPage } from './wire.ts';

type User = InstrumentPage['articles'][number]['users'][number];

const held: Readonly<Record<InstrumentKey, Instrument>> = INSTRUMENTS;

export function isInstrument(key: string): key is InstrumentKey {
  return Object.hasOwn(INSTRUMENTS, key);
}

/** Who rests on which article of a statute: rules, calculators and procedures, consequences included. */
export function usedArticles(key: InstrumentKey): ReadonlyMap<number, readonly User[]> {
  gathered ??= collect();
  return gathered.get(key) ?? new Map();
}

/** Gathered when somebody first asks, not when a process starts. */
let gathered: ReadonlyMap<InstrumentKey, ReadonlyMap<number, readonly User[]>> | null = null;

function collect(): Map<InstrumentKey, Map<number, User[]>> {
  const uses = new Map<InstrumentKey, Map<number, User[]>>();
  const note = (citations: readonly Citation[], user: User) => {
    for (const { instrument, article } of citations) {
      const articles = uses.get(instrument) ?? new Map<number, User[]>();
      const users = articles.get(article) ?? [];
      if (!users.some((one) => one.kind === user.kind && one.code === user.code)) users.push(user);
      uses.set(instrument, articles.set(article, users));
    }
  };
  for (const { code, title, basis, consequences } of ALL_RULES)
    note([...basis, ...(consequences ?? []).flatMap((one) => one.basis)], { code, title, kind: 'rule' });
  for (const { code, title, basis } of CALCULATORS) note(basis, { code, title, kind: 'calculator' });
  for (const { code, title, steps } of PROCEDURES)
    note(
      steps.flatMap((step) => step.basis),
      { code, title, kind: 'procedure' },
    );
  return uses;
}

/** The articles of a statute in order, each with who rests on it, or why nobody does. */
export function articlesOf(key: InstrumentKey): InstrumentPage['articles'] {
  const used = usedArticles(key);
  return Object.entries(held[key].articles).map(([text, parts]) => {
    const number = Number(text);
    const marks = Object.keys(parts).map((part) => (part === 'whole' ? null : /^\d+$/u.test(part) ? Number(part) : part));
    const users = used.get(number) ?? [];
    return {
      number,
      article: nameOf({ instrument: key, article: number, part: null }),
      words: marks.map((part) => articleWire({ instrument: key, article: number, part })),
      users,
      why: users.length > 0 ? null : (WITHOUT_RULE[key]?.[number] ?? null),
    };
  });
}

/** Articles we hold that no rule rests on and nobody has given a reason for: the build fails on any. */
export function unexplained(): string[] {
  return Object.keys(INSTRUMENTS)
    .filter(isInstrument)
    .flatMap((key) => articlesOf(key).flatMap(({ article, users, why }) => (users.length === 0 && why === null ? [`${key}${article}`] : [])));
}
