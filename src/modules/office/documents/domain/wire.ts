/** What travels between server and faces about documents. Days `YYYY-MM-DD`; values of a form as people write them (amounts in yuan). */

export interface FieldView {
  readonly name: string;
  readonly kind: string;
  readonly required: boolean;
  readonly by: 'person' | 'records' | 'office';
  readonly hint: string | null;
}

/** `GET /api/document-kinds` → {items} */
export interface KindView {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly means: string;
  readonly binds: string;
  readonly outward: boolean;
  readonly personal: boolean;
  /** 「工资条例第三十四条」. */
  readonly basis: readonly string[];
  readonly fields: readonly FieldView[];
  readonly mayMake: boolean;
}

/** `GET /api/document-drafts/:kind?project=&month=&team=`: the form as it begins. */
export interface Draft {
  readonly kind: KindView;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly month: string | null;
  readonly months: readonly string[];
  readonly team: string | null;
  readonly teams: readonly string[];
  /** What a person may change, as written. */
  readonly given: Readonly<Record<string, string>>;
  /** What the records say, as printed. */
  readonly records: readonly { readonly name: string; readonly value: string }[];
  /** How many rows each list has. */
  readonly rows: Readonly<Record<string, number>>;
  /** The number's writing with the place of the number left open; null for kinds without one. */
  readonly numberText: string | null;
  /** Chinese: what must be entered before this kind can be made here; null when nothing. */
  readonly missing: string | null;
  /** Whether the reader may print whole identity numbers. */
  readonly mayUnmask: boolean;
}

/** What a document is made of. `POST /api/documents/preview` and `POST /api/documents` (with commandId). */
export interface NewDocument {
  readonly kind: string;
  readonly projectId: string | null;
  readonly month: string | null;
  readonly team: string | null;
  readonly given: Readonly<Record<string, string>>;
  readonly unmask: boolean;
}

/** `POST /api/documents/preview`: what the document would say. Lengths are points. */
export interface Preview {
  readonly sections: readonly { readonly width: number; readonly height: number; readonly margin: number; readonly blocks: readonly PreviewBlock[] }[];
}

export type PreviewBlock =
  | {
      readonly kind: 'paragraph';
      readonly heading: number;
      readonly align: string;
      readonly first: number;
      readonly before: number;
      readonly after: number;
      readonly runs: readonly PreviewRun[];
    }
  | {
      readonly kind: 'table';
      /** Shares of the width, in percent. */
      readonly columns: readonly number[];
      readonly rows: readonly { readonly isHeader: boolean; readonly cells: readonly PreviewCell[] }[];
      /** Rows beyond those shown. */
      readonly more: number;
    };

export interface PreviewCell {
  readonly span: number;
  readonly fill: string | null;
  readonly blocks: readonly PreviewBlock[];
}

export interface PreviewRun {
  readonly text: string;
  readonly bold: boolean;
  readonly underline: boolean;
  readonly size: number;
  /** `data:image/png;base64,…` of a picture, with its width. */
  readonly image: string | null;
  readonly width: number;
  readonly alt: string;
}

/** `GET /api/documents?kind=&project=&q=&state=&page=` → {items, total}; `state=to-serve` leaves those that wait to be served. */
export interface DocumentRow {
  readonly id: string;
  readonly kind: string;
  readonly kindName: string;
  readonly title: string;
  readonly numberText: string | null;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly madeBy: string;
  readonly madeOn: string;
  readonly version: number;
  readonly outward: boolean;
  /** 'made' | 'to-serve' | 'served' | 'withdrawn' */
  readonly state: string;
  readonly stateName: string;
  readonly effectiveOn: string | null;
}

export interface VersionView {
  readonly version: number;
  readonly reason: string | null;
  readonly madeBy: string;
  readonly madeOn: string;
  readonly pages: number;
  readonly unmasked: boolean;
  /** Characters that stand as 〓 in the PDF. */
  readonly missing: readonly string[];
  readonly docxSha256: string;
  readonly pdfSha256: string;
}

export interface ServiceView {
  readonly id: string;
  readonly version: number;
  readonly manner: string;
  readonly mannerName: string;
  readonly doneOn: string;
  readonly effectiveOn: string;
  readonly receiver: string | null;
  readonly witness: string | null;
  readonly place: string | null;
  readonly proof: string | null;
  readonly consent: string | null;
  readonly recordedBy: string;
  /** Another entry stands in its place. */
  readonly replaced: boolean;
}

/** `GET /api/documents/:id` */
export interface DocumentView extends DocumentRow {
  readonly basis: readonly string[];
  readonly month: string | null;
  readonly team: string | null;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** The same as written, to begin a correction with. */
  readonly given: Readonly<Record<string, string>>;
  readonly versions: readonly VersionView[];
  readonly services: readonly ServiceView[];
  readonly withdrawal: { readonly reason: string; readonly by: string; readonly on: string } | null;
  readonly mayCorrect: boolean;
  readonly mayServe: boolean;
  readonly mayDownload: boolean;
  /** The addressee gets the printed form only. */
  readonly mayEdit: boolean;
}

/** `POST /api/documents/:id/services` */
export interface NewService {
  readonly manner: string;
  readonly doneOn: string;
  readonly receiver: string;
  readonly witness: string;
  readonly place: string;
  readonly proof: string;
  readonly consent: string;
  readonly replaces: string | null;
}

/** `GET /api/document-templates` → {items} */
export interface TemplateView {
  readonly kind: string;
  readonly kindName: string;
  /** 系统自带, or the place whose template is in force here. */
  readonly inForce: {
    readonly placeName: string;
    readonly version: number | null;
    readonly fileName: string | null;
    readonly madeBy: string | null;
    readonly on: string | null;
  };
  readonly isOwn: boolean;
  readonly fields: readonly string[];
}

/** `POST /api/document-templates/:kind` */
export interface TemplateTaken {
  readonly version: number;
  /** Required fields the template does not show: a person should look. */
  readonly absent: readonly string[];
}

/** `GET|POST /api/document-organ` */
export interface Organ {
  readonly name: string;
  readonly word: string;
  readonly address: string;
  readonly phone: string;
  readonly channels: Readonly<Record<string, string>>;
  readonly patterns: Readonly<Record<string, string>>;
}

export interface OrganPage {
  readonly organ: Organ | null;
  readonly mayChange: boolean;
  readonly channelNames: readonly string[];
  readonly numbered: readonly { readonly kind: string; readonly name: string; readonly standard: string }[];
}
