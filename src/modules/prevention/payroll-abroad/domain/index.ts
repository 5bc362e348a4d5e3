export { ecpr, ECPR_EMPLOYEES, ECPR_NAMESPACE } from './ecpr.ts';
export { type AskedField, FORMAT_FORMS, type FormatForm } from './formats.ts';
export { isIban, isIbanOf } from './iban.ts';
export { qatarSif } from './qatar-sif.ts';
export { faultsOfQatarSif } from './qatar-sif-reader.ts';
export { readWorkerTable } from './supplement.ts';
export {
  ABROAD_FORMATS,
  type AbroadFormat,
  type AbroadPayroll,
  type AbroadProblem,
  type AbroadText,
  type AbroadWorker,
  type Built,
  type Supplement,
  type WrittenAt,
} from './types.ts';
export { uaeSif } from './uae-sif.ts';
export { faultsOfUaeSif } from './uae-sif-reader.ts';
export { wh347, type Wh347 } from './wh-347.ts';
