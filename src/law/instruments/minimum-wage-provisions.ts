import { instrument, quoted } from './instrument.ts';

/** 最低工资规定. */
export const minimumWageProvisions = instrument({
  title: '最低工资规定',
  number: '劳动和社会保障部令第21号',
  inForceFrom: '2004-03-01',
  articles: {
    12: {
      1: quoted(
        '在劳动者提供正常劳动的情况下，用人单位应支付给劳动者的工资在剔除下列各项以后，不得低于当地最低工资标准：（一）延长工作时间工资；（二）中班、夜班、高温、低温、井下、有毒有害等特殊工作环境、条件下的津贴；（三）法律、法规和国家规定的劳动者福利待遇等。',
        'V2',
      ),
    },
  },
});
