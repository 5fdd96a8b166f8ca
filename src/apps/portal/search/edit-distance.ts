interface Rows {
  readonly a: string
  readonly b: string
  /** Distances of the beginnings of `b` to `a` without its last two, without its last, letters. */
  readonly before: readonly number[]
  readonly last: readonly number[]
}

function nextRow({ a, b, before, last }: Rows, i: number): number[] {
  const row = [i]
  const at = (of: readonly number[], j: number): number => of[j] ?? Number.POSITIVE_INFINITY
  for (let j = 1; j <= b.length; j += 1) {
    const mistaken = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
    const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    const swap = i > 1 && j > 1 && swapped ? at(before, j - 2) + 1 : mistaken
    row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, mistaken, swap))
  }
  return row
}

/**
 * How many slips of the keyboard lie between two words: a letter left out, put in, mistaken, or swapped with its
 * neighbour (Damerau and Levenshtein, optimal string alignment). Gives up above `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = nextRow({ a, b, before, last }, i)
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last[b.length] ?? most + 1
}
