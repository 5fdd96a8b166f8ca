/** A person's name as initials: enough for the holder to know it, too little for a stranger to learn it. */
export const maskName = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${Array.from(word)[0]}.`)
    .join(' ')

/** An IIN with its last four digits only: the first ones are the day of birth. */
export const maskNumber = (number: string): string => `••••••••${number.slice(-4)}`
