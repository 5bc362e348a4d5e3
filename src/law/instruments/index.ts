import { civilCode } from './civil-code.ts';
import { depositProvisions } from './deposit-provisions.ts';
import { inspectionRegulation } from './inspection-regulation.ts';
import { labourContractLaw } from './labour-contract-law.ts';
import { labourLaw } from './labour-law.ts';
import { minimumWageProvisions } from './minimum-wage-provisions.ts';
import { realNameMeasures } from './real-name-measures.ts';
import { specialAccountMeasures } from './special-account-measures.ts';
import { wagePaymentProvisions } from './wage-payment-provisions.ts';
import { wagePaymentRegulation } from './wage-payment-regulation.ts';

export type { Instrument, Words } from './instrument.ts';

/** The statutes we rely on, by the short title people use. */
export const INSTRUMENTS = {
  工资条例: wagePaymentRegulation,
  专户办法: specialAccountMeasures,
  保证金规定: depositProvisions,
  工资支付暂行规定: wagePaymentProvisions,
  实名制办法: realNameMeasures,
  劳动法: labourLaw,
  劳动合同法: labourContractLaw,
  最低工资规定: minimumWageProvisions,
  监察条例: inspectionRegulation,
  民法典: civilCode,
} as const;
