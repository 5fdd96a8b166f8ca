import { mailPaths } from '#capabilities/notifications'

/** Addresses of the portal. Parameters are escaped here and nowhere else. */
const seg = encodeURIComponent

export const paths = {
  home: '/',
  services: '/services',
  service: (id: string) => `/services/${seg(id)}`,
  order: (id: string) => `/services/${seg(id)}/order`,
  request: (number: string) => `/requests/${seg(number)}`,
  fill: (number: string, page?: string) =>
    `/requests/${seg(number)}/fill${page === undefined ? '' : `/${seg(page)}`}`,
  check: (number: string) => `/requests/${seg(number)}/check`,
  sign: (number: string) => `/requests/${seg(number)}/sign`,
  signText: (number: string) => `/requests/${seg(number)}/request.json`,
  revise: (number: string) => `/requests/${seg(number)}/revise`,
  withdraw: (number: string) => `/requests/${seg(number)}/withdraw`,
  survey: (number: string) => `/requests/${seg(number)}/survey`,
  again: (number: string) => `/requests/${seg(number)}/again`,
  payment: (number: string) => `/requests/${seg(number)}/payment`,
  result: (number: string) => `/requests/${seg(number)}/result.pdf`,
  /** A document of a request, for whoever may read the request and does not own the document. */
  requestDocument: (number: string, document: string) =>
    `/requests/${seg(number)}/documents/${seg(document)}`,
  events: (number: string) => `/cases/${seg(number)}/events`,
  cabinet: '/cabinet',
  requests: '/cabinet/requests',
  documents: '/cabinet/documents',
  document: (number: string) => `/cabinet/documents/${seg(number)}.pdf`,
  documentPage: (number: string) => `/cabinet/documents/${seg(number)}`,
  correct: (number: string) => `/cabinet/documents/${seg(number)}/correct`,
  drafts: '/cabinet/drafts',
  deleteDraft: (number: string) => `/cabinet/drafts/${seg(number)}/delete`,
  sessions: '/cabinet/sessions',
  decline: (number: string) => `/requests/${seg(number)}/decline`,
  notifications: '/cabinet/notifications',
  notificationSettings: mailPaths.settings,
  confirmMail: mailPaths.confirm,
  stopMail: (key: string) => mailPaths.stop(seg(key)),
  payments: '/cabinet/payments',
  access: '/cabinet/data-access',
  representation: '/cabinet/representation',
  keys: '/cabinet/keys',
  revoke: (serial: string) => `/cabinet/keys/${seg(serial)}/revoke`,
  profile: '/cabinet/profile',
  register: '/register',
  registerPassword: '/register/password',
  signIn: '/sign-in',
  signOut: '/sign-out',
  forgot: '/forgot-password',
  checkDocument: '/check',
  checkReceipt: '/receipts/check',
  systems: '/systems',
  help: '/help',
  getKey: '/get-key',
} as const

/** Where to go after sign-in: a path of ours, or the cabinet. Never another site (`//`, `/\`, a control character). */
export const safeReturn = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(to) && !to.includes('\\') && to.length < 500
    ? to
    : paths.cabinet

export const signInFor = (to: string): string => `${paths.signIn}?to=${seg(to)}`
