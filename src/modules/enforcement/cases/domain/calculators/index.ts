import type { Calculator } from '#law/sheet.ts';
import { caseDeadlines } from './case-deadlines.ts';
import { fineRange } from './fine-range.ts';
import { lateSurchargeSheet } from './late-surcharge.ts';
import { leniency } from './leniency.ts';

export const casesCalculators: readonly Calculator[] = [caseDeadlines, fineRange, lateSurchargeSheet, leniency];
