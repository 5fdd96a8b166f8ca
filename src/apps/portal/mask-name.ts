/**
 * A name as a stranger may see it before registration: whoever types a number learns enough to know their own name again,
 * and not enough to learn another's. Names of organisations are public.
 */
export const maskName = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const letters = Array.from(word)
      return letters.length < 3 ? `${letters[0] ?? ''}*` : `${letters[0]}***${letters.at(-1)}`
    })
    .join(' ')
