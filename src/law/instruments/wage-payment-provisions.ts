import { gist, instrument, quoted } from './instrument.ts';

/** 工资支付暂行规定. */
export const wagePaymentProvisions = instrument({
  title: '工资支付暂行规定',
  number: '劳部发〔1994〕489号',
  inForceFrom: '1995-01-01',
  articles: {
    7: {
      whole: quoted(
        '工资必须在用人单位与劳动者约定的日期支付。如遇节假日或休息日，则应提前在最近的工作日支付。工资至少每月支付一次，实行周、日、小时工资制的可按周、日、小时支付工资。',
        'V2',
      ),
    },
    8: { whole: gist('对完成一次性临时劳动或某项具体工作的劳动者，用人单位应按有关协议或合同规定在其完成劳动任务后即支付工资。', 'VF') },
    9: { whole: quoted('劳动关系双方依法解除或终止劳动合同时，用人单位应在解除或终止劳动合同时一次付清劳动者工资。', 'V2') },
  },
});
