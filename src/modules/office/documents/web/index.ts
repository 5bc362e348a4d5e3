import type { Screen } from '#kit/screens.ts';

export { ProjectDocuments } from './project-documents.tsx';

const both: Screen['faces'] = ['desk', 'enterprise'];

/** 文书: those made and served, a new one from a template, the templates, and the office's own entry. */
export const documentScreens: readonly Screen[] = [
  {
    path: '/documents',
    faces: both,
    load: () => import('./document-list.tsx'),
    nav: { label: '文书', order: 55, also: ['/document-templates', '/document-organ'] },
  },
  { path: '/documents/new', faces: both, may: 'document.make', load: () => import('./kinds-page.tsx') },
  { path: '/documents/new/$kind', faces: both, may: 'document.make', load: () => import('./new-document.tsx') },
  { path: '/documents/$documentId', faces: both, load: () => import('./document-page.tsx') },
  { path: '/document-templates', faces: ['desk'], may: 'document.make', load: () => import('./templates-page.tsx') },
  { path: '/document-organ', faces: ['desk'], may: 'document.make', load: () => import('./organ-page.tsx') },
];
