/** Addresses that the shell leads to. The apps register their routes under the same names. */
export const PATHS = {
  start: '/',
  services: '/services',
  cabinet: '/cabinet',
  check: '/check',
  checkReceipt: '/receipts/check',
  help: '/help',
  signIn: '/sign-in',
  register: '/register',
  signOut: '/sign-out',
  profile: '/cabinet/profile',
  getKey: '/get-key',
} as const
