export { badFields } from './bad-fields.ts';
export { notFound, type Problem, RequestRefused, replyRefusal } from './problem.ts';
export { clientFault, createServer, type ServerOptions } from './server.ts';
export { beginSession, type SessionStore, sessionStore } from './sessions.ts';
export { requireSignedIn, type SignedIn, type WhoIs } from './signed-in.ts';
export { isSoundText } from './sound-json.ts';
