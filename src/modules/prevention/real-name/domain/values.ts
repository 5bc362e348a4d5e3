/** What a message said, after reading: every scalar in one spelling, enciphered ones in the clear, what was left out absent. */
export interface Values {
  /** Null where the sender said nothing. */
  text(name: string): string | null;
  list(name: string): readonly Values[];
  /** All scalars, to be kept. */
  readonly scalars: ReadonlyMap<string, string>;
}

const NOTHING: readonly Values[] = [];

export function values(scalars: ReadonlyMap<string, string>, lists: ReadonlyMap<string, readonly Values[]>): Values {
  return {
    scalars,
    text: (name) => scalars.get(name) ?? null,
    list: (name) => lists.get(name) ?? NOTHING,
  };
}

/** A scalar the reader has made sure of. */
export function given(from: Values, name: string): string {
  const found = from.text(name);
  if (found === null) throw new Error(`${name} was not required by its method`);
  return found;
}
