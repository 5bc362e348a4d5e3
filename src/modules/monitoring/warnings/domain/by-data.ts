import { addDays } from '#kernel/civil-date.ts';
import type { Level } from '#law/rule.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { levelWith, limitFor, rungOf, type Change, type Setting, type Warning } from './warning.ts';

/** What a rule says today about the thing a warning stands for. */
export interface Found {
  readonly level: Level;
  readonly amountFen: bigint;
  readonly people: number;
  readonly isData: boolean;
}

/**
 * What today's data does to a warning: raised, grown, eased, cleared, stands again, reopened, or nothing. `known` is the
 * latest warning of the same rule and object, open or closed; `found` is null when the data no longer says so.
 */
export function byData(known: Warning | null, found: Found | null, setting: Setting): Change | null {
  if (known === null || (known.state === 'closed' && !known.standing && !isFresh(known, setting))) {
    return found === null ? null : raised(found, setting);
  }
  if (known.state === 'closed') return onClosed(known, found, setting);
  if (found === null) return known.standing ? cleared(known, setting) : null;
  return known.standing ? moved(known, found, setting) : standsAgain(known, found, setting);
}

/** 反弹: within so many days of closing, the last day included. */
function isFresh(closed: Warning, setting: Setting): boolean {
  if (closed.closedOn === null) return false;
  return dayOf(setting.now) <= addDays(closed.closedOn, setting.ladder.refiredWithinDays);
}

function raised(found: Found, setting: Setting): Change {
  const warning: Warning = {
    state: 'raised',
    level: found.level,
    foundLevel: found.level,
    levelsAdded: 0,
    standing: true,
    isData: found.isData,
    amountFen: found.amountFen,
    people: found.people,
    ownerRole: rungOf(found.level, setting.ladder).firstHandler,
    ownerAccountId: null,
    handledBy: null,
    handledByRole: null,
    verifiedBy: null,
    actUntil: limitFor('raised', found.level, setting),
    escalatedFrom: 0,
    reopened: 0,
    raisedOn: dayOf(setting.now),
    closedOn: null,
    closeReason: null,
  };
  return { warning, happening: 'raised', fromState: null, levelFrom: null };
}

/**
 * The data no longer says so.
 *
 * Interpretation: a warning about the data itself, or below the level that needs a second person, is closed by the data. A
 * wage warning from that level on goes to the verifier, because records can be made to agree before money has moved. A
 * warning without money that comes and goes on one day before anybody took it up was only the order in which an office's
 * files arrived, and is closed by the data as well.
 */
function cleared(known: Warning, setting: Setting): Change {
  const step = { happening: 'cleared', fromState: known.state, levelFrom: known.level } as const;
  if (known.isData || known.level < setting.ladder.checkedFromLevel || known.state === 'verified' || isPassing(known, setting)) {
    const closeReason = !known.isData && known.amountFen > 0n ? 'paid' : 'data-corrected';
    return { ...step, warning: { ...known, standing: false, state: 'closed', closeReason, closedOn: dayOf(setting.now) } };
  }
  if (known.state === 'handled') return { ...step, warning: { ...known, standing: false } };
  return {
    ...step,
    warning: {
      ...known,
      standing: false,
      state: 'handled',
      handledBy: null,
      handledByRole: null,
      ownerRole: rungOf(known.level, setting.ladder).verifier,
      ownerAccountId: null,
      actUntil: limitFor('handled', known.level, setting),
    },
  };
}

/** Raised today for the first time, about no money, and touched by nobody. */
function isPassing(known: Warning, setting: Setting): boolean {
  return known.state === 'raised' && known.reopened === 0 && known.amountFen === 0n && known.raisedOn === dayOf(setting.now);
}

function moved(known: Warning, found: Found, setting: Setting): Change | null {
  const up =
    found.level - known.foundLevel || Number(found.amountFen > known.amountFen) - Number(found.amountFen < known.amountFen) || found.people - known.people;
  if (up === 0) return null;
  const level = levelWith(found.level, known.levelsAdded);
  const warning: Warning = { ...known, foundLevel: found.level, level, amountFen: found.amountFen, people: found.people };
  const step = { fromState: known.state, levelFrom: known.level } as const;
  if (up < 0) return { ...step, happening: 'eased', warning };
  // What was verified is no longer what is wrong.
  if (known.state === 'verified') return { ...step, happening: 'grown', warning: backToHandling(warning, setting) };
  if (level <= known.level || known.state === 'closed') return { ...step, happening: 'grown', warning };
  const sooner = limitFor(known.state, level, setting);
  return {
    ...step,
    happening: 'grown',
    warning: {
      ...warning,
      ...(known.state === 'raised' ? { ownerRole: higher(rungOf(level, setting.ladder).firstHandler, known.ownerRole, setting) } : {}),
      actUntil: sooner < known.actUntil ? sooner : known.actUntil,
    },
  };
}

/** A growing warning never moves down the chain. */
function higher(a: Warning['ownerRole'], b: Warning['ownerRole'], setting: Setting): Warning['ownerRole'] {
  return setting.ladder.chain.indexOf(a) > setting.ladder.chain.indexOf(b) ? a : b;
}

function standsAgain(known: Warning, found: Found, setting: Setting): Change {
  const level = levelWith(found.level, known.levelsAdded);
  const warning: Warning = { ...known, standing: true, foundLevel: found.level, level, amountFen: found.amountFen, people: found.people };
  // A person's reply still waits for its check; what only the data had answered is open again.
  const again = known.state === 'verified' || (known.state === 'handled' && known.handledBy === null);
  return { happening: 'stands-again', fromState: known.state, levelFrom: known.level, warning: again ? backToHandling(warning, setting) : warning };
}

function backToHandling(warning: Warning, setting: Setting): Warning {
  return {
    ...warning,
    state: 'acknowledged',
    handledBy: null,
    handledByRole: null,
    verifiedBy: null,
    ownerRole: rungOf(warning.level, setting.ladder).firstHandler,
    ownerAccountId: null,
    actUntil: limitFor('acknowledged', warning.level, setting),
  };
}

/**
 * A closed warning the data speaks about again. Closed although standing (误报, 已转) it stays closed while the data says the
 * same, and is reopened when the level found rises above what was closed. Closed and gone, it is 反弹: one level up.
 */
function onClosed(known: Warning, found: Found | null, setting: Setting): Change | null {
  const step = { fromState: known.state, levelFrom: known.level } as const;
  if (found === null) return known.standing ? { ...step, happening: 'cleared', warning: { ...known, standing: false } } : null;
  if (known.standing && found.level <= known.foundLevel) return null;
  const levelsAdded = known.standing ? known.levelsAdded : known.levelsAdded + 1;
  const level = levelWith(found.level, levelsAdded);
  return {
    ...step,
    happening: 'reopened',
    warning: { ...opened(known, level, setting), foundLevel: found.level, levelsAdded, amountFen: found.amountFen, people: found.people, standing: true },
  };
}

/** A closed warning put back to its beginning. */
export function opened(closed: Warning, level: Level, setting: Setting): Warning {
  return {
    ...closed,
    state: 'raised',
    level,
    handledBy: null,
    handledByRole: null,
    verifiedBy: null,
    ownerRole: rungOf(level, setting.ladder).firstHandler,
    ownerAccountId: null,
    actUntil: limitFor('raised', level, setting),
    escalatedFrom: 0,
    reopened: closed.reopened + 1,
    closedOn: null,
    closeReason: null,
  };
}
