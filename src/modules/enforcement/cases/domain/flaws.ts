import { cite } from '#law/citation.ts';
import type { Consequence } from '#law/consequence.ts';

/** What a decision risks whose procedure was broken. Whether the breach is grave and evident is for whoever reviews the decision. */
export const VOID_DECISION: Consequence = {
  says: '违反法定程序构成重大且明显违法的，行政处罚无效',
  before: '经行政复议机关、人民法院或者上级机关确认',
  basis: [cite('行政处罚法', 38, 2)],
};
