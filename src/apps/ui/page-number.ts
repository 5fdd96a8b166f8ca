/** The page of a list as an address names it; the first one where it names none. */
export const pageNumber = (typed: string): number =>
  /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : 1
