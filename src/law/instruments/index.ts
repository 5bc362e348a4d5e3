import { administrativeCompulsionLaw } from './administrative-compulsion-law.ts';
import { administrativeLitigationLaw } from './administrative-litigation-law.ts';
import { administrativePenaltyLaw } from './administrative-penalty-law.ts';
import { administrativeReconsiderationLaw } from './administrative-reconsideration-law.ts';
import { assessmentMeasures } from './assessment-measures.ts';
import { assessmentMeasures2017 } from './assessment-measures-2017.ts';
import { civilCode } from './civil-code.ts';
import { civilProcedureLaw } from './civil-procedure-law.ts';
import { constructionLaw } from './construction-law.ts';
import { creditGradeMeasures } from './credit-grade-measures.ts';
import { creditRepairMeasures } from './credit-repair-measures.ts';
import { crimeTransferProvisions } from './crime-transfer-provisions.ts';
import { criminalLaw } from './criminal-law.ts';
import { depositProvisions } from './deposit-provisions.ts';
import { disputeArbitrationLaw } from './dispute-arbitration-law.ts';
import { disputeInterpretationOne } from './dispute-interpretation-one.ts';
import { disputeInterpretationTwo } from './dispute-interpretation-two.ts';
import { enterpriseInspectionOpinions } from './enterprise-inspection-opinions.ts';
import { facialRecognitionMeasures } from './facial-recognition-measures.ts';
import { governmentInvestmentRegulation } from './government-investment-regulation.ts';
import { holidayDecree } from './holiday-decree.ts';
import { inspectionRegulation } from './inspection-regulation.ts';
import { inspectionRules } from './inspection-rules.ts';
import { labourContractLaw } from './labour-contract-law.ts';
import { labourContractRegulation } from './labour-contract-regulation.ts';
import { labourLaw } from './labour-law.ts';
import { legalAidLaw } from './legal-aid-law.ts';
import { minimumWageProvisions } from './minimum-wage-provisions.ts';
import { payWhenPaidReply } from './pay-when-paid-reply.ts';
import { personalInformationLaw } from './personal-information-law.ts';
import { petitionRegulations } from './petition-regulations.ts';
import { policeProcedureProvisions } from './police-procedure-provisions.ts';
import { publicationMeasures } from './publication-measures.ts';
import { qualityRegulation } from './quality-regulation.ts';
import { randomInspectionNotice } from './random-inspection-notice.ts';
import { randomInspectionOpinions } from './random-inspection-opinions.ts';
import { realNameMeasures } from './real-name-measures.ts';
import { refusalToPayInterpretation } from './refusal-to-pay-interpretation.ts';
import { refusalToPayNotice } from './refusal-to-pay-notice.ts';
import { settlementNotice } from './settlement-notice.ts';
import { smePaymentRegulation } from './sme-payment-regulation.ts';
import { specialAccountMeasures } from './special-account-measures.ts';
import { untrustworthyListMeasures } from './untrustworthy-list-measures.ts';
import { wagePaymentProvisions } from './wage-payment-provisions.ts';
import { wagePaymentRegulation } from './wage-payment-regulation.ts';
import { wagePaymentSupplement } from './wage-payment-supplement.ts';
import { wageProtectionNotice } from './wage-protection-notice.ts';
import { workingHoursNotice } from './working-hours-notice.ts';

export type { Instrument, Words } from './instrument.ts';

/** The statutes we rely on, by the short title people use. */
export const INSTRUMENTS = {
  工资条例: wagePaymentRegulation,
  专户办法: specialAccountMeasures,
  保证金规定: depositProvisions,
  失信名单办法: untrustworthyListMeasures,
  社会公布办法: publicationMeasures,
  诚信等级办法: creditGradeMeasures,
  实名制办法: realNameMeasures,
  劳动法: labourLaw,
  劳动合同法: labourContractLaw,
  劳动合同法实施条例: labourContractRegulation,
  工资支付暂行规定: wagePaymentProvisions,
  工资补充规定: wagePaymentSupplement,
  最低工资规定: minimumWageProvisions,
  工时折算通知: workingHoursNotice,
  节日放假办法: holidayDecree,
  监察条例: inspectionRegulation,
  监察若干规定: inspectionRules,
  行政处罚法: administrativePenaltyLaw,
  行政强制法: administrativeCompulsionLaw,
  行政复议法: administrativeReconsiderationLaw,
  行政诉讼法: administrativeLitigationLaw,
  民法典: civilCode,
  民事诉讼法: civilProcedureLaw,
  调解仲裁法: disputeArbitrationLaw,
  劳动争议解释一: disputeInterpretationOne,
  劳动争议解释二: disputeInterpretationTwo,
  法律援助法: legalAidLaw,
  刑法: criminalLaw,
  拒付报酬解释: refusalToPayInterpretation,
  移送规定: crimeTransferProvisions,
  公安程序规定: policeProcedureProvisions,
  拒付查处通知: refusalToPayNotice,
  护薪通知: wageProtectionNotice,
  考核办法: assessmentMeasures,
  考核办法2017: assessmentMeasures2017,
  信访条例: petitionRegulations,
  中小企业款项条例: smePaymentRegulation,
  第三方付款批复: payWhenPaidReply,
  政府投资条例: governmentInvestmentRegulation,
  价款结算通知: settlementNotice,
  质量条例: qualityRegulation,
  建筑法: constructionLaw,
  个人信息保护法: personalInformationLaw,
  人脸识别办法: facialRecognitionMeasures,
  信用修复办法: creditRepairMeasures,
  双随机意见: randomInspectionOpinions,
  双随机通知: randomInspectionNotice,
  涉企检查意见: enterpriseInspectionOpinions,
} as const;
