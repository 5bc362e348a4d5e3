import type { FactField } from '#law/facts.ts';

/** Facts of the right kinds for any form, without regard to what they say: for measuring and for asking whatever rule there is. */
export function filledFacts(fields: readonly FactField[], day = '2026-09-15'): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(field, day)]));
}

function valueOf({ kind, choices, fields }: FactField, day: string): unknown {
  switch (kind) {
    case 'day':
    case 'event':
      return day;
    case 'month':
      return day.slice(0, 7);
    case 'moment':
      return `${day} 09:30`;
    case 'money':
      return '1234500';
    case 'share':
      return 3000;
    case 'count':
      return 12;
    case 'yes-no':
      return true;
    case 'choice':
      return Object.keys(choices ?? {})[0];
    case 'text':
      return '甲';
    case 'names':
      return Object.keys(choices ?? {}).slice(0, 3);
    case 'list':
      return [filledFacts(fields ?? [], day), filledFacts(fields ?? [], day)];
  }
}
