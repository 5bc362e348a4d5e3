import { queryOptions } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import type {
  DocumentRow,
  DocumentView,
  Draft,
  KindView,
  NewDocument,
  NewService,
  Organ,
  OrganPage,
  Preview,
  TemplateTaken,
  TemplateView,
} from '../domain/wire.ts';

export const A_PAGE = 20;

interface Listed<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

export interface DocumentFilter {
  readonly kind: string;
  readonly project: string;
  readonly q: string;
  readonly state: '' | 'to-serve';
  readonly page: number;
}

export const documentsQuery = (filter: DocumentFilter) =>
  queryOptions({
    queryKey: ['documents', 'list', filter],
    queryFn: () => api.get<Listed<DocumentRow>>('/api/documents', { ...filter }),
    placeholderData: (before) => before,
  });

export const documentQuery = (id: string) => queryOptions({ queryKey: ['documents', 'one', id], queryFn: () => api.get<DocumentView>(`/api/documents/${id}`) });

export const kindsQuery = queryOptions({
  queryKey: ['documents', 'kinds'],
  queryFn: () => api.get<{ readonly items: readonly KindView[] }>('/api/document-kinds'),
  staleTime: 5 * 60_000,
});

export const draftQuery = (kind: string, about: { readonly project: string; readonly month: string; readonly team: string }) =>
  queryOptions({
    queryKey: ['documents', 'draft', kind, about],
    queryFn: () => api.get<Draft>(`/api/document-drafts/${kind}`, about),
    refetchOnWindowFocus: false,
    gcTime: 0,
  });

export const templatesQuery = queryOptions({
  queryKey: ['documents', 'templates'],
  queryFn: () => api.get<{ readonly items: readonly TemplateView[] }>('/api/document-templates'),
});

export const organQuery = queryOptions({
  queryKey: ['documents', 'organ'],
  queryFn: () => api.get<OrganPage>('/api/document-organ'),
  refetchOnWindowFocus: false,
});

/** Projects to choose from, as far as a name goes. */
export const projectsNamed = (q: string) =>
  queryOptions({
    queryKey: ['documents', 'projects', q],
    queryFn: () => api.get<Listed<{ readonly id: string; readonly name: string; readonly gcName: string }>>('/api/projects', { q, size: 20 }),
  });

export const previewDocument = (document: NewDocument) => api.post<Preview>('/api/documents/preview', document);
export const makeDocument = (document: NewDocument & { readonly commandId: string }) => api.post<DocumentView>('/api/documents', document);
export const correctDocument = (id: string, correction: { readonly given: NewDocument['given']; readonly unmask: boolean; readonly reason: string }) =>
  api.post<DocumentView>(`/api/documents/${id}/versions`, correction);
export const withdrawDocument = (id: string, reason: string) => api.post<DocumentView>(`/api/documents/${id}/withdrawal`, { reason });
export const serveDocument = (id: string, service: NewService) => api.post<DocumentView>(`/api/documents/${id}/services`, service);
export const restoreTemplate = (kind: string) => api.post<TemplateTaken>(`/api/document-templates/${kind}/own`);
export const changeOrgan = (organ: Organ) => api.post<undefined>('/api/document-organ', organ);

export function sendTemplate(kind: string, file: File): Promise<TemplateTaken> {
  const form = new FormData();
  form.set('file', file);
  return api.upload<TemplateTaken>(`/api/document-templates/${kind}`, form, () => undefined);
}
