import { ok, type Result } from '#kernel/result.ts';
import { fillTemplate, refusalOf, type TemplateReport, inspectTemplate, type TemplateFields, type TemplateValues } from './fill.ts';
import type { Paper } from './paper.ts';
import { printPdf } from './print-pdf.ts';
import { readDocx } from './read-docx.ts';

export interface About {
  readonly title: string;
  readonly author: string;
  readonly made: Date;
}

/** One document in both forms: what an office goes on editing, and what is kept and printed. */
export interface Made {
  readonly docx: Buffer;
  readonly pdf: Buffer;
  readonly pages: number;
  /** Characters that stand as 〓 in the PDF because no font of ours has them; the .docx has them. */
  readonly missing: readonly string[];
}

export type Order =
  | { readonly kind: 'inspect'; readonly file: Uint8Array; readonly fields: TemplateFields }
  | { readonly kind: 'make'; readonly template: Uint8Array; readonly values: TemplateValues; readonly about: About }
  | { readonly kind: 'show'; readonly template: Uint8Array; readonly values: TemplateValues };

export interface Outcomes {
  readonly inspect: Result<TemplateReport>;
  readonly make: Result<Made>;
  /** What the document would say, for a screen. */
  readonly show: Result<Paper>;
}

/** Does one order; the thread calls it, and tests do. */
export async function carryOut(order: Order): Promise<Outcomes[Order['kind']]> {
  try {
    return await outcomeOf(order);
  } catch (problem) {
    return refusalOf(problem);
  }
}

async function outcomeOf(order: Order): Promise<Outcomes[Order['kind']]> {
  switch (order.kind) {
    case 'inspect':
      return inspectTemplate(Buffer.from(order.file), order.fields);
    case 'make': {
      const filled = await fillTemplate(Buffer.from(order.template), order.values);
      if (!filled.ok) return filled;
      const printed = await printPdf(readDocx(filled.value.parts).paper, order.about);
      return ok({ docx: filled.value.docx, ...printed });
    }
    case 'show': {
      const filled = await fillTemplate(Buffer.from(order.template), order.values);
      return filled.ok ? ok(readDocx(filled.value.parts).paper) : filled;
    }
  }
}
