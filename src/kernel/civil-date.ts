/**
 * A day of the civil calendar in China, `YYYY-MM-DD`, without time zone.
 * Strings compare in calendar order, so `<` and `>` are lawful on them.
 */
export type CivilDate = string & { readonly __unit: 'civil-date' };

/** A calendar month, `YYYY-MM`, the wage period of most payrolls. Strings compare in order. */
export type CivilMonth = string & { readonly __unit: 'civil-month' };
