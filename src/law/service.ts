import type { CivilDate } from '#kernel/civil-date.ts';
import { type CivilMoment, dayOf } from '#kernel/civil-moment.ts';
import { choice, facts, text } from './facts.ts';
import { guarded, type Step, unmet } from './procedure.ts';
import { SERVICE_MANNERS, servedOn } from './served.ts';

const form = facts({
  manner: choice('送达方式', SERVICE_MANNERS),
  proof: text('送达回证、邮单或者公告编号'),
  consent: text('同意电子送达的确认书编号（电子送达时）'),
});

/**
 * What makes a step a service (送达): it asks for manner and proof, and takes effect on the day of service, or 30 days after a
 * publication. Electronic service needs the party's signed consent (行政处罚法第六十一条第二款).
 */
export function service(): Pick<Step, 'facts' | 'guard' | 'effectiveOn'> {
  return {
    ...guarded(form, (given) => {
      const certain = form.certain(given, 'manner', 'proof');
      if (!certain.ok) return certain.answer;
      return certain.facts.manner === 'electronic' && given.consent === null ? unmet('电子送达要有当事人签订的确认书。') : null;
    }),
    effectiveOn: (input, happened) => effectiveDay(input, happened),
  };
}

function effectiveDay(input: unknown, happened: CivilMoment): CivilDate | null {
  const read = form.read(input);
  if (!read.ok || read.facts.manner !== 'publication') return null;
  return servedOn('publication', dayOf(happened));
}
