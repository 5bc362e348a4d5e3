import type { Role } from '#modules/office/accounts/domain/index.ts';
import { levelWith, limitFor, rungOf, type Change, type Setting, type Warning } from './warning.ts';

/**
 * 超期升级 (W-OPS-01 未签收, W-OPS-02 逾期未处置): when the limit has passed the warning moves one step up the chain, once for each
 * level, and its level rises by one.
 *
 * Interpretation: while the turn is the officials' (待核实, 待销号) the owner moves but the level stays, because the delay is not
 * the enterprise's. A hint (提示) asks somebody to look and breaks nothing by waiting: it stays where it is.
 */
export function byClock(warning: Warning, setting: Setting): Change | null {
  if (warning.state === 'closed' || warning.level === 0 || setting.now <= warning.actUntil) return null;
  const bit = 1 << warning.level;
  if ((warning.escalatedFrom & bit) !== 0) return null;
  const officialsTurn = warning.state === 'handled' || warning.state === 'verified';
  const level = officialsTurn ? warning.level : levelWith(warning.level, 1);
  return {
    happening: 'escalated',
    fromState: warning.state,
    levelFrom: warning.level,
    warning: {
      ...warning,
      level,
      levelsAdded: warning.levelsAdded + (level - warning.level),
      ownerRole: upTheChain(warning.ownerRole, officialsTurn ? null : rungOf(level, setting.ladder).firstHandler, setting),
      ownerAccountId: null,
      actUntil: limitFor(warning.state, level, setting),
      escalatedFrom: warning.escalatedFrom | bit,
    },
  };
}

/** The next one up, or the first handler of the new level when that is higher still; a role outside the chain hands to its first. */
function upTheChain(from: Role, atLeast: Role | null, { ladder: { chain } }: Setting): Role {
  const next = Math.min(chain.indexOf(from) + 1, chain.length - 1);
  const floor = atLeast === null ? -1 : chain.indexOf(atLeast);
  return chain[Math.max(next, floor)] ?? from;
}
