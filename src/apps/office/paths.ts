/** Addresses of the desks. Parameters are escaped here and nowhere else. */
const seg = encodeURIComponent

export const paths = {
  worklist: '/office',
  signIn: '/office/sign-in',
  signOut: '/office/sign-out',
  seat: '/office/seat',
  done: '/office/done',
  handOver: '/office/hand-over',
  open: '/office/new',
  case: (number: string) => `/office/cases/${seg(number)}`,
  decide: (number: string) => `/office/cases/${seg(number)}/decide`,
  sign: (number: string) => `/office/cases/${seg(number)}/sign`,
  signRequest: (number: string) => `/office/cases/${seg(number)}/sign-request`,
  document: (number: string, document: string) =>
    `/office/cases/${seg(number)}/documents/${seg(document)}.pdf`,
} as const

/** Whether a path belongs to the desks: there the portal's session counts for nothing. */
export const isOfficePath = (url: string): boolean => /^\/office(?:[/?]|$)/.test(url)
